import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import type { OpportunityValueRequest, OpportunityView } from '@/api/gen';
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
  value: {
    estimated: {
      amount: inputValue(opportunity?.value.estimated?.amount),
      currency: opportunity?.value.currency ?? '',
    },
  },
  pipeline: {
    probability: inputValue(opportunity?.pipeline.probability),
    estimatedCloseDate: opportunity?.pipeline.estimatedCloseDate ?? null,
  },
});

/** Edits value, currency, probability and expected close. */
export function ValueDialog({ opportunity, onClose }: { opportunity: OpportunityView; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormats();
  const { amount, amountError, integerError } = useNumbers();
  const edits = useOpportunityEdits();
  const edit = useEdit(opportunity, valuesOf, {
    validate: {
      value: { estimated: { amount: (typed, { value }) => amountError(typed, value.estimated.currency) } },
      pipeline: { probability: (typed) => integerError(typed, percent) },
    },
    ...edits,
    send: (of, { value, pipeline }) =>
      edits.change(of, {
        ...(value?.estimated ? { value: worth(value.estimated) } : {}),
        ...(pipeline ? { pipeline: emptyAsNull(pipeline, 'probability') } : {}),
      }),
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
  }): OpportunityValueRequest => {
    const value = amount(typed, currency);
    return value === null ? { estimated: null, currency } : { estimated: { amount: value, currency } };
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
              'value.estimated': {
                label: t('opportunity.value'),
                show: ({ amount: typed, currency }) => {
                  const value = amount(typed, currency);
                  return value === null ? `${typed || '–'} ${currency}` : format.money({ amount: value, currency });
                },
              },
              'pipeline.probability': {
                label: t('opportunity.probability'),
                show: (value) => (typeof value === 'number' ? format.percent(value / 100) : value),
              },
              'pipeline.estimatedCloseDate': {
                label: t('opportunity.estimatedCloseDate'),
                show: (day) => day && format.date(day),
              },
            }}
          />
          <Group grow align="flex-start">
            <MoneyInput
              label={t('opportunity.value')}
              currency={form.values.value.estimated.currency}
              data-autofocus
              {...form.getInputProps('value.estimated.amount')}
            />
            <Select
              label={t('opportunity.currency')}
              data={currencies}
              searchable
              allowDeselect={false}
              {...form.getInputProps('value.estimated.currency')}
            />
          </Group>
          <IntegerInput
            label={t('opportunity.probability')}
            unit="%"
            range={percent}
            {...form.getInputProps('pipeline.probability')}
          />
          <DateInput
            label={t('opportunity.estimatedCloseDate')}
            {...dateInputProps(t)}
            {...form.getInputProps('pipeline.estimatedCloseDate')}
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
