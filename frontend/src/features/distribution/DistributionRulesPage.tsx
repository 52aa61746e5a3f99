import { Badge, Button, EmptyState, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { IconPlus, IconRoute } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import {
  type DistributionRuleView,
  deleteDistributionRule,
  editDistributionRule,
  getDistributionRule,
  type Problem,
} from '@/api/gen';
import { listDistributionRulesOptions } from '@/api/gen/@tanstack/react-query.gen';
import { invalidateDistributionRules } from '@/api/invalidation';
import { RuleConditions } from '@/features/reference/RuleConditions';
import { type EditOperations, saveOrThrow } from '@/ui/changes';
import { confirm } from '@/ui/confirm';
import { Page } from '@/ui/Page';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { RuleCard } from '@/ui/RuleCard';
import { toastProblem } from '@/ui/toasts';
import { DistributionRuleDialog } from './DistributionRuleDialog';

type Change = { rule: DistributionRuleView; position: number } | { rule: DistributionRuleView; remove: true };

/** Changes of other fields by other users are kept; a change of the position is a conflict. */
const places: EditOperations<DistributionRuleView, { position: number }> = {
  values: ({ position }) => ({ position }),
  read: async ({ id }) => (await getDistributionRule({ path: { id }, throwOnError: true })).data,
  send: async (rule, body) =>
    (await editDistributionRule({ path: { id: rule.id }, headers: ifMatch(rule), body, throwOnError: true })).data,
};

/** The rules that distribute opportunities automatically, in their order. */
export function DistributionRulesPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const rules = useQuery(listDistributionRulesOptions());
  const [rule, setRule] = useState<DistributionRuleView | 'new'>();
  const change = useMutation<unknown, Problem, Change>({
    mutationFn: async (it) => {
      if ('remove' in it)
        return deleteDistributionRule({ path: { id: it.rule.id }, headers: ifMatch(it.rule), throwOnError: true });
      return saveOrThrow(places, it.rule, { position: it.position });
    },
    onError: toastProblem,
    onSettled: () => invalidateDistributionRules(queries),
  });
  const remove = (one: DistributionRuleView) =>
    confirm({
      title: t('rule.removeOne', { name: one.name }),
      text: t('rule.removeConfirm'),
      action: t('rule.remove'),
      act: () => change.mutate({ rule: one, remove: true }),
    });
  const all = rules.data?.items ?? [];
  return (
    <Page
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setRule('new')}>
          {t('rule.new')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed" maw={720}>
        {t('rule.about')}
      </Text>
      {rules.error ? <ProblemAlert problem={rules.error} retry={() => void rules.refetch()} /> : null}
      {rules.isPending ? <Skeleton h={160} role="status" aria-label={t('table.loading')} /> : null}
      {rules.data && all.length === 0 ? (
        <Paper p="xl">
          <EmptyState icon={<IconRoute size={28} />} title={t('rule.none')} description={t('rule.noneHint')} />
        </Paper>
      ) : null}
      <Stack component="ol" gap="sm" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t('rule.title')}>
        {all.map((one) => (
          <RuleCard
            key={one.id}
            name={one.name}
            place={one.position}
            last={all.length}
            busy={change.isPending}
            badge={one.active ? null : <Badge variant="default">{t('rule.off')}</Badge>}
            onMove={(position) => change.mutate({ rule: one, position })}
            onChange={() => setRule(one)}
            onRemove={() => remove(one)}
          >
            <RuleConditions rule={one} />
            <Text size="sm">{t('rule.then', { method: t(`method.${one.method}`) })}</Text>
          </RuleCard>
        ))}
      </Stack>
      {rule ? (
        <DistributionRuleDialog
          rule={rule === 'new' ? null : (all.find(({ id }) => id === rule.id) ?? rule)}
          onClose={() => setRule(undefined)}
        />
      ) : null}
    </Page>
  );
}
