import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerView, DuplicateView } from '@/api/gen';
import { listDuplicatesOptions } from '@/api/gen/@tanstack/react-query.gen';
import { CompanyDecision } from '@/features/registrations/CompanyDecision';
import { useMe } from '@/features/session/useMe';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { MatchedCustomer } from './MatchedCustomer';
import { MergeDialog } from './MergeDialog';

/** Other records that may be the same company, for staff. */
export function Duplicates({ customer }: { customer: CustomerView }) {
  const { t } = useTranslation();
  const me = useMe();
  const [other, setOther] = useState<DuplicateView>();
  const found = useQuery(listDuplicatesOptions({ path: { id: customer.id } }));
  const mayMerge = me.role === 'ADMIN' || me.role === 'CHANNEL_MANAGER';
  const all = found.data?.items ?? [];
  if (found.error) return <ProblemAlert problem={found.error} retry={() => void found.refetch()} />;
  if (!all.length) return null;
  return (
    <Paper p="md">
      <Title order={2} size="h4" mb="sm">
        {t('merge.title')}
      </Title>
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t('merge.title')}>
        {all.map((one) => (
          <Group component="li" key={one.customer.id} justify="space-between" gap="sm">
            <div style={{ minWidth: 0, flex: '1 1 240px' }}>
              <MatchedCustomer customer={one.customer} matchedBy={one.matchedBy} likeness={one.likeness} />
              <Text size="xs" c="dimmed">
                {[
                  one.customer.profile.registryCode,
                  one.customer.address.city,
                  t('merge.hangs', { opportunities: one.opportunities, registrations: one.registrations }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </div>
            <Group gap="xs">
              <CompanyDecision
                customerId={customer.id}
                other={one.customer}
                matchedBy={one.matchedBy}
                decision={one.decision}
              />
              {mayMerge ? (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('merge.compareWith', {
                    name: one.customer.name,
                    interpolation: { escapeValue: false },
                  })}
                  onClick={() => setOther(one)}
                >
                  {t('merge.compare')}
                </Button>
              ) : null}
            </Group>
          </Group>
        ))}
      </Stack>
      {other ? <MergeDialog remaining={customer} duplicate={other} onClose={() => setOther(undefined)} /> : null}
    </Paper>
  );
}
