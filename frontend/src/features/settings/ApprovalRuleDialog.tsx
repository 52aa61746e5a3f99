import { ActionIcon, Button, Fieldset, Group, Modal, MultiSelect, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ApprovalPolicyView, Approver, EditApprovalRule, Problem } from '@/api/gen';
import { listTiersOptions, listUsersOptions } from '@/api/gen/@tanstack/react-query.gen';
import { zApprover } from '@/api/gen/zod.gen';
import { DialogButtons } from '@/ui/DialogButtons';
import type { Typed } from '@/ui/money';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { fieldErrors } from '@/ui/serverErrors';
import { useNumbers } from '@/ui/useNumbers';
import { WholeInput } from '@/ui/WholeInput';
import { useApprovalRules } from './ApprovalsPage';
import { ConditionInputs, optionalNumber, useConditionRules } from './ConditionInputs';

const mostSteps = 10;
const days = [1, 3650] as const;

/** One rule of the policy: a new one where there is none at the place. */
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
  const rule = policy.rules[at];
  const tiers = useQuery(listTiersOptions());
  const users = useQuery(listUsersOptions());
  const deciders = (users.data?.items ?? []).filter(
    (one) => one.status === 'ACTIVE' && (one.role === 'ADMIN' || one.role === 'CHANNEL_MANAGER'),
  );
  const conditions = useConditionRules();
  const { wholeRefusal } = useNumbers();
  const change = useApprovalRules(policy);
  const form = useForm({
    initialValues: {
      name: rule?.name ?? '',
      tierIds: rule?.tiers.map((one) => one.id) ?? [],
      territoryIds: rule?.territories.map((one) => one.id) ?? [],
      productLineIds: rule?.productLines.map((one) => one.id) ?? [],
      valueFrom: (rule?.valueFrom ?? '') as Typed,
      valueTo: (rule?.valueTo ?? '') as Typed,
      exclusivityDays: (rule?.exclusivityDays ?? '') as Typed,
      steps: rule?.steps.map((step) => ({ approver: step.approver, userId: step.person?.id ?? null })) ?? [
        { approver: 'CHANNEL_MANAGER' as Approver, userId: null as string | null },
      ],
    },
    validate: {
      ...conditions,
      exclusivityDays: (value) => wholeRefusal(value, days),
      name: (value) => (value.trim() ? null : t('form.required')),
      steps: { userId: (value, { steps }, path) => (needsPerson(steps, path) && !value ? t('form.required') : null) },
    },
  });
  const save = (values: typeof form.values) => {
    const next: EditApprovalRule = {
      ...values,
      valueFrom: optionalNumber(values.valueFrom),
      valueTo: optionalNumber(values.valueTo),
      exclusivityDays: optionalNumber(values.exclusivityDays),
    };
    change.mutate((all) => all.toSpliced(at, 1, next), {
      onSuccess: onClose,
      onError: (problem) => form.setErrors(ofThisRule(problem, at)),
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={rule ? t('calendar.changeOne', { name: rule.name }) : t('rule.new')}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      <form onSubmit={form.onSubmit(save)}>
        <Stack>
          {change.error && !change.error.errors ? <ProblemAlert problem={change.error} /> : null}
          <TextInput label={t('rule.name')} maxLength={100} data-autofocus {...form.getInputProps('name')} />
          <MultiSelect
            label={t('approval.tiers')}
            placeholder={form.values.tierIds.length ? '' : t('rule.any')}
            data={(tiers.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
            clearable
            clearButtonProps={{ 'aria-label': t('table.clear') }}
            {...form.getInputProps('tierIds')}
          />
          <ConditionInputs form={form} />
          <Fieldset legend={t('approval.steps')}>
            <Stack gap="sm">
              {form.values.steps.length ? null : <Text size="sm">{t('approval.automatic')}</Text>}
              {form.values.steps.map((step, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the place in the order is what a step is
                <Group key={i} align="flex-start" gap="xs" wrap="nowrap">
                  <Group grow align="flex-start" gap="xs" style={{ flex: 1 }}>
                    <Select
                      label={t('approval.step', { number: i + 1 })}
                      data={zApprover.options.map((value) => ({ value, label: capital(t(`approver.${value}`)) }))}
                      allowDeselect={false}
                      value={step.approver}
                      onChange={(value) =>
                        form.setFieldValue(`steps.${i}`, { approver: value as Approver, userId: null })
                      }
                    />
                    {step.approver === 'PERSON' ? (
                      <Select
                        label={t('approval.person', { number: i + 1 })}
                        data={deciders.map((one) => ({ value: one.id, label: one.name }))}
                        searchable
                        {...form.getInputProps(`steps.${i}.userId`)}
                      />
                    ) : null}
                  </Group>
                  <ActionIcon
                    variant="default"
                    size={36}
                    mt={24}
                    aria-label={t('approval.removeStep', { number: i + 1 })}
                    onClick={() => form.removeListItem('steps', i)}
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
          <WholeInput
            label={t('approval.days')}
            description={t('approval.daysHint')}
            range={days}
            {...form.getInputProps('exclusivityDays')}
          />
          <DialogButtons onClose={onClose}>
            <Button type="submit" loading={change.isPending}>
              {t('form.save')}
            </Button>
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}

/** As a label of its own begins. */
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const needsPerson = (steps: { approver: Approver }[], path: string) =>
  steps[Number(path.split('.')[1])]?.approver === 'PERSON';

/** The server names fields of the whole page; those of this rule are shown at its fields. */
const ofThisRule = (problem: Problem, at: number) =>
  Object.fromEntries(
    Object.entries(fieldErrors(problem)).map(([field, words]) => [field.replace(`rules.${at}.`, ''), words]),
  );
