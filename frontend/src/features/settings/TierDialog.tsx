import { Button, Modal, Select, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ifMatch, invalidate } from '@/api/client';
import { type CalendarView, editTier, type PatchTier, type Problem, type TierView } from '@/api/gen';
import { DialogButtons } from '@/ui/DialogButtons';
import type { Typed } from '@/ui/money';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { fieldErrors } from '@/ui/serverErrors';
import { toast } from '@/ui/toasts';
import { useNumbers } from '@/ui/useNumbers';
import { WholeInput } from '@/ui/WholeInput';

const ranges = { answerHours: [1, 2000], exclusivityDays: [1, 3650] } as const;

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
  const { wholeRefusal } = useNumbers();
  const form = useForm({
    initialValues: {
      answerHours: tier.answerHours as Typed,
      calendarId: tier.calendarId ?? null,
      exclusivityDays: (tier.exclusivityDays ?? '') as Typed,
    },
    validate: {
      answerHours: (value) => (value === '' ? t('form.required') : wholeRefusal(value, ranges.answerHours)),
      exclusivityDays: (value) => wholeRefusal(value, ranges.exclusivityDays),
    },
  });
  const save = useMutation<unknown, Problem, PatchTier>({
    mutationFn: (body) => editTier({ path: { id: tier.id }, headers: ifMatch(tier), body, throwOnError: true }),
    onSuccess: () => {
      toast(t('opportunity.saved'));
      onClose();
    },
    onError: (problem) => form.setErrors(fieldErrors(problem)),
    onSettled: () => invalidate(queries, 'listTiers'),
  });
  const submit = ({ answerHours, calendarId, exclusivityDays }: typeof form.values) =>
    save.mutate({
      answerHours: Number(answerHours),
      calendarId,
      exclusivityDays: typeof exclusivityDays === 'number' ? exclusivityDays : null,
    });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('calendar.changeOne', { name: tier.name })}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      <form noValidate onSubmit={form.onSubmit(submit)}>
        <Stack>
          {save.error && !save.error.errors ? <ProblemAlert problem={save.error} /> : null}
          <WholeInput
            label={t('calendar.answerHours')}
            range={ranges.answerHours}
            data-autofocus
            {...form.getInputProps('answerHours')}
          />
          <Select
            label={t('calendar.calendar')}
            description={t('calendar.calendarHint')}
            placeholder={t('calendar.always')}
            data={calendars.map((one) => ({ value: one.id, label: one.name }))}
            clearable
            clearButtonProps={{ 'aria-label': t('table.clear') }}
            {...form.getInputProps('calendarId')}
          />
          <WholeInput
            label={t('calendar.exclusivityDays')}
            description={t('calendar.exclusivityDaysHint')}
            range={ranges.exclusivityDays}
            {...form.getInputProps('exclusivityDays')}
          />
          <DialogButtons onClose={onClose}>
            <Button type="submit" loading={save.isPending}>
              {t('form.save')}
            </Button>
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
