import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import type { OpportunityView, PatchOpportunityRequest } from '@/api/gen';
import { emptyAsNull } from '@/ui/changes';
import { currencies } from '@/ui/currencies';
import { DialogButtons } from '@/ui/DialogButtons';
import { dateInputProps } from '@/ui/dateInputProps';
import { EditConflict } from '@/ui/EditConflict';
import { useFormats } from '@/ui/format';
import { IntegerInput } from '@/ui/IntegerInput';
import { MoneyInput } from '@/ui/MoneyInput';
import { inputValue, type NumberFieldValue } from '@/ui/money';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { toast } from '@/ui/toasts';
import { useEdit } from '@/ui/useEdit';
import { useNumbers } from '@/ui/useNumbers';
import { useOpportunityEdits } from './mutations';
import { percent } from './percent';

const valuesOf = (opportunity: OpportunityView | null) => ({
  estimatedValue: {
    amount: inputValue(opportunity?.estimatedValue?.amount),
    currency: opportunity?.currency ?? '',
  },
  probability: inputValue(opportunity?.probability),
  estimatedCloseDate: opportunity?.estimatedCloseDate ?? null,
});

/** Edits value, currency, probability and expected close. */
export function ValueDialog({ opportunity, onClose }: { opportunity: OpportunityView; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormats();
  const { amount, amountError, integerError } = useNumbers();
  const edits = useOpportunityEdits();
  const edit = useEdit(opportunity, valuesOf, {
    validate: {
      estimatedValue: { amount: (value, { estimatedValue }) => amountError(value, estimatedValue.currency) },
      probability: (value) => integerError(value, percent),
    },
    ...edits,
    send: (of, { estimatedValue, ...others }) =>
      edits.change(of, { ...emptyAsNull(others, 'probability'), ...(estimatedValue ? worth(estimatedValue) : {}) }),
    saved: () => {
      toast(t('opportunity.saved'));
      onClose();
    },
  });
  /** An amount includes its currency; without an amount the currency is a field of its own. */
  const worth = ({
    amount: typed,
    currency,
  }: {
    amount: NumberFieldValue;
    currency: string;
  }): PatchOpportunityRequest => {
    const value = amount(typed, currency);
    return value === null ? { estimatedValue: null, currency } : { estimatedValue: { amount: value, currency } };
  };
  const { form } = edit;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('opportunity.editValue')}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      <form noValidate onSubmit={edit.submit}>
        <Stack>
          {edit.problem ? <ProblemAlert problem={edit.problem} /> : null}
          <EditConflict
            edit={edit}
            fields={{
              estimatedValue: {
                label: t('opportunity.value'),
                show: ({ amount: typed, currency }) => {
                  const value = amount(typed, currency);
                  return value === null ? `${typed || '–'} ${currency}` : format.money({ amount: value, currency });
                },
              },
              probability: {
                label: t('opportunity.probability'),
                show: (value) => (typeof value === 'number' ? format.percent(value / 100) : value),
              },
              estimatedCloseDate: {
                label: t('opportunity.estimatedCloseDate'),
                show: (day) => day && format.date(day),
              },
            }}
          />
          <Group grow align="flex-start">
            <MoneyInput
              label={t('opportunity.value')}
              currency={form.values.estimatedValue.currency}
              data-autofocus
              {...form.getInputProps('estimatedValue.amount')}
            />
            <Select
              label={t('opportunity.currency')}
              data={currencies}
              searchable
              allowDeselect={false}
              {...form.getInputProps('estimatedValue.currency')}
            />
          </Group>
          <IntegerInput
            label={t('opportunity.probability')}
            unit="%"
            range={percent}
            {...form.getInputProps('probability')}
          />
          <DateInput
            label={t('opportunity.estimatedCloseDate')}
            {...dateInputProps(t)}
            {...form.getInputProps('estimatedCloseDate')}
          />
          <DialogButtons onClose={onClose}>
            <Button type="submit" loading={edit.saving} disabled={!!edit.conflict}>
              {t('form.save')}
            </Button>
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
