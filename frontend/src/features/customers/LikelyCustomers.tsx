import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { EditCustomerRequest } from '@/api/gen';
import { checkCustomerOptions } from '@/api/gen/@tanstack/react-query.gen';
import { MatchedCustomer } from './MatchedCustomer';

/** Existing customers that may be the one being typed; null checks nothing. */
export function LikelyCustomers({ asked, use }: { asked: EditCustomerRequest | null; use?: (id: string) => void }) {
  const { t } = useTranslation();
  // As text, so that equal input gives an equal key.
  const [text] = useDebouncedValue(JSON.stringify(asked), 400);
  const body: EditCustomerRequest | null = JSON.parse(text);
  const found = useQuery({
    ...checkCustomerOptions({ body: body ?? { name: '', country: '' } }),
    enabled: body !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (!asked || !found.data?.items.length) return null;
  return (
    <Alert variant="outline" color="orange" role="status" title={t('customer.likely')}>
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
        {found.data.items.map((one) => (
          <Group component="li" key={one.id} justify="space-between" gap="xs">
            <div style={{ minWidth: 0, flex: '1 1 220px' }}>
              <MatchedCustomer customer={one} matchedBy={one.matchedBy} likeness={one.likeness} />
              <Text size="xs" c="dimmed">
                {[one.registryCode, one.city, one.country].filter(Boolean).join(' · ')}
              </Text>
            </div>
            {use ? (
              <Button
                size="xs"
                variant="default"
                aria-label={t('customer.useThis', { name: one.name, interpolation: { escapeValue: false } })}
                onClick={() => use(one.id)}
              >
                {t('customer.use')}
              </Button>
            ) : null}
          </Group>
        ))}
      </Stack>
    </Alert>
  );
}
