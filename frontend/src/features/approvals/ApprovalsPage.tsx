import { Button, EmptyState, Group, NumberInput, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { IconPlus, IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApprovalPolicyView, ApprovalRuleRequest, ApprovalRuleView, Problem } from '@/api/gen';
import { getApprovalPolicyOptions } from '@/api/gen/@tanstack/react-query.gen';
import { invalidateApprovalPolicy } from '@/api/invalidation';
import { RuleConditions } from '@/features/reference/RuleConditions';
import { confirm } from '@/ui/confirm';
import { Page } from '@/ui/Page';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { RuleCard } from '@/ui/RuleCard';
import { toast, toastProblem } from '@/ui/toasts';
import { ApprovalRuleDialog } from './ApprovalRuleDialog';
import { ruleRequest, saveRules, saveShare } from './approvalRules';
import { useApproverNames } from './useApproverNames';

/** The approval rules in their order. */
export function ApprovalsPage() {
  const { t } = useTranslation();
  const policy = useQuery(getApprovalPolicyOptions());
  if (policy.data) return <Rules policy={policy.data} />;
  return (
    <Page>
      {policy.error ? <ProblemAlert problem={policy.error} retry={() => void policy.refetch()} /> : null}
      {policy.isPending ? <Skeleton h={160} role="status" aria-label={t('table.loading')} /> : null}
    </Page>
  );
}

function Rules({ policy }: { policy: ApprovalPolicyView }) {
  const { t } = useTranslation();
  const [at, setAt] = useState<number>();
  const queries = useQueryClient();
  // A rule is identified by its position, so a change is sent with the policy in which it had that position.
  const change = useMutation<unknown, Problem, { policy: ApprovalPolicyView; rules: ApprovalRuleRequest[] }>({
    mutationFn: (it) => saveRules(it.policy, it.rules),
    onSuccess: () => toast(t('opportunity.saved')),
    onError: toastProblem,
    onSettled: () => invalidateApprovalPolicy(queries),
  });
  const { rules } = policy;
  const apply = (how: (all: ApprovalRuleRequest[]) => ApprovalRuleRequest[]) =>
    change.mutate({ policy, rules: how(rules.map(ruleRequest)) });
  const remove = (place: number, name: string) =>
    confirm({
      title: t('rule.removeOne', { name }),
      text: t('approval.removeConfirm'),
      action: t('rule.remove'),
      act: () => apply((all) => all.toSpliced(place, 1)),
    });
  const move = (from: number, to: number) =>
    apply((all) => {
      const [one] = all.slice(from, from + 1);
      return one ? all.toSpliced(from, 1).toSpliced(to, 0, one) : all;
    });
  return (
    <Page
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setAt(rules.length)}>
          {t('rule.new')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed" maw={720}>
        {t('approval.about')}
      </Text>
      {rules.length === 0 ? (
        <Paper p="xl">
          <EmptyState
            icon={<IconRosetteDiscountCheck size={28} />}
            title={t('approval.none')}
            description={t('approval.noneHint')}
          />
        </Paper>
      ) : null}
      <Stack component="ol" gap="sm" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t('approval.title')}>
        {rules.map((rule, index) => (
          <RuleCard
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule is identified by its position
            key={index}
            name={rule.name}
            place={index + 1}
            last={rules.length}
            busy={change.isPending}
            onMove={(place) => move(index, place - 1)}
            onChange={() => setAt(index)}
            onRemove={() => remove(index, rule.name)}
          >
            <RuleConditions rule={rule} />
            <Outcome rule={rule} />
          </RuleCard>
        ))}
      </Stack>
      <ChangeShare key={policy.materialChangePercent} policy={policy} />
      {at === undefined ? null : <ApprovalRuleDialog policy={policy} at={at} onClose={() => setAt(undefined)} />}
    </Page>
  );
}

/** The share by which the value of an approved registration may change without a new approval. */
function ChangeShare({ policy }: { policy: ApprovalPolicyView }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [percent, setPercent] = useState<string | number>(policy.materialChangePercent);
  const save = useMutation<unknown, Problem, number>({
    mutationFn: (share) => saveShare(policy, share),
    onSuccess: () => toast(t('opportunity.saved')),
    onError: toastProblem,
    onSettled: () => invalidateApprovalPolicy(queries),
  });
  const valid = typeof percent === 'number';
  return (
    <Paper p="md">
      <Group align="flex-end" gap="sm">
        <NumberInput
          label={t('approval.share')}
          description={t('approval.shareHint')}
          value={percent}
          onChange={setPercent}
          min={1}
          max={1000}
          allowDecimal={false}
          suffix=" %"
          clampBehavior="strict"
          maw={480}
          error={valid ? undefined : t('form.required')}
        />
        <Button
          variant="default"
          loading={save.isPending}
          disabled={!valid || percent === policy.materialChangePercent}
          onClick={() => valid && save.mutate(percent)}
        >
          {t('form.save')}
        </Button>
      </Group>
    </Paper>
  );
}

/** The outcome of a rule as text. */
function Outcome({ rule }: { rule: ApprovalRuleView }) {
  const { t } = useTranslation();
  const deciders = useApproverNames();
  const who = rule.steps.length ? deciders.all(rule.steps) : t('registration.byItself');
  return (
    <Text size="sm">
      {[
        t('approval.then', { who, interpolation: { escapeValue: false } }),
        rule.exclusivityDays ? t('approval.for', { count: rule.exclusivityDays }) : null,
      ]
        .filter(Boolean)
        .join(' · ')}
    </Text>
  );
}
