import { Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import { type CalendarView, editTier, getTier, type TierView } from '@/api/gen';
import { invalidateTiers } from '@/api/invalidation';
import { emptyAsNull } from '@/ui/changes';
import { EditConflict, names } from '@/ui/EditConflict';
import { FormDialog } from '@/ui/FormDialog';
import { IntegerInput } from '@/ui/IntegerInput';
import { inputValue, requiredNumber } from '@/ui/money';
import { toast } from '@/ui/toasts';
import { useEdit } from '@/ui/useEdit';
import { useNumbers } from '@/ui/useNumbers';

const ranges = { answerHours: [1, 2000], exclusivityDays: [1, 3650] } as const;

const valuesOf = (tier: TierView | null) => ({
  answerHours: inputValue(tier?.answerHours),
  calendarId: tier?.calendarId ?? null,
  exclusivityDays: inputValue(tier?.exclusivityDays),
});

/** Edits the answer time of a tier and its calendar. */
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
  const { integerError } = useNumbers();
  const edit = useEdit(tier, valuesOf, {
    draft: `tier:${tier.id}`,
    validate: {
      answerHours: (value) => (value === '' ? t('form.required') : integerError(value, ranges.answerHours)),
      exclusivityDays: (value) => integerError(value, ranges.exclusivityDays),
    },
    read: async ({ id }) => (await getTier({ path: { id }, throwOnError: true })).data,
    send: async (of, changes) =>
      (
        await editTier({
          path: { id: of.id },
          headers: ifMatch(of),
          body: { ...emptyAsNull(changes, 'exclusivityDays'), answerHours: requiredNumber(changes.answerHours) },
          throwOnError: true,
        })
      ).data,
    saved: () => {
      toast(t('opportunity.saved'));
      onClose();
    },
    settled: () => invalidateTiers(queries),
  });
  return (
    <FormDialog
      edit={edit}
      onClose={onClose}
      title={t('calendar.changeOne', { name: tier.name })}
      action={t('form.save')}
    >
      <EditConflict
        edit={edit}
        fields={{
          answerHours: { label: t('calendar.answerHours') },
          calendarId: {
            label: t('calendar.calendar'),
            show: (id) => names(calendars, [id]) || t('calendar.always'),
          },
          exclusivityDays: { label: t('calendar.exclusivityDays') },
        }}
      />
      <IntegerInput
        label={t('calendar.answerHours')}
        range={ranges.answerHours}
        data-autofocus
        {...edit.form.getInputProps('answerHours')}
      />
      <Select
        label={t('calendar.calendar')}
        description={t('calendar.calendarHint')}
        placeholder={t('calendar.always')}
        data={calendars.map((one) => ({ value: one.id, label: one.name }))}
        clearable
        clearButtonProps={{ 'aria-label': t('table.clear') }}
        {...edit.form.getInputProps('calendarId')}
      />
      <IntegerInput
        label={t('calendar.exclusivityDays')}
        description={t('calendar.exclusivityDaysHint')}
        range={ranges.exclusivityDays}
        {...edit.form.getInputProps('exclusivityDays')}
      />
    </FormDialog>
  );
}
