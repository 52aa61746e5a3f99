import { Button, Modal, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ifMatch, invalidate } from '@/api/client';
import {
  createDistributionRule,
  type DistributionMethod,
  type DistributionRuleView,
  type EditDistributionRule,
  editDistributionRule,
  type Problem,
  type Source,
} from '@/api/gen';
import { zSource } from '@/api/gen/zod.gen';
import { DialogButtons } from '@/ui/DialogButtons';
import type { Typed } from '@/ui/money';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { fieldErrors } from '@/ui/serverErrors';
import { toast } from '@/ui/toasts';
import { ConditionInputs, optionalNumber, useConditionRules } from './ConditionInputs';

const methods = ['PREFERRED', 'CASCADE', 'ROUND_ROBIN', 'POOL'] as const;

/** A new rule, or one to change. */
export function RuleDialog({ rule, onClose }: { rule: DistributionRuleView | null; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const conditions = useConditionRules();
  const form = useForm({
    initialValues: {
      name: rule?.name ?? '',
      active: rule?.active ?? true,
      valueFrom: (rule?.valueFrom ?? '') as Typed,
      valueTo: (rule?.valueTo ?? '') as Typed,
      territoryIds: rule?.territories.map((one) => one.id) ?? [],
      productLineIds: rule?.productLines.map((one) => one.id) ?? [],
      source: (rule?.source ?? null) as Source | null,
      method: (rule?.method ?? 'CASCADE') as DistributionMethod,
    },
    validate: { ...conditions, name: (value) => (value.trim() ? null : t('form.required')) },
  });
  const save = useMutation<unknown, Problem, EditDistributionRule>({
    mutationFn: (body) =>
      rule
        ? editDistributionRule({ path: { id: rule.id }, headers: ifMatch(rule), body, throwOnError: true })
        : createDistributionRule({ body, throwOnError: true }),
    onSuccess: () => {
      toast(t('opportunity.saved'));
      onClose();
    },
    onError: (problem) => form.setErrors(fieldErrors(problem)),
    onSettled: () => invalidate(queries, 'listDistributionRules'),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={rule ? t('calendar.changeOne', { name: rule.name }) : t('rule.new')}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      <form
        onSubmit={form.onSubmit((values) =>
          save.mutate({
            ...values,
            valueFrom: optionalNumber(values.valueFrom),
            valueTo: optionalNumber(values.valueTo),
            ...(values.method === 'POOL' ? { weights: null } : {}),
          }),
        )}
      >
        <Stack>
          {save.error && !save.error.errors ? <ProblemAlert problem={save.error} /> : null}
          <TextInput label={t('rule.name')} maxLength={100} data-autofocus {...form.getInputProps('name')} />
          <ConditionInputs form={form} />
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
