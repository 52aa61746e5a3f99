import { Button, Modal, NumberInput, Select, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch, invalidate } from '@/api/client';
import { type CalendarView, editTier, type PatchTier, type Problem, type TierView } from '@/api/gen';
import { DialogButtons } from '@/ui/DialogButtons';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { toast } from '@/ui/toasts';

/** How long the partners of a tier have to answer, and in which calendar. */
export function TierDialog({
  tier,
  calendars,
  onClose,
}: {
  tier: TierView;
  calendars: CalendarView[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [hours, setHours] = useState<number | string>(tier.answerHours);
  const [calendarId, setCalendarId] = useState(tier.calendarId ?? null);
  const [days, setDays] = useState<number | string>(tier.exclusivityDays ?? '');
  const save = useMutation<unknown, Problem, PatchTier>({
    mutationFn: (body) => editTier({ path: { id: tier.id }, headers: ifMatch(tier), body, throwOnError: true }),
    onSuccess: () => {
      toast(t('opportunity.saved'));
      onClose();
    },
    onSettled: () => invalidate(queries, 'listTiers'),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('calendar.changeOne', { name: tier.name })}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      <Stack>
        {save.error ? <ProblemAlert problem={save.error} /> : null}
        <NumberInput
          label={t('calendar.answerHours')}
          min={1}
          max={2000}
          allowDecimal={false}
          value={hours}
          onChange={setHours}
          hideControls
          data-autofocus
        />
        <Select
          label={t('calendar.calendar')}
          description={t('calendar.calendarHint')}
          placeholder={t('calendar.always')}
          data={calendars.map((one) => ({ value: one.id, label: one.name }))}
          value={calendarId}
          onChange={setCalendarId}
          clearable
          clearButtonProps={{ 'aria-label': t('table.clear') }}
        />
        <NumberInput
          label={t('calendar.exclusivityDays')}
          description={t('calendar.exclusivityDaysHint')}
          min={1}
          max={3650}
          allowDecimal={false}
          value={days}
          onChange={setDays}
          hideControls
        />
        <DialogButtons onClose={onClose}>
          <Button
            onClick={() =>
              save.mutate({
                answerHours: Number(hours),
                calendarId,
                exclusivityDays: days === '' ? null : Number(days),
              })
            }
            loading={save.isPending}
            disabled={!hours}
          >
            {t('form.save')}
          </Button>
        </DialogButtons>
      </Stack>
    </Modal>
  );
}
