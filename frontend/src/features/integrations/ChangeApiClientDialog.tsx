import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ApiClientView } from '@/api/gen';
import { revokeApiClientMutation, rotateApiClientSecretMutation } from '@/api/gen/@tanstack/react-query.gen';
import { invalidateApiClients } from '@/api/invalidation';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { toast } from '@/ui/toasts';
import { ClientSecret } from './ClientSecret';

/** Confirms a new secret or a revocation. */
export function ChangeApiClientDialog({
  client,
  what,
  onClose,
}: {
  client: ApiClientView;
  what: 'rotate' | 'revoke';
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const rotate = useMutation({
    ...rotateApiClientSecretMutation(),
    onSuccess: () => invalidateApiClients(queries),
  });
  const revoke = useMutation({
    ...revokeApiClientMutation(),
    onSuccess: () => {
      void invalidateApiClients(queries);
      toast(t('apiClient.isRevoked', { name: client.name }));
      onClose();
    },
  });
  const change = what === 'rotate' ? rotate : revoke;
  const request = { path: { id: client.id }, headers: { 'If-Match': `"${client.version}"` } };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(what === 'rotate' ? 'apiClient.rotate' : 'apiClient.revoke')}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      {rotate.data ? (
        <ClientSecret client={rotate.data} onClose={onClose} />
      ) : (
        <Stack>
          {change.error ? <ProblemAlert problem={change.error} /> : null}
          <Text size="sm">
            {t(what === 'rotate' ? 'apiClient.rotateHint' : 'apiClient.revokeHint', { name: client.name })}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} data-autofocus>
              {t('form.cancel')}
            </Button>
            <Button
              loading={change.isPending}
              onClick={() => (what === 'rotate' ? rotate.mutate(request) : revoke.mutate(request))}
            >
              {t(what === 'rotate' ? 'apiClient.rotate' : 'apiClient.revoke')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
