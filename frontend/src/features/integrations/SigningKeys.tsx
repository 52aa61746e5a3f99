import { Badge, Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import type { SigningKeyView } from '@/api/gen';
import {
  listSigningKeysOptions,
  replaceSigningKeyMutation,
  revokeSigningKeyMutation,
} from '@/api/gen/@tanstack/react-query.gen';
import { invalidateSigningKeys } from '@/api/invalidation';
import { confirm } from '@/ui/confirm';
import { useFormats } from '@/ui/format';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { toast, toastProblem } from '@/ui/toasts';

/** The keys that sign access tokens: rotated automatically, or replaced or revoked by hand. */
export function SigningKeys() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const keys = useQuery(listSigningKeysOptions());
  const done = (text: string) => () => {
    void invalidateSigningKeys(queries);
    toast(text);
  };
  const replace = useMutation({
    ...replaceSigningKeyMutation(),
    onSuccess: done(t('signingKey.replaced')),
    onError: toastProblem,
  });
  const revoke = useMutation({
    ...revokeSigningKeyMutation(),
    onSuccess: done(t('signingKey.isRevoked')),
    onError: toastProblem,
  });
  const ask = (title: string, text: string, act: () => void) => confirm({ title, text, act });
  return (
    <Stack component="section" aria-label={t('signingKey.title')} mt="lg">
      <Group justify="space-between">
        <Title order={2} size="h4">
          {t('signingKey.title')}
        </Title>
        <Button
          variant="default"
          loading={replace.isPending}
          onClick={() => ask(t('signingKey.replace'), t('signingKey.replaceHint'), () => replace.mutate({}))}
        >
          {t('signingKey.replace')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" maw={720}>
        {t('signingKey.about')}
      </Text>
      {keys.error ? <ProblemAlert problem={keys.error} retry={() => void keys.refetch()} /> : null}
      {keys.isPending ? <Skeleton h={80} role="status" aria-label={t('table.loading')} /> : null}
      {keys.data?.items.map((key) => (
        <Key
          key={key.id}
          of={key}
          revoke={() =>
            ask(t('signingKey.revoke'), t('signingKey.revokeHint'), () =>
              revoke.mutate({ path: { id: key.id }, headers: ifMatch(key) }),
            )
          }
        />
      ))}
    </Stack>
  );
}

function Key({ of: key, revoke }: { of: SigningKeyView; revoke: () => void }) {
  const { t } = useTranslation();
  const format = useFormats();
  const now = new Date().toISOString();
  const over = key.verifiesUntil != null && key.verifiesUntil < now;
  const state = key.revokedAt
    ? 'revoked'
    : key.signing
      ? 'signing'
      : over
        ? 'over'
        : key.signsFrom > now
          ? 'coming'
          : 'replaced';
  return (
    <Paper p="md" component="article" aria-label={key.id}>
      <Group justify="space-between">
        <Group gap="xs">
          <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
            {key.id}
          </Text>
          <Badge variant="default">{t(`signingKey.state.${state}`)}</Badge>
          <Text size="sm" c="dimmed">
            {t('signingKey.since', { when: format.dateTime(key.signsFrom) })}
          </Text>
        </Group>
        {key.revokedAt || over ? null : (
          <Button variant="default" size="xs" onClick={revoke}>
            {t('signingKey.revoke')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}
