import { Alert, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SimilarProtection } from '@/api/gen';
import { CompanyDecision } from '@/features/registrations/CompanyDecision';
import { useFormats } from '@/ui/format';
import { TextLink } from '@/ui/links';

/** Asks staff whether similar customers, for whom a partner has exclusivity, are the same company. */
export function SimilarCustomers({ customerId, similar }: { customerId: string; similar: SimilarProtection[] }) {
  const { t } = useTranslation();
  const format = useFormats();
  if (!similar.length) return null;
  return (
    <Alert variant="outline" color="orange" title={t('similar.title')}>
      <Stack gap="sm">
        <Text size="sm">{t('similar.about')}</Text>
        {similar.map((one) => (
          <Group key={one.registration.id} justify="space-between" gap="xs">
            <div style={{ minWidth: 0, flex: '1 1 220px', overflowWrap: 'anywhere' }}>
              <TextLink to="/customers/$id" params={{ id: one.customer.id }} size="sm" fw={600}>
                {one.customer.name}
              </TextLink>
              <Text size="xs" c="dimmed">
                {[
                  t(`registration.by.${one.matchedBy}`),
                  t('similar.protected', {
                    partner: one.partner.name,
                    date: format.date(one.exclusiveUntil),
                    interpolation: { escapeValue: false },
                  }),
                ].join(' · ')}
              </Text>
            </div>
            <CompanyDecision customerId={customerId} other={one.customer} matchedBy={one.matchedBy} />
          </Group>
        ))}
      </Stack>
    </Alert>
  );
}
