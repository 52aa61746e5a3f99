import { Grid, Select } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { OpportunityValueRequest, OpportunityView } from '@/api/gen';
import { emptyAsNull } from '@/ui/changes';
import { currencies } from '@/ui/currencies';
import { dateInputProps } from '@/ui/dateInputProps';
import type { ShownFields } from '@/ui/EditConflict';
import type { Changes } from '@/ui/fields';
import { useFormats } from '@/ui/format';
import { IntegerInput } from '@/ui/IntegerInput';
import { MoneyInput } from '@/ui/MoneyInput';
import { inputValue, type NumberFieldValue, parseAmount } from '@/ui/money';
import { useNumbers } from '@/ui/useNumbers';
import { percent } from './percent';

/** The value of an opportunity and when it is expected, while they are typed. */
export const valuesOf = (opportunity: OpportunityView | null, currency = '') => ({
  value: {
    estimated: {
      amount: inputValue(opportunity?.value.estimated?.amount),
      currency: opportunity?.value.currency ?? currency,
    },
  },
  pipeline: {
    probability: inputValue(opportunity?.pipeline.probability),
    estimatedCloseDate: opportunity?.pipeline.estimatedCloseDate ?? null,
  },
});
export type ValueValues = ReturnType<typeof valuesOf>;

/** The fields of the request. An amount includes its currency; without an amount the currency is a field of its own. */
export function valueBody({ value, pipeline }: Changes<ValueValues>, language: string) {
  const worth = ({ amount, currency }: ValueValues['value']['estimated']): OpportunityValueRequest => {
    const reading = parseAmount(amount, currency, language);
    return 'amount' in reading && reading.amount !== null
      ? { estimated: { amount: reading.amount, currency } }
      : { estimated: null, currency };
  };
  return {
    ...(value?.estimated ? { value: worth(value.estimated) } : {}),
    ...(pipeline ? { pipeline: emptyAsNull(pipeline, 'probability') } : {}),
  };
}

/** How the fields are validated, and how their values are shown in a conflict. */
export function useValueFields() {
  const { t } = useTranslation();
  const format = useFormats();
  const { amount, amountError, integerError } = useNumbers();
  const shown: ShownFields<ValueValues, OpportunityView> = {
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
  };
  return {
    shown,
    validate: {
      value: {
        estimated: {
          amount: (typed: NumberFieldValue, { value }: ValueValues) => amountError(typed, value.estimated.currency),
        },
      },
      pipeline: { probability: (typed: NumberFieldValue) => integerError(typed, percent) },
    },
  };
}

/**
 * The columns of a grid with the fields.
 *
 * @param wide whether they are next to each other where there is space
 */
export function ValueFields({
  form,
  wide = false,
}: {
  form: { values: ValueValues; getInputProps: (path: string) => GetInputPropsReturnType };
  wide?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <>
      <Grid.Col span={wide ? { base: 7, sm: 4 } : 6}>
        <MoneyInput
          label={t('opportunity.value')}
          currency={form.values.value.estimated.currency}
          data-autofocus
          {...form.getInputProps('value.estimated.amount')}
        />
      </Grid.Col>
      <Grid.Col span={wide ? { base: 5, sm: 2 } : 6}>
        <Select
          label={t('opportunity.currency')}
          data={currencies}
          searchable
          allowDeselect={false}
          {...form.getInputProps('value.estimated.currency')}
        />
      </Grid.Col>
      <Grid.Col span={wide ? { base: 6, sm: 3 } : 12}>
        <IntegerInput
          label={t('opportunity.probability')}
          unit="%"
          range={percent}
          {...form.getInputProps('pipeline.probability')}
        />
      </Grid.Col>
      <Grid.Col span={wide ? { base: 6, sm: 3 } : 12}>
        <DateInput
          label={t('opportunity.estimatedCloseDate')}
          {...dateInputProps(t)}
          {...form.getInputProps('pipeline.estimatedCloseDate')}
        />
      </Grid.Col>
    </>
  );
}
