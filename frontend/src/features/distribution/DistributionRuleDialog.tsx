import { Select, Switch, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import {
  createDistributionRule,
  type DistributionMethod,
  type DistributionRuleView,
  editDistributionRule,
  getDistributionRule,
  type Source,
} from '@/api/gen';
import { zSource } from '@/api/gen/zod.gen';
import { invalidateDistributionRules } from '@/api/invalidation';
import { RuleConditionInputs, useConditionRules, useShownConditions } from '@/features/reference/RuleConditionInputs';
import { emptyAsNull } from '@/ui/changes';
import { EditConflict } from '@/ui/EditConflict';
import { FormDialog } from '@/ui/FormDialog';
import { inputValue } from '@/ui/money';
import { toast } from '@/ui/toasts';
import { useEdit } from '@/ui/useEdit';

const methods = ['PREFERRED', 'CASCADE', 'ROUND_ROBIN', 'POOL'] as const;

const outcomeOf = (rule: DistributionRuleView | null): { source: Source | null; method: DistributionMethod } => ({
  source: rule?.source ?? null,
  method: rule?.method ?? 'CASCADE',
});

const valuesOf = (rule: DistributionRuleView | null) => ({
  name: rule?.name ?? '',
  active: rule?.active ?? true,
  valueFrom: inputValue(rule?.valueFrom),
  valueTo: inputValue(rule?.valueTo),
  territoryIds: (rule?.territories ?? []).map((one) => one.id),
  productLineIds: (rule?.productLines ?? []).map((one) => one.id),
  ...outcomeOf(rule),
});

const bodyOf = <V extends Partial<ReturnType<typeof valuesOf>>>(values: V) => ({
  ...emptyAsNull(values, 'valueFrom', 'valueTo'),
  ...(values.method === 'POOL' ? { weights: null } : {}),
});

/** Creates or edits a distribution rule. */
export function DistributionRuleDialog({ rule, onClose }: { rule: DistributionRuleView | null; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const conditions = useConditionRules();
  const edit = useEdit(rule, valuesOf, {
    draft: `rule:${rule?.id ?? 'new'}`,
    validate: { ...conditions, name: (value) => (value.trim() ? null : t('form.required')) },
    read: async ({ id }) => (await getDistributionRule({ path: { id }, throwOnError: true })).data,
    send: async (of, changes) =>
      (
        await editDistributionRule({
          path: { id: of.id },
          headers: ifMatch(of),
          body: bodyOf(changes),
          throwOnError: true,
        })
      ).data,
    create: async (values) => (await createDistributionRule({ body: bodyOf(values), throwOnError: true })).data,
    saved: () => {
      toast(t('opportunity.saved'));
      onClose();
    },
    settled: () => invalidateDistributionRules(queries),
  });
  const { form } = edit;
  const shown = useShownConditions();
  return (
    <FormDialog
      edit={edit}
      onClose={onClose}
      size="lg"
      title={rule ? t('calendar.changeOne', { name: rule.name }) : t('rule.new')}
      action={t('form.save')}
    >
      <EditConflict
        edit={edit}
        fields={{
          ...shown,
          name: { label: t('rule.name') },
          active: { label: t('rule.active'), show: (active) => t(active ? 'form.yes' : 'form.no') },
          source: { label: t('rule.source'), show: (source) => (source ? t(`source.${source}`) : t('rule.any')) },
          method: { label: t('method.title'), show: (method) => t(`method.${method}`) },
        }}
      />
      <TextInput label={t('rule.name')} maxLength={100} data-autofocus {...form.getInputProps('name')} />
      <RuleConditionInputs form={form} />
      <Select
        label={t('rule.source')}
        placeholder={t('rule.any')}
        data={zSource.options.map((value) => ({ value, label: t(`source.${value}`) }))}
        clearable
        clearButtonProps={{ 'aria-label': t('table.clear') }}
        {...form.getInputProps('source')}
      />
      <Select
        label={t('method.title')}
        description={t(`method.about.${form.values.method}`)}
        data={methods.map((value) => ({ value, label: t(`method.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('method')}
      />
      <Switch label={t('rule.active')} {...form.getInputProps('active', { type: 'checkbox' })} />
    </FormDialog>
  );
}
