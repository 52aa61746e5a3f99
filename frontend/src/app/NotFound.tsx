import { Center, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/ui/links';

/** Shown for an unknown address. */
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
