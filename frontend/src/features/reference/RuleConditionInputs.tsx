import { Group, MultiSelect } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/session/useMe';
import { names } from '@/ui/EditConflict';
import { useFormats } from '@/ui/format';
import { MoneyInput } from '@/ui/MoneyInput';
import type { NumberFieldValue } from '@/ui/money';
import { useNumbers } from '@/ui/useNumbers';
import { entriesOf, useChoices } from './vocabularies';

type Condition = 'valueFrom' | 'valueTo' | 'territoryIds' | 'productLineIds';

/** Validates the values of conditions. */
export function useConditionRules() {
  const { baseCurrency } = useMe();
  const { amountError } = useNumbers();
  const refusal = (value: NumberFieldValue) => amountError(value, baseCurrency);
  return { valueFrom: refusal, valueTo: refusal };
}

/** How conditions are shown in a conflict. */
export function useShownConditions() {
  const { t } = useTranslation();
  const format = useFormats();
  const { baseCurrency: currency } = useMe();
  const territories = useQuery(entriesOf.territories);
  const productLines = useQuery(entriesOf.productLines);
  const money = (amount: NumberFieldValue) =>
    typeof amount === 'number' ? format.money({ amount, currency }) : amount;
  return {
    valueFrom: { label: t('rule.valueFrom', { currency }), show: money },
    valueTo: { label: t('rule.valueTo', { currency }), show: money },
    territoryIds: {
      label: t('rule.territories'),
      show: (ids: string[]) => names(territories.data?.items, ids) || t('rule.any'),
    },
    productLineIds: {
      label: t('opportunity.productLines'),
      show: (ids: string[]) => names(productLines.data?.items, ids) || t('rule.any'),
    },
  };
}

/** The conditions that all rules share. An empty one always matches. */
export function RuleConditionInputs({
  form,
}: {
  form: {
    values: { territoryIds: string[]; productLineIds: string[] };
    getInputProps: (condition: Condition) => GetInputPropsReturnType;
  };
}) {
  const { t } = useTranslation();
  const me = useMe();
  const territories = useQuery(entriesOf.territories);
  const productLines = useQuery(entriesOf.productLines);
  const choices = useChoices();
  return (
    <>
      <Group grow align="flex-start">
        <MoneyInput
          label={t('rule.valueFrom', { currency: me.baseCurrency })}
          currency={me.baseCurrency}
          {...form.getInputProps('valueFrom')}
        />
        <MoneyInput
          label={t('rule.valueTo', { currency: me.baseCurrency })}
          currency={me.baseCurrency}
          {...form.getInputProps('valueTo')}
        />
      </Group>
      <MultiSelect
        label={t('rule.territories')}
        placeholder={form.values.territoryIds.length ? '' : t('rule.any')}
        data={choices(territories.data?.items, form.values.territoryIds)}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('table.clear') }}
        {...form.getInputProps('territoryIds')}
      />
      <MultiSelect
        label={t('opportunity.productLines')}
        placeholder={form.values.productLineIds.length ? '' : t('rule.any')}
        data={choices(productLines.data?.items, form.values.productLineIds)}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('table.clear') }}
        {...form.getInputProps('productLineIds')}
      />
    </>
  );
}
