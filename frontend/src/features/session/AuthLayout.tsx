import { Box, Center, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '@/ui/LanguageSwitch';
import { SchemeSwitch } from '@/ui/SchemeSwitch';

/** The layout of the pages before sign-in. */
export function AuthLayout({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation();
  useDocumentTitle(`${title} · ${t('app.name')}`);
  return (
    <Box component="main" mih="100dvh" p="md">
      <Group justify="flex-end">
        <LanguageSwitch />
        <SchemeSwitch />
      </Group>
      <Center mt="8vh">
        <Stack w="100%" maw={400}>
          <Group gap="sm" justify="center">
            <img src="/favicon.svg" width={40} height={40} alt="" />
            <Text fz={26} fw={700}>
              {t('app.name')}
            </Text>
          </Group>
          <Paper p="xl">
            <Title order={1} size="h3" mb="md">
              {title}
            </Title>
            {children}
          </Paper>
        </Stack>
      </Center>
    </Box>
  );
}
