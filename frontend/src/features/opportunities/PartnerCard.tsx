import { Anchor, Group, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferView, OpportunityView } from '@/api/gen';
import { listOpportunityDistributionsOptions } from '@/api/gen/@tanstack/react-query.gen';
import { MatchingRunDialog } from '@/features/distribution/MatchingRunDialog';
import { useMe } from '@/features/session/useMe';
import { DescriptionList } from '@/ui/DescriptionList';
import { useFormats } from '@/ui/format';
import { TextLink } from '@/ui/links';
import { useReasonText } from '@/ui/useReasonText';

/** The managing partner, and all offers with their reasons. */
export function PartnerCard({ opportunity }: { opportunity: OpportunityView }) {
  const { partner, assignee, shared } = opportunity.assignment;
  const { deliveredAt } = opportunity.distribution;
  const { acceptedAt } = opportunity.pipeline;
  const { t } = useTranslation();
  const format = useFormats();
  const reasonText = useReasonText();
  const me = useMe();
  const [why, setWhy] = useState<OfferView>();
  const offers = useQuery({
    ...listOpportunityDistributionsOptions({ path: { id: opportunity.id } }),
    enabled: me.role !== 'PARTNER_SELLER',
  });
  return (
    <Paper p="md">
      <Title order={2} size="h4" mb="sm">
        {t('opportunity.partnerDetails')}
      </Title>
      {partner ? (
        <DescriptionList
          items={[
            [
              t('opportunity.partner'),
              me.staff || partner.id === me.partner?.id ? (
                <TextLink key="partner" to="/partners/$id" params={{ id: partner.id }} size="sm">
                  {partner.name}
                </TextLink>
              ) : (
                partner.name
              ),
            ],
            [t('opportunity.assignee'), assignee?.name],
            [t('opportunity.deliveredAt'), deliveredAt ? format.dateTime(deliveredAt) : null],
            [t('opportunity.acceptedAt'), acceptedAt ? format.dateTime(acceptedAt) : null],
          ]}
        />
      ) : (
        <Text size="sm" c="dimmed">
          {t(shared ? 'collaboration.noLead' : 'opportunity.noPartner')}
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
                {t(`offer.${offer.status}`)} · {format.date(offer.delivery.at)}
                {offer.reasonCode ? ` · ${reasonText(offer.reasonCode)}` : ''}
                {offer.reason ? `: ${offer.reason}` : ''}
                {offer.delivery.message ? ` · “${offer.delivery.message}”` : ''}
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
