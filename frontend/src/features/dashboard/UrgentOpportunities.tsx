import { Group, Paper, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ListOpportunitiesData, OpportunitySummary } from '@/api/gen';
import { listOpportunitiesOptions } from '@/api/gen/@tanstack/react-query.gen';
import { useMe } from '@/features/session/useMe';
import { useFormats } from '@/ui/format';
import { TextLink } from '@/ui/links';
import { ProblemAlert } from '@/ui/ProblemAlert';

const SHOWN = 5;

/** The most urgent opportunities: offers to answer, and those due next. */
export function UrgentOpportunities() {
  const { t } = useTranslation();
  const me = useMe();
  const offered = { status: ['DELIVERED' as const], sort: 'answerBy' };
  const worked = { status: ['ACCEPTED' as const, 'ON_HOLD' as const], sort: 'dueOn' };
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }}>
      {me.role === 'PARTNER_SELLER' ? null : (
        <List
          title={t(me.staff ? 'dashboard.delivered' : 'view.distributed')}
          query={me.staff ? offered : { view: 'distributed', sort: 'answerBy' }}
        />
      )}
      <List
        title={t(me.staff ? 'dashboard.dueNext' : 'view.managed')}
        query={me.staff ? worked : { ...worked, view: 'managed' }}
      />
    </SimpleGrid>
  );
}

function List({ title, query }: { title: string; query: ListOpportunitiesData['query'] }) {
  const { t } = useTranslation();
  const found = useQuery(listOpportunitiesOptions({ query: { ...query, limit: SHOWN } }));
  return (
    <Paper p="md" component="section" aria-label={title}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {title}
        </Title>
        <TextLink to="/opportunities" search={query} size="sm">
          {t('dashboard.all')}
        </TextLink>
      </Group>
      {found.error ? <ProblemAlert problem={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending ? <Skeleton h={160} role="status" aria-label={t('table.loading')} /> : null}
      {found.data?.items.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('dashboard.noneNow')}
        </Text>
      ) : null}
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {found.data?.items.map((opportunity) => (
          <Row key={opportunity.id} opportunity={opportunity} />
        ))}
      </Stack>
    </Paper>
  );
}

function Row({ opportunity }: { opportunity: OpportunitySummary }) {
  const { value, pipeline, assignment, distribution } = opportunity;
  const { t } = useTranslation();
  const format = useFormats();
  const me = useMe();
  const who = assignment.shared
    ? [t('collaboration.shared'), assignment.collaborators.join(', ')].filter(Boolean).join(': ')
    : me.staff
      ? assignment.partner?.name
      : assignment.assignee?.name;
  return (
    <Group component="li" justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
      <div style={{ minWidth: 0 }}>
        <TextLink to="/opportunities/$id" params={{ id: opportunity.id }} size="sm" fw={600} lineClamp={1}>
          {opportunity.topic}
        </TextLink>
        <Text size="xs" c="dimmed" lineClamp={1}>
          {[opportunity.customer.name, pipeline.phase ? t(`phase.${pipeline.phase}`) : null, who]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      <div style={{ flex: 'none', textAlign: 'right' }}>
        <Text size="sm" fw={600} className="num">
          {value.estimated ? format.money(value.estimated, true) : '–'}
        </Text>
        <Text size="xs" c="dimmed">
          {distribution.answerBy
            ? t('opportunity.answerWithin', { when: format.relative(distribution.answerBy) })
            : pipeline.dueOn
              ? t('dashboard.due', { date: format.date(pipeline.dueOn) })
              : ''}
        </Text>
      </div>
    </Group>
  );
}
