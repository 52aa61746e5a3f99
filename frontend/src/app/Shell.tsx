import { ActionIcon, Alert, Anchor, AppShell, Box, Burger, Group, Kbd, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import type { ParseKeys } from 'i18next';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ShortcutsDialog } from '@/features/help/ShortcutsDialog';
import { Bell } from '@/features/notifications/Bell';
import { useLiveUpdates } from '@/features/notifications/useLiveUpdates';
import { SessionOver } from '@/features/session/SessionOver';
import { useMe } from '@/features/session/useMe';
import { dropOldDrafts } from '@/ui/drafts';
import { LanguageSwitch } from '@/ui/LanguageSwitch';
import { Page, PageTitle } from '@/ui/Page';
import { SchemeSwitch } from '@/ui/SchemeSwitch';
import { AccountMenu } from './AccountMenu';
import { Connection } from './Connection';
import { Navigation } from './Navigation';
import { mayOpen, pages, useCurrentPage } from './pages';
import { loadPalette, useRouteCode } from './useRouteCode';
import { useShortcuts } from './useShortcuts';

const Palette = lazy(loadPalette);

/** The frame of every page behind the sign-in. A page that the user may not open is replaced by the reason. */
export function Shell() {
  const { t } = useTranslation();
  const go = useNavigate();
  const me = useMe();
  const [opened, menu] = useDisclosure(false);
  const [palette, setPalette] = useState(false);
  const [helping, help] = useDisclosure(false);
  useLiveUpdates();
  useRouteCode();
  useEffect(() => dropOldDrafts(), []);
  const { pathname } = useLocation();
  const page = useCurrentPage();
  const main = useRef<HTMLDivElement>(null);
  const first = useRef(true);
  const openPalette = () => setPalette(true);
  // Two keys in a row come before single ones.
  const shortcuts: { keys: string; label: ParseKeys; act: () => void }[] = pages
    .filter((one) => mayOpen(one, me.role))
    .flatMap(({ keys, title, to }) => (keys ? [{ keys, label: title, act: () => void go({ to }) }] : []))
    .toSorted((one, other) => other.keys.length - one.keys.length);
  shortcuts.push({ keys: '?', label: 'keys.title', act: help.open });
  useShortcuts(Object.fromEntries(shortcuts.map(({ keys, act }) => [keys, act])));
  useHotkeys([['mod+K', openPalette]], []);
  // A new page is a new starting point for the keyboard and the screen reader.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs whenever the path changes
  useEffect(() => {
    if (first.current) first.current = false;
    else main.current?.focus({ preventScroll: true });
    menu.close();
  }, [pathname]);

  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding="lg"
    >
      <Anchor href="#main" className="skip">
        {t('app.skip')}
      </Anchor>
      <AppShell.Header bg="var(--sild-nav)">
        <Group h="100%" px="md" justify="space-between" wrap="nowrap" gap="sm">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={opened}
              onClick={menu.toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={t('app.toggleMenu')}
              aria-expanded={opened}
            />
            <img src="/favicon.svg" width={28} height={28} alt="" />
            <Text fw={700} visibleFrom="xs">
              {t('app.name')}
            </Text>
          </Group>
          <UnstyledButton
            onClick={openPalette}
            visibleFrom="sm"
            px="sm"
            h={36}
            w={320}
            style={{ border: '1px solid var(--sild-field-border)', borderRadius: 8 }}
          >
            <Group gap="xs" justify="space-between">
              <Group gap="xs" c="dimmed">
                <IconSearch size={16} />
                <Text size="sm">{t('app.search')}</Text>
              </Group>
              <Kbd size="xs">Ctrl K</Kbd>
            </Group>
          </UnstyledButton>
          <Group gap="xs" wrap="nowrap">
            <ActionIcon hiddenFrom="sm" aria-label={t('app.search')} onClick={openPalette}>
              <IconSearch size={18} />
            </ActionIcon>
            <Bell />
            <Box visibleFrom="xs">
              <LanguageSwitch />
            </Box>
            <SchemeSwitch />
            <AccountMenu onShortcuts={help.open} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" bg="var(--sild-nav)" aria-label={t('app.menu')}>
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main>
        <Connection />
        <Box id="main" ref={main} tabIndex={-1} style={{ outline: 'none' }}>
          <PageTitle value={page ? t(page.title) : ''}>
            {page?.only && !mayOpen(page, me.role) ? (
              <Page>
                <Alert color="red" variant="outline" title={t(page.only.refusal)} />
              </Page>
            ) : (
              <Outlet />
            )}
          </PageTitle>
        </Box>
      </AppShell.Main>
      <SessionOver />
      <Suspense>{palette ? <Palette onClose={() => setPalette(false)} /> : null}</Suspense>
      <ShortcutsDialog
        opened={helping}
        shortcuts={[{ keys: 'Ctrl K', label: 'keys.palette' }, ...shortcuts]}
        onClose={help.close}
      />
    </AppShell>
  );
}
