import { Group, MultiSelect, NumberInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listProductLinesOptions, listTerritoriesOptions } from '@/api/gen/@tanstack/react-query.gen';
import { useMe } from '@/features/session/useMe';

type Condition = 'valueFrom' | 'valueTo' | 'territoryIds' | 'productLineIds';

export const optionalNumber = (value: number | string) => (value === '' ? null : Number(value));

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
        <NumberInput
          label={t('rule.valueFrom', { currency: me.baseCurrency })}
          min={0}
          hideControls
          thousandSeparator=" "
          {...form.getInputProps('valueFrom')}
        />
        <NumberInput
          label={t('rule.valueTo', { currency: me.baseCurrency })}
          min={0}
          hideControls
          thousandSeparator=" "
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
