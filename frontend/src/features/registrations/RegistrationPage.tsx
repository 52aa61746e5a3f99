import { Badge, Grid, Group, Paper, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConflictView, DealRegistrationView } from '@/api/gen';
import {
  getOpportunityOptions,
  getRegistrationOptions,
  listDuplicatesOptions,
  listRegistrationConflictsOptions,
} from '@/api/gen/@tanstack/react-query.gen';
import { ApprovalSteps } from '@/features/approvals/ApprovalSteps';
import { useMe } from '@/features/session/useMe';
import { DescriptionList } from '@/ui/DescriptionList';
import { useFormats } from '@/ui/format';
import { TextLink } from '@/ui/links';
import { Page } from '@/ui/Page';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { CompanyDecision } from './CompanyDecision';
import { DecisionDeadline } from './DecisionDeadline';
import { isAwaitingDecision } from './isAwaitingDecision';
import { RegistrationActions } from './RegistrationActions';
import { RegistrationAlerts } from './RegistrationAlerts';
import { RegistrationStatusBadge } from './RegistrationStatusBadge';

/** One registration; for staff with its conflicts. */
export function RegistrationPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const found = useQuery({ ...getRegistrationOptions({ path: { id } }), refetchInterval: 30_000 });
  if (found.error && !found.data) return <ProblemAlert problem={found.error} retry={() => void found.refetch()} />;
  return (
    <Stack gap="xs">
      <TextLink to="/registrations" size="sm">
        {t('registration.title')}
      </TextLink>
      {found.data ? (
        <RegistrationDetails registration={found.data} />
      ) : (
        <Skeleton h={420} role="status" aria-label={t('table.loading')} />
      )}
    </Stack>
  );
}

function RegistrationDetails({ registration }: { registration: DealRegistrationView }) {
  const { t } = useTranslation();
  const format = useFormats();
  const me = useMe();
  const found = useQuery({
    ...getOpportunityOptions({ path: { id: registration.opportunity.id } }),
    enabled: me.staff,
  });
  const opportunity = found.data;
  return (
    <Page
      title={`${registration.number} ${registration.opportunity.name}`}
      heading={
        <Group gap="sm" component="span">
          {registration.opportunity.name}
          <RegistrationStatusBadge status={registration.status} />
          {registration.submission.appealed ? <Badge variant="default">{t('registration.appealed')}</Badge> : null}
        </Group>
      }
      actions={<RegistrationActions registration={registration} />}
    >
      <RegistrationAlerts registration={registration} />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: me.staff ? 5 : 12 }}>
          <Paper p="md">
            <DescriptionList
              items={[
                [t('registration.number'), registration.number],
                [
                  t('registration.opportunity'),
                  <TextLink
                    key="opportunity"
                    to="/opportunities/$id"
                    params={{ id: registration.opportunity.id }}
                    size="sm"
                  >
                    {registration.opportunity.name}
                  </TextLink>,
                ],
                [
                  t('registration.customer'),
                  <TextLink key="customer" to="/customers/$id" params={{ id: registration.customer.id }} size="sm">
                    {registration.customer.name}
                  </TextLink>,
                ],
                [
                  t('registration.partner'),
                  <TextLink key="partner" to="/partners/$id" params={{ id: registration.partner.id }} size="sm">
                    {registration.partner.name}
                  </TextLink>,
                ],
                [t('registration.productLines'), registration.productLines.map((one) => one.name).join(', ')],
                registration.exclusivity
                  ? [t('registration.scope'), registration.scope.value ? format.money(registration.scope.value) : '–']
                  : null,
                opportunity
                  ? [
                      t('opportunity.value'),
                      opportunity.value.estimated ? format.money(opportunity.value.estimated) : '–',
                    ]
                  : null,
                opportunity ? [t('opportunity.territory'), opportunity.classification.territory?.name ?? '–'] : null,
                [t('registration.words'), registration.submission.comment],
                [
                  t('registration.submitted'),
                  `${format.dateTime(registration.submission.submittedAt)}, ${registration.submission.submittedBy.name}`,
                ],
                [t('registration.deciders'), <ApprovalSteps key="steps" registration={registration} />],
                registration.approval.rule ? [t('registration.rule'), registration.approval.rule] : null,
                isAwaitingDecision(registration)
                  ? [t('registration.decideBy'), <DecisionDeadline key="deadline" registration={registration} />]
                  : null,
                registration.decision.decidedAt
                  ? [
                      t('registration.decided'),
                      `${format.dateTime(registration.decision.decidedAt)}, ${registration.decision.decidedBy?.name ?? t('registration.byItself')}`,
                    ]
                  : null,
                registration.exclusivity
                  ? [t('registration.exclusiveSince'), format.dateTime(registration.exclusivity.from)]
                  : null,
                registration.exclusivity
                  ? [t('registration.exclusiveUntil'), format.dateTime(registration.exclusivity.until)]
                  : null,
                registration.exclusivity
                  ? [t('registration.extensions'), format.number(registration.exclusivity.extensions)]
                  : null,
              ]}
            />
          </Paper>
        </Grid.Col>
        {me.staff ? (
          <Grid.Col span={{ base: 12, md: 7 }}>
            <Conflicts registration={registration} />
          </Grid.Col>
        ) : null}
      </Grid>
    </Page>
  );
}

/** Compares the registration with its possible conflicts. */
function Conflicts({ registration }: { registration: DealRegistrationView }) {
  const { t } = useTranslation();
  const found = useQuery(listRegistrationConflictsOptions({ path: { id: registration.id } }));
  const all = found.data?.items ?? [];
  const duplicates = useQuery(listDuplicatesOptions({ path: { id: registration.customer.id } }));
  const decisionOn = (id: string) => duplicates.data?.items.find((one) => one.customer.id === id)?.decision;
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
                    {registration.customer.name}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {t('registration.here')}
                  </Text>
                </Table.Td>
                <Table.Td>{registration.partner.name}</Table.Td>
                <Table.Td>{registration.productLines.map((one) => one.name).join(', ')}</Table.Td>
                <Table.Td>
                  <RegistrationStatusBadge status={registration.status} />
                </Table.Td>
              </Table.Tr>
              {all.map((one) => (
                <Conflict key={one.kind + (one.registration?.id ?? one.opportunity?.id ?? one.customer.id)} one={one}>
                  {duplicates.data ? (
                    <CompanyDecision
                      customerId={registration.customer.id}
                      other={one.customer}
                      matchedBy={one.matchedBy}
                      decision={decisionOn(one.customer.id)}
                    />
                  ) : null}
                </Conflict>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      ) : null}
    </Paper>
  );
}

function Conflict({ one, children }: { one: ConflictView; children: ReactNode }) {
  const { t } = useTranslation();
  const format = useFormats();
  return (
    <Table.Tr>
      <Table.Td>
        <TextLink to="/customers/$id" params={{ id: one.customer.id }} size="sm">
          {one.customer.name}
        </TextLink>
        <Text size="xs" c="dimmed">
          {t(`registration.by.${one.matchedBy}`)}
          {one.matchedBy === 'NAME' ? `, ${t('registration.likeness', { percent: format.percent(one.likeness) })}` : ''}
          {one.registryCode ? ` · ${one.registryCode}` : ''}
        </Text>
        {children}
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
            {t('registration.exclusiveUntil')} {format.date(one.exclusiveUntil)}
          </Text>
        ) : null}
      </Table.Td>
    </Table.Tr>
  );
}
