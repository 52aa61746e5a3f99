import { Group, MultiSelect } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listProductLinesOptions, listTerritoriesOptions } from '@/api/gen/@tanstack/react-query.gen';
import { useMe } from '@/features/session/useMe';
import { MoneyInput } from '@/ui/MoneyInput';
import type { Typed } from '@/ui/money';
import { useNumbers } from '@/ui/useNumbers';

type Condition = 'valueFrom' | 'valueTo' | 'territoryIds' | 'productLineIds';

export const optionalNumber = (value: Typed) => (typeof value === 'number' ? value : null);

/** Refuses values of conditions that are not understood. */
export function useConditionRules() {
  const { baseCurrency } = useMe();
  const { amountRefusal } = useNumbers();
  const refusal = (value: Typed) => amountRefusal(value, baseCurrency);
  return { valueFrom: refusal, valueTo: refusal };
}

/** The conditions that all kinds of rules have. One that is left empty is met. */
export function ConditionInputs({
  form,
}: {
  form: {
    values: { territoryIds: string[]; productLineIds: string[] };
    getInputProps: (condition: Condition) => GetInputPropsReturnType;
  };
}) {
  const { t } = useTranslation();
  const me = useMe();
  const territories = useQuery(listTerritoriesOptions());
  const productLines = useQuery(listProductLinesOptions());
  const options = (items: { id: string; name: string }[] | undefined) =>
    (items ?? []).map((one) => ({ value: one.id, label: one.name }));
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
        data={options(territories.data?.items)}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('table.clear') }}
        {...form.getInputProps('territoryIds')}
      />
      <MultiSelect
        label={t('opportunity.productLines')}
        placeholder={form.values.productLineIds.length ? '' : t('rule.any')}
        data={options(productLines.data?.items)}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('table.clear') }}
        {...form.getInputProps('productLineIds')}
      />
    </>
  );
}
