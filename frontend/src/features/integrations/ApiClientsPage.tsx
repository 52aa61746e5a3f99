import { Badge, Button, EmptyState, Group, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlugConnected, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiClientView } from '@/api/gen';
import { listApiClientsOptions } from '@/api/gen/@tanstack/react-query.gen';
import { DescriptionList } from '@/ui/DescriptionList';
import { useFormats } from '@/ui/format';
import { Page } from '@/ui/Page';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { ChangeApiClientDialog } from './ChangeApiClientDialog';
import { NewApiClientDialog } from './NewApiClientDialog';
import { SigningKeys } from './SigningKeys';

type Change = { client: ApiClientView; what: 'rotate' | 'revoke' };

/** The API clients: create one, rotate its secret, revoke it. */
export function ApiClientsPage() {
  const { t } = useTranslation();
  const [creating, dialog] = useDisclosure(false);
  const [change, setChange] = useState<Change>();
  const clients = useQuery(listApiClientsOptions());
  return (
    <Page
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>
          {t('apiClient.new')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed" maw={720}>
        {t('apiClient.about')}
      </Text>
      {clients.error ? <ProblemAlert problem={clients.error} retry={() => void clients.refetch()} /> : null}
      {clients.isPending ? <Skeleton h={140} role="status" aria-label={t('table.loading')} /> : null}
      {clients.data?.items.length === 0 ? (
        <Paper p="xl">
          <EmptyState
            icon={<IconPlugConnected size={28} />}
            title={t('apiClient.none')}
            description={t('apiClient.noneHint')}
          />
        </Paper>
      ) : null}
      {clients.data?.items.map((client) => (
        <Client key={client.id} client={client} act={(what) => setChange({ client, what })} />
      ))}
      <SigningKeys />
      {creating ? <NewApiClientDialog onClose={dialog.close} /> : null}
      {change ? <ChangeApiClientDialog {...change} onClose={() => setChange(undefined)} /> : null}
    </Page>
  );
}

function Client({ client, act }: { client: ApiClientView; act: (what: Change['what']) => void }) {
  const { t } = useTranslation();
  const format = useFormats();
  return (
    <Paper p="md" component="article" aria-label={client.name}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Group gap="xs">
            <Text fw={600}>{client.name}</Text>
            <Badge variant="default">{t(client.revokedAt ? 'apiClient.revoked' : 'apiClient.active')}</Badge>
          </Group>
          {client.revokedAt ? null : (
            <Group gap="xs">
              <Button variant="default" size="xs" onClick={() => act('rotate')}>
                {t('apiClient.rotate')}
              </Button>
              <Button variant="default" size="xs" onClick={() => act('revoke')}>
                {t('apiClient.revoke')}
              </Button>
            </Group>
          )}
        </Group>
        <DescriptionList
          items={[
            [t('apiClient.clientId'), <code key="id">{client.clientId}</code>],
            [t('apiClient.role'), t(`role.${client.role}`)],
            [t('apiClient.scopes'), client.scopes.join(', ')],
            [t('apiClient.createdAt'), format.dateTime(client.createdAt)],
            client.previousSecretUntil
              ? [t('apiClient.oldSecretUntil'), format.dateTime(client.previousSecretUntil)]
              : null,
            client.revokedAt ? [t('apiClient.revokedAt'), format.dateTime(client.revokedAt)] : null,
          ]}
        />
      </Stack>
    </Paper>
  );
}
