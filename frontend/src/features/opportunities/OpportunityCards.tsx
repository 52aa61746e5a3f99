import { ActionIcon, Anchor, Group, Paper, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DistributionView, OpportunityView } from '@/api/gen';
import { listOpportunityDistributionsOptions } from '@/api/gen/@tanstack/react-query.gen';
import { MatchingRunDialog } from '@/features/distribution/MatchingRunDialog';
import { useMe } from '@/features/session/useMe';
import { DescriptionList } from '@/ui/DescriptionList';
import { useFormats } from '@/ui/format';
import { TextLink } from '@/ui/links';
import { useReasonText } from '@/ui/useReasonText';
import { ValueDialog } from './ValueDialog';

/** What it is worth, and its dates. */
export function ValueCard({ opportunity, editable }: { opportunity: OpportunityView; editable: boolean }) {
  const { t } = useTranslation();
  const format = useFormats();
  const reasonText = useReasonText();
  const [editing, dialog] = useDisclosure(false);
  const names = (refs: { name: string }[]) => (refs.length ? refs.map((ref) => ref.name).join(', ') : null);
  return (
    <Paper p="md">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {opportunity.estimatedValue ? format.money(opportunity.estimatedValue) : t('opportunity.noValue')}
        </Title>
        {editable ? (
          <ActionIcon aria-label={t('opportunity.editValue')} onClick={dialog.open}>
            <IconPencil size={18} />
          </ActionIcon>
        ) : null}
      </Group>
      <DescriptionList
        items={[
          [
            t('opportunity.number'),
            <span className="num" key="number">
              {opportunity.number}
            </span>,
          ],
          opportunity.actualValue ? [t('opportunity.actualValue'), format.money(opportunity.actualValue)] : null,
          opportunity.reasonCode || opportunity.reason
            ? [
                t('opportunity.why'),
                [opportunity.reasonCode ? reasonText(opportunity.reasonCode) : null, opportunity.reason]
                  .filter(Boolean)
                  .join(': '),
              ]
            : null,
          [t('opportunity.currency'), opportunity.currency],
          [
            t('opportunity.probability'),
            opportunity.probability == null ? null : format.percent(opportunity.probability / 100),
          ],
          [
            t('opportunity.estimatedCloseDate'),
            opportunity.estimatedCloseDate ? format.date(opportunity.estimatedCloseDate) : null,
          ],
          [t('opportunity.dueOn'), opportunity.dueOn ? format.date(opportunity.dueOn) : null],
          opportunity.closedOn ? [t('opportunity.closedOn'), format.date(opportunity.closedOn)] : null,
          [t('opportunity.productLines'), names(opportunity.productLines)],
          [t('opportunity.requiredCompetencies'), names(opportunity.requiredCompetencies)],
          [t('opportunity.territory'), opportunity.territory?.name],
          [t('opportunity.source'), t(`source.${opportunity.source}`)],
          [t('opportunity.owner'), opportunity.owner?.name],
        ]}
      />
      {editing ? <ValueDialog opportunity={opportunity} onClose={dialog.close} /> : null}
    </Paper>
  );
}

/** For whom it is; before acceptance without what is kept back. */
export function CustomerCard({ opportunity }: { opportunity: OpportunityView }) {
  const { t } = useTranslation();
  const format = useFormats();
  return (
    <Paper p="md">
      <Title order={2} size="h4" mb="xs">
        {t('opportunity.customer')}
      </Title>
      {opportunity.status === 'DELIVERED' || opportunity.status === 'POOL' ? (
        <Text fw={600}>{opportunity.customer.name}</Text>
      ) : (
        <TextLink to="/customers/$id" params={{ id: opportunity.customer.id }} fw={600}>
          {opportunity.customer.name}
        </TextLink>
      )}
      <Text size="sm" c="dimmed">
        {[opportunity.customerStreet, opportunity.customerCity, format.country(opportunity.customerCountry)]
          .filter(Boolean)
          .join(', ')}
      </Text>
      {opportunity.contactsHidden ? (
        <Text size="sm" mt="xs">
          {t('opportunity.contactsHidden', {
            what: opportunity.maskedFields.map((field) => t(`policy.masked.${field}`).toLowerCase()).join(', '),
          })}
        </Text>
      ) : null}
      {opportunity.contacts.map((contact) => (
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
export function PartnerCard({ opportunity }: { opportunity: OpportunityView }) {
  const { t } = useTranslation();
  const format = useFormats();
  const reasonText = useReasonText();
  const me = useMe();
  const [why, setWhy] = useState<DistributionView>();
  const offers = useQuery({
    ...listOpportunityDistributionsOptions({ path: { id: opportunity.id } }),
    enabled: me.role !== 'PARTNER_SELLER',
  });
  return (
    <Paper p="md">
      <Title order={2} size="h4" mb="sm">
        {t('opportunity.partnerDetails')}
      </Title>
      {opportunity.partner ? (
        <DescriptionList
          items={[
            [
              t('opportunity.partner'),
              me.staff || opportunity.partner.id === me.partner?.id ? (
                <TextLink key="partner" to="/partners/$id" params={{ id: opportunity.partner.id }} size="sm">
                  {opportunity.partner.name}
                </TextLink>
              ) : (
                opportunity.partner.name
              ),
            ],
            [t('opportunity.partnerUser'), opportunity.partnerUser?.name],
            [t('opportunity.deliveredAt'), opportunity.deliveredAt ? format.dateTime(opportunity.deliveredAt) : null],
            [t('opportunity.acceptedAt'), opportunity.acceptedAt ? format.dateTime(opportunity.acceptedAt) : null],
          ]}
        />
      ) : (
        <Text size="sm" c="dimmed">
          {t(opportunity.shared ? 'collaboration.noLead' : 'opportunity.noPartner')}
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
                {t(`offer.${offer.status}`)} · {format.date(offer.deliveredAt)}
                {offer.reasonCode ? ` · ${reasonText(offer.reasonCode)}` : ''}
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
      {why ? <MatchingRunDialog offer={why} onClose={() => setWhy(undefined)} /> : null}
    </Paper>
  );
}
