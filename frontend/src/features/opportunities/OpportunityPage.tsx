import { ActionIcon, Alert, Anchor, Badge, Grid, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowLeft, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DistributionView, OpportunityView } from '@/api/gen';
import { getOpportunityOptions, listOpportunityDistributionsOptions } from '@/api/gen/@tanstack/react-query.gen';
import { useMe } from '@/features/session/useMe';
import { Timeline } from '@/features/timeline/Timeline';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/format';
import { TextLink } from '@/ui/links';
import { Page } from '@/ui/Page';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { StatusBadge } from '@/ui/StatusBadge';
import { Actions } from './Actions';
import { AlertMark } from './AlertMark';
import { AnswerClock } from './AnswerClock';
import { CollaborationCard } from './CollaborationCard';
import { InPlaceText } from './InPlaceText';
import { useEdit } from './mutations';
import { PhaseStepper } from './PhaseStepper';
import { ValueDialog } from './ValueDialog';
import { WhyDialog } from './WhyDialog';

const texts = ['summary', 'customerSituation', 'customerNeed', 'customerPainPoints', 'proposedSolution'] as const;

/** One opportunity, and everything that can be done to it. */
export function OpportunityPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const found = useQuery({ ...getOpportunityOptions({ path: { id } }), refetchInterval: 30_000 });
  if (found.error && !found.data) return <ProblemAlert problem={found.error} retry={() => void found.refetch()} />;
  const o = found.data;
  return (
    <Stack gap="xs">
      <TextLink to="/opportunities" size="sm">
        <Group gap={4} component="span" display="inline-flex">
          <IconArrowLeft size={14} aria-hidden />
          {t('opportunity.back')}
        </Group>
      </TextLink>
      {o ? <Opened o={o} /> : <Skeleton h={480} role="status" aria-label={t('table.loading')} />}
    </Stack>
  );
}

function Opened({ o }: { o: OpportunityView }) {
  const { t } = useTranslation();
  const edit = useEdit(o);
  const me = useMe();
  const editable = o.actions.includes('EDIT');
  // What a partner was handed, it does not rename or describe anew; what it writes is what it learns from the customer.
  const theirs = (field: string) => !me.staff && o.source === 'DISTRIBUTED' && field === 'summary';
  return (
    <Page
      title={`${o.number} ${o.topic}`}
      heading={
        <Group gap="sm" component="span">
          {o.topic}
          <StatusBadge status={o.status} />
          {o.shared ? <Badge variant="default">{t('collaboration.shared')}</Badge> : null}
          <AlertMark alert={o.alert} />
          {o.answerBy ? <AnswerClock answerBy={o.answerBy} /> : null}
        </Group>
      }
      actions={<Actions opportunity={o} />}
    >
      {o.exhausted ? (
        <Alert variant="outline" color="orange" title={t('match.exhausted')}>
          {t('match.exhaustedHint')}
        </Alert>
      ) : null}
      <PhaseStepper opportunity={o} />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="md">
            <Paper p="md">
              <Stack gap="sm">
                <Title order={2} size="h4">
                  {t('opportunity.description')}
                </Title>
                {texts.map((field) => (
                  <InPlaceText
                    key={field}
                    label={t(`opportunity.${field}`)}
                    value={o[field]}
                    editable={editable && !theirs(field)}
                    save={(text) => edit.mutateAsync({ [field]: text })}
                  />
                ))}
              </Stack>
            </Paper>
            <Timeline
              id={o.id}
              mayWrite={me.role !== 'ANALYST' && !o.actions.includes('CLAIM')}
              partners={o.shared ? o.collaborators.map((one) => one.partner) : []}
            />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="md">
            <ValueCard o={o} editable={editable} />
            <CustomerCard o={o} />
            <CollaborationCard o={o} />
            <PartnerCard o={o} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function ValueCard({ o, editable }: { o: OpportunityView; editable: boolean }) {
  const { t } = useTranslation();
  const f = useFormats();
  const [editing, dialog] = useDisclosure(false);
  const names = (refs: { name: string }[]) => (refs.length ? refs.map((ref) => ref.name).join(', ') : null);
  return (
    <Paper p="md">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {o.estimatedValue ? f.money(o.estimatedValue) : t('opportunity.noValue')}
        </Title>
        {editable ? (
          <ActionIcon aria-label={t('opportunity.editValue')} onClick={dialog.open}>
            <IconPencil size={18} />
          </ActionIcon>
        ) : null}
      </Group>
      <Facts
        items={[
          [
            t('opportunity.number'),
            <span className="num" key="number">
              {o.number}
            </span>,
          ],
          ...(o.actualValue ? ([[t('opportunity.actualValue'), f.money(o.actualValue)]] as [string, string][]) : []),
          ...(o.reasonCode || o.reason
            ? ([
                [
                  t('opportunity.why'),
                  [o.reasonCode ? t(`reason.${o.reasonCode as 'OTHER'}`) : null, o.reason].filter(Boolean).join(': '),
                ],
              ] as [string, string][])
            : []),
          [t('opportunity.currency'), o.currency],
          [t('opportunity.probability'), o.probability == null ? null : f.percent(o.probability / 100)],
          [t('opportunity.estimatedCloseDate'), o.estimatedCloseDate ? f.date(o.estimatedCloseDate) : null],
          [t('opportunity.dueOn'), o.dueOn ? f.date(o.dueOn) : null],
          ...(o.closedOn ? ([[t('opportunity.closedOn'), f.date(o.closedOn)]] as [string, string][]) : []),
          [t('opportunity.productLines'), names(o.productLines)],
          [t('opportunity.requiredCompetencies'), names(o.requiredCompetencies)],
          [t('opportunity.territory'), o.territory?.name],
          [t('opportunity.source'), t(`source.${o.source}`)],
          [t('opportunity.owner'), o.owner?.name],
        ]}
      />
      {editing ? <ValueDialog opportunity={o} onClose={dialog.close} /> : null}
    </Paper>
  );
}

function CustomerCard({ o }: { o: OpportunityView }) {
  const { t } = useTranslation();
  const f = useFormats();
  return (
    <Paper p="md">
      <Title order={2} size="h4" mb="xs">
        {t('opportunity.customer')}
      </Title>
      {o.status === 'DELIVERED' || o.status === 'POOL' ? (
        <Text fw={600}>{o.customer.name}</Text>
      ) : (
        <TextLink to="/customers/$id" params={{ id: o.customer.id }} fw={600}>
          {o.customer.name}
        </TextLink>
      )}
      <Text size="sm" c="dimmed">
        {[o.customerStreet, o.customerCity, f.country(o.customerCountry)].filter(Boolean).join(', ')}
      </Text>
      {o.contactsHidden ? (
        <Text size="sm" mt="xs">
          {t('opportunity.contactsHidden', {
            what: o.maskedFields.map((field) => t(`policy.masked.${field}`).toLowerCase()).join(', '),
          })}
        </Text>
      ) : null}
      {o.contacts.map((contact) => (
        <div key={contact.id}>
          <Text size="sm" mt="xs" fw={500}>
            {contact.name}
            {contact.title ? ` · ${contact.title}` : ''}
          </Text>
          <Group gap="sm">
            {contact.email ? (
              <Anchor size="sm" href={`mailto:${contact.email}`}>
                {contact.email}
              </Anchor>
            ) : null}
            {contact.phone ? (
              <Anchor size="sm" href={`tel:${contact.phone.replaceAll(' ', '')}`}>
                {contact.phone}
              </Anchor>
            ) : null}
          </Group>
        </div>
      ))}
    </Paper>
  );
}

function PartnerCard({ o }: { o: OpportunityView }) {
  const { t } = useTranslation();
  const f = useFormats();
  const me = useMe();
  const [why, setWhy] = useState<DistributionView>();
  const offers = useQuery({
    ...listOpportunityDistributionsOptions({ path: { id: o.id } }),
    enabled: me.role !== 'PARTNER_SELLER',
  });
  return (
    <Paper p="md">
      <Title order={2} size="h4" mb="sm">
        {t('opportunity.partnerDetails')}
      </Title>
      {o.partner ? (
        <Facts
          items={[
            [
              t('opportunity.partner'),
              me.staff || o.partner.id === me.partner?.id ? (
                <TextLink key="partner" to="/partners/$id" params={{ id: o.partner.id }} size="sm">
                  {o.partner.name}
                </TextLink>
              ) : (
                o.partner.name
              ),
            ],
            [t('opportunity.partnerUser'), o.partnerUser?.name],
            [t('opportunity.deliveredAt'), o.deliveredAt ? f.dateTime(o.deliveredAt) : null],
            [t('opportunity.acceptedAt'), o.acceptedAt ? f.dateTime(o.acceptedAt) : null],
          ]}
        />
      ) : (
        <Text size="sm" c="dimmed">
          {t(o.shared ? 'collaboration.noLead' : 'opportunity.noPartner')}
        </Text>
      )}
      {offers.data?.items.length ? (
        <>
          <Title order={3} size="sm" mt="md" mb={4}>
            {t('opportunity.offers')}
          </Title>
          {offers.data.items.map((offer) => (
            <Group key={offer.id} gap={6}>
              <Text size="sm">
                {me.staff ? `${offer.partner.name} · ` : ''}
                {t(`offer.${offer.status}`)} · {f.date(offer.deliveredAt)}
                {offer.reasonCode ? ` · ${t(`reason.${offer.reasonCode as 'OTHER'}`)}` : ''}
                {offer.reason ? `: ${offer.reason}` : ''}
                {offer.message ? ` · “${offer.message}”` : ''}
              </Text>
              {me.staff && offer.matched ? (
                <Anchor component="button" type="button" size="sm" py={4} onClick={() => setWhy(offer)}>
                  {t('match.whyShort')}
                </Anchor>
              ) : null}
            </Group>
          ))}
        </>
      ) : null}
      {why ? <WhyDialog offer={why} onClose={() => setWhy(undefined)} /> : null}
    </Paper>
  );
}
