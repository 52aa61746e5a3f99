import { Alert, Badge, Grid, Group, Paper, Skeleton, Stack, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OpportunityView } from '@/api/gen';
import { getOpportunityOptions } from '@/api/gen/@tanstack/react-query.gen';
import { CollaborationCard } from '@/features/collaboration/CollaborationCard';
import { EmptyPool } from '@/features/distribution/NobodyEligible';
import { OfferDeadline } from '@/features/distribution/OfferDeadline';
import { ProtectionWarning } from '@/features/registrations/ProtectionWarning';
import { RegistrationCard } from '@/features/registrations/RegistrationCard';
import { useMe } from '@/features/session/useMe';
import { Timeline } from '@/features/timeline/Timeline';
import { TextLink } from '@/ui/links';
import { Page } from '@/ui/Page';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { StatusBadge } from '@/ui/StatusBadge';
import { AlertBadge } from './AlertBadge';
import { CustomerCard } from './CustomerCard';
import { DetailsCard } from './DetailsCard';
import { ExtensionNotice } from './ExtensionNotice';
import { GoneNotice } from './GoneNotice';
import { InlineText, texts } from './InlineText';
import { OpportunityActions } from './OpportunityActions';
import { PartnerCard } from './PartnerCard';
import { PhaseStepper } from './PhaseStepper';
import { ValueCard } from './ValueCard';

/** One opportunity and all its actions. */
export function OpportunityPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const found = useQuery({ ...getOpportunityOptions({ path: { id } }), refetchInterval: 30_000 });
  // Its last state stays on screen, with what was typed, but nothing can be done any more.
  const gone = found.error?.status === 404 && !!found.data;
  if (found.error && !found.data) return <ProblemAlert problem={found.error} retry={() => void found.refetch()} />;
  const opportunity = gone && found.data ? withoutActions(found.data) : found.data;
  return (
    <Stack gap="xs">
      <TextLink to="/opportunities" size="sm">
        <Group gap={4} component="span" display="inline-flex">
          <IconArrowLeft size={14} aria-hidden />
          {t('opportunity.back')}
        </Group>
      </TextLink>
      {gone ? <GoneNotice id={id} /> : null}
      {opportunity ? (
        <OpportunityDetails opportunity={opportunity} gone={gone} />
      ) : (
        <Skeleton h={480} role="status" aria-label={t('table.loading')} />
      )}
    </Stack>
  );
}

const withoutActions = (opportunity: OpportunityView): OpportunityView => ({
  ...opportunity,
  actions: [],
  distribution: { ...opportunity.distribution, answerBy: null },
});

function OpportunityDetails({ opportunity, gone }: { opportunity: OpportunityView; gone: boolean }) {
  const { t } = useTranslation();
  const me = useMe();
  const editable = opportunity.actions.includes('EDIT');
  // A partner does not change the summary of an opportunity it was offered; it adds what it learns from the customer.
  const theirs = (field: string) => !me.staff && opportunity.origin.source === 'DISTRIBUTED' && field === 'summary';
  return (
    <Page
      title={`${opportunity.number} ${opportunity.topic}`}
      heading={
        <Group gap="sm" component="span">
          {opportunity.topic}
          {gone ? null : <StatusBadge status={opportunity.status} />}
          {opportunity.assignment.shared ? <Badge variant="default">{t('collaboration.shared')}</Badge> : null}
          <AlertBadge alert={opportunity.pipeline.alert} />
          {opportunity.distribution.answerBy ? <OfferDeadline answerBy={opportunity.distribution.answerBy} /> : null}
        </Group>
      }
      actions={<OpportunityActions opportunity={opportunity} />}
    >
      {opportunity.distribution.exhausted ? (
        <Alert variant="outline" color="orange" title={t('match.exhausted')}>
          {t('match.exhaustedHint')}
        </Alert>
      ) : null}
      {me.staff && opportunity.status === 'POOL' ? <EmptyPool id={opportunity.id} /> : null}
      {me.staff && me.role !== 'ANALYST' && !opportunity.outcome.closedAt ? (
        <ProtectionWarning
          asked={{
            customerId: opportunity.customer.id,
            productLineIds: opportunity.classification.productLines.map((one) => one.id),
          }}
          except={opportunity.origin.source === 'PARTNER_CREATED' ? opportunity.assignment.partner?.id : null}
        />
      ) : null}
      <ExtensionNotice opportunity={opportunity} />
      <PhaseStepper opportunity={opportunity} />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="md">
            <Paper p="md">
              <Stack gap="sm">
                <Title order={2} size="h4">
                  {t('opportunity.description')}
                </Title>
                {texts.map((field) => (
                  <InlineText
                    key={field}
                    opportunity={opportunity}
                    field={field}
                    editable={editable && !theirs(field)}
                  />
                ))}
              </Stack>
            </Paper>
            <Timeline
              id={opportunity.id}
              mayWrite={me.role !== 'ANALYST' && !opportunity.actions.includes('CLAIM')}
              partners={
                opportunity.assignment.shared ? opportunity.assignment.collaborators.map((one) => one.partner) : []
              }
            />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="md">
            <ValueCard opportunity={opportunity} editable={editable} />
            <DetailsCard opportunity={opportunity} editable={editable} />
            <CustomerCard opportunity={opportunity} editable={editable} />
            <RegistrationCard opportunity={opportunity} />
            <CollaborationCard opportunity={opportunity} />
            <PartnerCard opportunity={opportunity} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}
