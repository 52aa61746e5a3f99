import { Group, Stack, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { createContext, type ReactNode, use } from 'react';
import { useTranslation } from 'react-i18next';
import { UnknownFilters } from './UnknownFilters';

/** The title of the page on screen, from the app's table of pages. */
export const PageTitle = createContext('');

/** A page: its title in the tab and as its heading, its actions, its content. The page of a record names its record. */
export function Page({
  title: own,
  heading,
  actions,
  children,
}: {
  title?: string;
  heading?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const listed = use(PageTitle);
  const title = own ?? listed;
  useDocumentTitle(`${title} · ${t('app.name')}`);
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="sm">
        <Title order={1} size="h2" style={{ overflowWrap: 'anywhere' }}>
          {heading ?? title}
        </Title>
        {actions ? <Group gap="xs">{actions}</Group> : null}
      </Group>
      <UnknownFilters />
      {children}
    </Stack>
  );
}
