import {
  Badge,
  Button,
  Group,
  Modal,
  Radio,
  ScrollArea,
  Skeleton,
  Stack,
  Switch,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpportunityView } from '@/api/gen';
import { listOpportunityDistributionsOptions, listPartnersOptions } from '@/api/gen/@tanstack/react-query.gen';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useMove } from './mutations';

/** To which partner an opportunity is offered. */
export function DistributeDialog({ opportunity, onClose }: { opportunity: OpportunityView; onClose: () => void }) {
  const { t } = useTranslation();
  const move = useMove(onClose);
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text, 200);
  const [near, setNear] = useState(!!opportunity.territory);
  const [partnerId, setPartnerId] = useState<string | null>(null);
  const [message, setMessage] = useState('');
  const territoryId = near && opportunity.territory ? [opportunity.territory.id] : undefined;
  const partners = useQuery({
    ...listPartnersOptions({ query: { q: q || undefined, status: ['ACTIVE'], territoryId, sort: 'tier', limit: 50 } }),
    placeholderData: keepPreviousData,
  });
  const offers = useQuery(listOpportunityDistributionsOptions({ path: { id: opportunity.id } }));
  const before = (id: string) => offers.data?.items.find((offer) => offer.partner.id === id);
  const submit = () => {
    if (partnerId)
      move.mutate({
        opportunity,
        move: { action: 'DISTRIBUTE', distribute: { partnerId, message: message.trim() || null } },
      });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('opportunity.action.DISTRIBUTE')}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      <Stack>
        {move.error ? <ProblemAlert problem={move.error} /> : null}
        <TextInput
          aria-label={t('distribute.search')}
          placeholder={t('distribute.search')}
          leftSection={<IconSearch size={16} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
        />
        {opportunity.territory ? (
          <Switch
            label={t('distribute.near', { territory: opportunity.territory.name })}
            checked={near}
            onChange={(event) => setNear(event.currentTarget.checked)}
          />
        ) : null}
        {partners.error ? <ProblemAlert problem={partners.error} retry={() => void partners.refetch()} /> : null}
        <Radio.Group value={partnerId} onChange={setPartnerId} aria-label={t('distribute.partners')}>
          <ScrollArea.Autosize mah={300} viewportProps={{ tabIndex: 0 }}>
            <Stack gap={6} pr="xs">
              {partners.isPending ? <Skeleton h={120} /> : null}
              {partners.data?.items.map((partner) => {
                const full = partner.capacity != null && partner.open >= partner.capacity;
                const earlier = before(partner.id);
                return (
                  <Radio.Card key={partner.id} value={partner.id} p="xs" radius="md">
                    <Group wrap="nowrap" gap="sm">
                      <Radio.Indicator aria-hidden />
                      <div style={{ flex: 1, minWidth: 0 }}>
                        <Text size="sm" fw={600}>
                          {partner.name}
                        </Text>
                        <Text size="xs" c="dimmed">
                          {[
                            partner.tier?.name,
                            t('distribute.load', { open: partner.open, capacity: partner.capacity ?? '∞' }),
                          ]
                            .filter(Boolean)
                            .join(' · ')}
                        </Text>
                      </div>
                      {full ? <Badge variant="default">{t('distribute.full')}</Badge> : null}
                      {earlier ? <Badge variant="default">{t(`offer.${earlier.status}`)}</Badge> : null}
                    </Group>
                  </Radio.Card>
                );
              })}
              {partners.data?.items.length === 0 ? (
                <Text size="sm" c="dimmed">
                  {t('distribute.none')}
                </Text>
              ) : null}
            </Stack>
          </ScrollArea.Autosize>
        </Radio.Group>
        <Textarea
          label={t('distribute.message')}
          autosize
          minRows={2}
          maxLength={2000}
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button onClick={submit} disabled={!partnerId} loading={move.isPending}>
            {t('opportunity.action.DISTRIBUTE')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
