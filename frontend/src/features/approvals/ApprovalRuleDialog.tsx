import { ActionIcon, Button, Fieldset, Group, MultiSelect, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApprovalPolicyView, type Approver, getApprovalPolicy, type Problem } from '@/api/gen';
import { listUsersOptions } from '@/api/gen/@tanstack/react-query.gen';
import { zApprover } from '@/api/gen/zod.gen';
import { invalidateApprovalPolicy } from '@/api/invalidation';
import { RuleConditionInputs, useConditionRules, useShownConditions } from '@/features/reference/RuleConditionInputs';
import { entriesOf, useChoices } from '@/features/reference/vocabularies';
import { emptyAsNull, saveOrThrow } from '@/ui/changes';
import { EditConflict, names } from '@/ui/EditConflict';
import { FormDialog } from '@/ui/FormDialog';
import { fieldErrors } from '@/ui/fieldErrors';
import { IntegerInput } from '@/ui/IntegerInput';
import { inputValue } from '@/ui/money';
import { toast } from '@/ui/toasts';
import { useEdit } from '@/ui/useEdit';
import { useNumbers } from '@/ui/useNumbers';
import { currentPosition, existingRuleAt, type PositionedRule, ruleAt, ruleRequest, saveRules } from './approvalRules';

const mostSteps = 10;
const days = [1, 3650] as const;

const firstStep: { approver: Approver; userId: string | null } = { approver: 'CHANNEL_MANAGER', userId: null };

const valuesOf = (positioned: PositionedRule | null) => ({
  name: positioned?.rule.name ?? '',
  tierIds: (positioned?.rule.tiers ?? []).map((one) => one.id),
  territoryIds: (positioned?.rule.territories ?? []).map((one) => one.id),
  productLineIds: (positioned?.rule.productLines ?? []).map((one) => one.id),
  valueFrom: inputValue(positioned?.rule.valueFrom),
  valueTo: inputValue(positioned?.rule.valueTo),
  exclusivityDays: inputValue(positioned?.rule.exclusivityDays),
  steps: positioned?.rule.steps.map((step) => ({ approver: step.approver, userId: step.person?.id ?? null })) ?? [
    firstStep,
  ],
});

const bodyOf = <V extends Partial<ReturnType<typeof valuesOf>>>(values: V) =>
  emptyAsNull(values, 'valueFrom', 'valueTo', 'exclusivityDays');

/** Edits the rule at a position, or adds one at the end. */
export function ApprovalRuleDialog({
  policy,
  at,
  onClose,
}: {
  policy: ApprovalPolicyView;
  at: number;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tiers = useQuery(entriesOf.tiers);
  const choices = useChoices();
  const users = useQuery(listUsersOptions());
  const deciders = (users.data?.items ?? []).filter(
    (one) => one.status === 'ACTIVE' && (one.role === 'ADMIN' || one.role === 'CHANNEL_MANAGER'),
  );
  const conditions = useConditionRules();
  const { integerError } = useNumbers();
  const shown = useShownConditions();
  // Other users may move the rule while it is edited.
  const [opened] = useState(() => ruleAt(policy, at));
  const record = opened && (ruleAt(policy, currentPosition(opened, policy)) ?? opened);
  const edit = useEdit(record, valuesOf, {
    draft: `approval:${opened?.rule.name ?? 'new'}`,
    validate: {
      ...conditions,
      exclusivityDays: (value) => integerError(value, days),
      name: (value) => (value.trim() ? null : t('form.required')),
      steps: { userId: (value, { steps }, path) => (needsPerson(steps, path) && !value ? t('form.required') : null) },
    },
    read: async (before) => {
      const now = (await getApprovalPolicy({ throwOnError: true })).data;
      const found = ruleAt(now, currentPosition(before, now));
      if (found) return found;
      const [title, detail] = [t('approval.gone'), t('approval.goneHint')];
      throw { type: 'about:blank', title, detail, status: 409, code: 'gone', traceId: '' } satisfies Problem;
    },
    send: async (of, changes) => {
      const next = { ...ruleRequest(of.rule), ...bodyOf(changes) };
      return existingRuleAt(
        await saveRules(of.policy, of.policy.rules.map(ruleRequest).toSpliced(of.at, 1, next)),
        of.at,
      );
    },
    // A new rule is added at the end, whatever changed before.
    create: async (values) => {
      const page = await saveOrThrow(
        {
          values: () => ({}),
          read: async () => (await getApprovalPolicy({ throwOnError: true })).data,
          send: (now: ApprovalPolicyView) => saveRules(now, [...now.rules.map(ruleRequest), bodyOf(values)]),
        },
        policy,
        {},
      );
      return existingRuleAt(page, page.rules.length - 1);
    },
    saved: () => {
      toast(t('opportunity.saved'));
      onClose();
    },
    errors: (problem, of) => ofThisRule(problem, of?.at ?? policy.rules.length),
    settled: () => invalidateApprovalPolicy(queries),
  });
  const { form, base } = edit;
  return (
    <FormDialog
      edit={edit}
      onClose={onClose}
      size="lg"
      title={base ? t('calendar.changeOne', { name: base.rule.name }) : t('rule.new')}
      action={t('form.save')}
    >
      <EditConflict
        edit={edit}
        fields={{
          ...shown,
          name: { label: t('rule.name') },
          tierIds: { label: t('approval.tiers'), show: (ids) => names(tiers.data?.items, ids) || t('rule.any') },
          exclusivityDays: { label: t('approval.days') },
          steps: {
            label: t('approval.steps'),
            show: (steps) =>
              steps
                .map(
                  ({ approver, userId }) => (userId && names(deciders, [userId])) || capital(t(`approver.${approver}`)),
                )
                .join('\n') || t('approval.automatic'),
          },
        }}
      />
      <TextInput label={t('rule.name')} maxLength={100} data-autofocus {...form.getInputProps('name')} />
      <MultiSelect
        label={t('approval.tiers')}
        placeholder={form.values.tierIds.length ? '' : t('rule.any')}
        data={choices(tiers.data?.items, form.values.tierIds)}
        clearable
        clearButtonProps={{ 'aria-label': t('table.clear') }}
        {...form.getInputProps('tierIds')}
      />
      <RuleConditionInputs form={form} />
      <Fieldset legend={t('approval.steps')}>
        <Stack gap="sm">
          {form.values.steps.length ? null : <Text size="sm">{t('approval.automatic')}</Text>}
          {form.values.steps.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is identified by its position
            <Group key={index} align="flex-start" gap="xs" wrap="nowrap">
              <Group grow align="flex-start" gap="xs" style={{ flex: 1 }}>
                <Select
                  label={t('approval.step', { number: index + 1 })}
                  data={zApprover.options.map((value) => ({ value, label: capital(t(`approver.${value}`)) }))}
                  allowDeselect={false}
                  value={step.approver}
                  onChange={(value) =>
                    form.setFieldValue(`steps.${index}`, { approver: value ?? step.approver, userId: null })
                  }
                />
                {step.approver === 'PERSON' ? (
                  <Select
                    label={t('approval.person', { number: index + 1 })}
                    data={deciders.map((one) => ({ value: one.id, label: one.name }))}
                    searchable
                    {...form.getInputProps(`steps.${index}.userId`)}
                  />
                ) : null}
              </Group>
              <ActionIcon
                variant="default"
                size={36}
                mt={24}
                aria-label={t('approval.removeStep', { number: index + 1 })}
                onClick={() => form.removeListItem('steps', index)}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </Group>
          ))}
          <Group>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPlus size={14} />}
              disabled={form.values.steps.length >= mostSteps}
              onClick={() => form.insertListItem('steps', { approver: 'ADMIN', userId: null })}
            >
              {t('approval.addStep')}
            </Button>
          </Group>
        </Stack>
      </Fieldset>
      <IntegerInput
        label={t('approval.days')}
        description={t('approval.daysHint')}
        range={days}
        {...form.getInputProps('exclusivityDays')}
      />
    </FormDialog>
  );
}

/** With a capital letter, for a label. */
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const needsPerson = (steps: { approver: Approver }[], path: string) =>
  steps[Number(path.split('.')[1])]?.approver === 'PERSON';

/** The errors of this rule: the server's pointers refer to the whole policy. */
const ofThisRule = (problem: Problem, at: number) =>
  Object.fromEntries(
    Object.entries(fieldErrors(problem)).map(([field, text]) => [field.replace(`rules.${at}.`, ''), text]),
  );
