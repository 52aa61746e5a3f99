import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { onlineManager } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { watchConnection } from '@/api/connection';
import { useOnline } from './Connection';

/** Shown when a page fails to render, or its code cannot be loaded. Without a connection it reloads once that is back. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const online = useOnline();
  useEffect(watchConnection, []);
  useEffect(() => {
    if (!online) return onlineManager.subscribe((back) => back && window.location.reload());
  }, [online]);
  const title = typeof error === 'object' && error && 'title' in error ? String(error.title) : t('error.unexpected');
  return (
    <Center mih="60vh">
      <Stack align="center" role="alert" ta="center">
        <Title order={1} size="h3">
          {online ? title : t('error.offline')}
        </Title>
        <Text c="dimmed">{t(online ? 'error.reloadHint' : 'error.offlineHint')}</Text>
        {online ? (
          <Button variant="default" onClick={() => window.location.reload()}>
            {t('error.reload')}
          </Button>
        ) : null}
      </Stack>
    </Center>
  );
}

/** The same where the shell, which has the landmark, could not be opened. */
export function ErrorWithoutShell({ error }: { error: unknown }) {
  return (
    <main>
      <ErrorPage error={error} />
    </main>
  );
}
