import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Shown when a page fails to render. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const title = typeof error === 'object' && error && 'title' in error ? String(error.title) : t('error.unexpected');
  return (
    <Center mih="60vh">
      <Stack align="center" role="alert">
        <Title order={1} size="h3">
          {title}
        </Title>
        <Text c="dimmed">{t('error.reloadHint')}</Text>
        <Button variant="default" onClick={() => window.location.reload()}>
          {t('error.reload')}
        </Button>
      </Stack>
    </Center>
  );
}
