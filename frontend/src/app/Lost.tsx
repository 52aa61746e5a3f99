import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/ui/links';

/** For an address that leads nowhere. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <Center mih="60vh">
      <Stack align="center">
        <Title order={1} size="h3">
          {t('error.notFound')}
        </Title>
        <ButtonLink to="/" variant="default">
          {t('nav.dashboard')}
        </ButtonLink>
      </Stack>
    </Center>
  );
}

/** For a page that could not be shown. */
export function Crash({ error }: { error: unknown }) {
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
