import { Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import { type CalendarView, createTier, editTier, getTier, type TierView } from '@/api/gen';
import { invalidateVocabularies } from '@/api/invalidation';
import { emptyAsNull } from '@/ui/changes';
import { EditConflict, names } from '@/ui/EditConflict';
import { FormDialog } from '@/ui/FormDialog';
import { IntegerInput } from '@/ui/IntegerInput';
import { inputValue, requiredNumber } from '@/ui/money';
import { toast } from '@/ui/toasts';
import { useEdit } from '@/ui/useEdit';
import { useNumbers } from '@/ui/useNumbers';
import { givenNames, NameFields, namesOf, patchedNames, useShownNames } from './nameFields';

const ranges = { level: [1, 100], answerHours: [1, 2000], exclusivityDays: [1, 3650] } as const;

const valuesOf = (tier: TierView | null) => ({
  name: tier?.name ?? '',
  names: namesOf(tier),
  level: inputValue(tier?.level),
  answerHours: inputValue(tier?.answerHours),
  calendarId: tier?.calendarId ?? null,
  exclusivityDays: inputValue(tier?.exclusivityDays),
});

/** Adds or edits a tier: its names, its level, the answer time and its calendar. */
export function TierDialog({
  tier,
  calendars,
  onClose,
}: {
  tier: TierView | null;
  calendars: CalendarView[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { integerError } = useNumbers();
  const shownNames = useShownNames();
  const edit = useEdit(tier, valuesOf, {
    draft: `tier:${tier?.id ?? 'new'}`,
    validate: {
      name: (value) => (value.trim() ? null : t('form.required')),
      level: (value) => (value === '' ? t('form.required') : integerError(value, ranges.level)),
      answerHours: (value) => (value === '' ? t('form.required') : integerError(value, ranges.answerHours)),
      exclusivityDays: (value) => integerError(value, ranges.exclusivityDays),
    },
    read: async ({ id }) => (await getTier({ path: { id }, throwOnError: true })).data,
    send: async (of, { names, ...changes }) =>
      (
        await editTier({
          path: { id: of.id },
          headers: ifMatch(of),
          body: {
            ...emptyAsNull(changes, 'exclusivityDays'),
            ...(names ? { names: patchedNames(names) } : {}),
            level: requiredNumber(changes.level),
            answerHours: requiredNumber(changes.answerHours),
          },
          throwOnError: true,
        })
      ).data,
    create: async ({ names, ...values }) =>
      (
        await createTier({
          body: {
            ...emptyAsNull(values, 'exclusivityDays'),
            names: givenNames(names),
            level: Number(values.level),
            answerHours: Number(values.answerHours),
          },
          throwOnError: true,
        })
      ).data,
    saved: () => {
      toast(t('opportunity.saved'));
      onClose();
    },
    settled: () => invalidateVocabularies(queries),
  });
  return (
    <FormDialog
      edit={edit}
      onClose={onClose}
      title={
        tier
          ? t('calendar.changeOne', { name: tier.displayName, interpolation: { escapeValue: false } })
          : t('vocabulary.new.tiers')
      }
      action={t('form.save')}
    >
      <EditConflict
        edit={edit}
        fields={{
          ...shownNames,
          level: { label: t('vocabulary.level') },
          answerHours: { label: t('calendar.answerHours') },
          calendarId: {
            label: t('calendar.calendar'),
            show: (id) => names(calendars, [id]) || t('calendar.always'),
          },
          exclusivityDays: { label: t('calendar.exclusivityDays') },
        }}
      />
      <NameFields props={(path) => edit.form.getInputProps(path)} />
      <IntegerInput
        label={t('vocabulary.level')}
        description={t('vocabulary.levelHint')}
        range={ranges.level}
        withAsterisk
        {...edit.form.getInputProps('level')}
      />
      <IntegerInput
        label={t('calendar.answerHours')}
        range={ranges.answerHours}
        withAsterisk
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
