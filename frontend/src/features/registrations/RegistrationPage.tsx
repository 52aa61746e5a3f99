import { Badge, Grid, Group, Paper, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ConflictView, DealRegistrationView } from '@/api/gen';
import {
  getOpportunityOptions,
  getRegistrationOptions,
  listRegistrationConflictsOptions,
} from '@/api/gen/@tanstack/react-query.gen';
import { useMe } from '@/features/session/useMe';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/format';
import { TextLink } from '@/ui/links';
import { Page } from '@/ui/Page';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { ApprovalSteps } from './ApprovalSteps';
import { DecisionClock } from './DecisionClock';
import { RegistrationActions } from './RegistrationActions';
import { RegistrationNews } from './RegistrationNews';
import { RegistrationStatusBadge } from './RegistrationStatusBadge';

/** One registration: for the vendor with what is in the way, for the partner with what it waits for. */
export function RegistrationPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const found = useQuery({ ...getRegistrationOptions({ path: { id } }), refetchInterval: 30_000 });
  if (found.error && !found.data) return <ProblemAlert problem={found.error} retry={() => void found.refetch()} />;
  return (
    <Stack gap="xs">
      <TextLink to="/registrations" size="sm">
        {t('registration.title')}
      </TextLink>
      {found.data ? <Opened r={found.data} /> : <Skeleton h={420} role="status" aria-label={t('table.loading')} />}
    </Stack>
  );
}

function Opened({ r }: { r: DealRegistrationView }) {
  const { t } = useTranslation();
  const f = useFormats();
  const me = useMe();
  const opportunity = useQuery({ ...getOpportunityOptions({ path: { id: r.opportunity.id } }), enabled: me.staff });
  const o = opportunity.data;
  return (
    <Page
      title={`${r.number} ${r.opportunity.name}`}
      heading={
        <Group gap="sm" component="span">
          {r.opportunity.name}
          <RegistrationStatusBadge status={r.status} />
          {r.appealed ? <Badge variant="default">{t('registration.appealed')}</Badge> : null}
        </Group>
      }
      actions={<RegistrationActions r={r} />}
    >
      <RegistrationNews r={r} />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: me.staff ? 5 : 12 }}>
          <Paper p="md">
            <Facts
              items={[
                [t('registration.number'), r.number],
                [
                  t('registration.opportunity'),
                  <TextLink key="o" to="/opportunities/$id" params={{ id: r.opportunity.id }} size="sm">
                    {r.opportunity.name}
                  </TextLink>,
                ],
                [
                  t('registration.customer'),
                  <TextLink key="c" to="/customers/$id" params={{ id: r.customer.id }} size="sm">
                    {r.customer.name}
                  </TextLink>,
                ],
                [
                  t('registration.partner'),
                  <TextLink key="p" to="/partners/$id" params={{ id: r.partner.id }} size="sm">
                    {r.partner.name}
                  </TextLink>,
                ],
                [t('registration.productLines'), r.productLines.map((one) => one.name).join(', ')],
                ...(o
                  ? ([
                      [t('opportunity.value'), o.estimatedValue ? f.money(o.estimatedValue) : '–'],
                      [t('opportunity.territory'), o.territory?.name ?? '–'],
                    ] as [string, string][])
                  : []),
                [t('registration.words'), r.comment],
                [t('registration.submitted'), `${f.dateTime(r.submittedAt)}, ${r.submittedBy.name}`],
                [t('registration.deciders'), <ApprovalSteps key="s" r={r} />],
                ...(r.rule ? ([[t('registration.rule'), r.rule]] as [string, string][]) : []),
                ...(r.status === 'SUBMITTED'
                  ? ([[t('registration.decideBy'), <DecisionClock key="d" r={r} />]] as [string, React.ReactNode][])
                  : []),
                ...(r.decidedAt
                  ? ([
                      [
                        t('registration.decided'),
                        `${f.dateTime(r.decidedAt)}, ${r.decidedBy?.name ?? t('registration.byItself')}`,
                      ],
                    ] as [string, string][])
                  : []),
                ...(r.exclusiveFrom && r.exclusiveUntil
                  ? ([
                      [t('registration.exclusiveSince'), f.dateTime(r.exclusiveFrom)],
                      [t('registration.exclusiveUntil'), f.dateTime(r.exclusiveUntil)],
                      [t('registration.extensions'), f.number(r.extensions)],
                    ] as [string, string][])
                  : []),
              ]}
            />
          </Paper>
        </Grid.Col>
        {me.staff ? (
          <Grid.Col span={{ base: 12, md: 7 }}>
            <Conflicts r={r} />
          </Grid.Col>
        ) : null}
      </Grid>
    </Page>
  );
}

/** The request beside everything that is, or may be, the same company. */
function Conflicts({ r }: { r: DealRegistrationView }) {
  const { t } = useTranslation();
  const found = useQuery(listRegistrationConflictsOptions({ path: { id: r.id } }));
  const all = found.data?.items ?? [];
  return (
    <Paper p="md">
      <Title order={2} size="h4" mb="sm">
        {t('registration.conflicts')}
      </Title>
      {found.error ? <ProblemAlert problem={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending ? <Skeleton h={120} role="status" aria-label={t('table.loading')} /> : null}
      {found.data && all.length === 0 ? <Text size="sm">{t('registration.noConflicts')}</Text> : null}
      {all.length ? (
        <Table.ScrollContainer minWidth={480}>
          <Table aria-label={t('registration.conflicts')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('registration.customer')}</Table.Th>
                <Table.Th>{t('registration.partner')}</Table.Th>
                <Table.Th>{t('registration.productLines')}</Table.Th>
                <Table.Th>{t('registration.state')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              <Table.Tr>
                <Table.Td>
                  <Text size="sm" fw={600}>
                    {r.customer.name}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {t('registration.here')}
                  </Text>
                </Table.Td>
                <Table.Td>{r.partner.name}</Table.Td>
                <Table.Td>{r.productLines.map((one) => one.name).join(', ')}</Table.Td>
                <Table.Td>
                  <RegistrationStatusBadge status={r.status} />
                </Table.Td>
              </Table.Tr>
              {all.map((one) => (
                <Conflict key={one.kind + (one.registration?.id ?? one.opportunity?.id ?? one.customer.id)} one={one} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      ) : null}
    </Paper>
  );
}

function Conflict({ one }: { one: ConflictView }) {
  const { t } = useTranslation();
  const f = useFormats();
  return (
    <Table.Tr>
      <Table.Td>
        <TextLink to="/customers/$id" params={{ id: one.customer.id }} size="sm">
          {one.customer.name}
        </TextLink>
        <Text size="xs" c="dimmed">
          {t(`registration.by.${one.matchedBy}`)}
          {one.matchedBy === 'NAME' ? `, ${t('registration.likeness', { percent: f.percent(one.likeness) })}` : ''}
          {one.registryCode ? ` · ${one.registryCode}` : ''}
        </Text>
      </Table.Td>
      <Table.Td>{one.partner?.name ?? '–'}</Table.Td>
      <Table.Td>{one.productLines.join(', ') || '–'}</Table.Td>
      <Table.Td>
        {one.registration && one.status ? (
          <>
            <RegistrationStatusBadge status={one.status} />
            <br />
            <TextLink to="/registrations/$id" params={{ id: one.registration.id }} size="sm">
              {one.registration.name}
            </TextLink>
          </>
        ) : one.opportunity ? (
          <TextLink to="/opportunities/$id" params={{ id: one.opportunity.id }} size="sm">
            {t(`registration.kind.${one.kind}`)}: {one.opportunity.name}
          </TextLink>
        ) : (
          t(`registration.kind.${one.kind}`)
        )}
        {one.exclusiveUntil ? (
          <Text size="xs" c="dimmed">
            {t('registration.exclusiveUntil')} {f.date(one.exclusiveUntil)}
          </Text>
        ) : null}
      </Table.Td>
    </Table.Tr>
  );
}
