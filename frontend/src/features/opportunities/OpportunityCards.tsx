import { ActionIcon, Anchor, Group, Paper, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DistributionView, OpportunityView } from '@/api/gen';
import { listOpportunityDistributionsOptions } from '@/api/gen/@tanstack/react-query.gen';
import { useMe } from '@/features/session/useMe';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/format';
import { TextLink } from '@/ui/links';
import { ValueDialog } from './ValueDialog';
import { WhyDialog } from './WhyDialog';

/** What it is worth, and its dates. */
export function ValueCard({ o, editable }: { o: OpportunityView; editable: boolean }) {
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

/** For whom it is; before acceptance without what is kept back. */
export function CustomerCard({ o }: { o: OpportunityView }) {
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

/** Who works on it, and to whom it was offered and why. */
export function PartnerCard({ o }: { o: OpportunityView }) {
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
