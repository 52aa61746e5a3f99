import {
  ActionIcon,
  Anchor,
  AppShell,
  Avatar,
  Box,
  Burger,
  Group,
  Kbd,
  Menu,
  Modal,
  Table,
  Text,
  UnstyledButton,
  VisuallyHidden,
} from '@mantine/core';
import { useDisclosure, useHotkeys, useNetwork } from '@mantine/hooks';
import {
  IconBuildingStore,
  IconCalendarTime,
  IconChartBar,
  IconHistory,
  IconKeyboard,
  IconLayoutKanban,
  IconLock,
  IconLogout,
  IconPlugConnected,
  IconRosetteDiscountCheck,
  IconRoute,
  IconSearch,
  IconShieldCheck,
  IconTargetArrow,
  IconUser,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signOutMutation } from '@/api/gen/@tanstack/react-query.gen';
import { Bell } from '@/features/notifications/Bell';
import { useLiveUpdates } from '@/features/notifications/useLiveUpdates';
import { useMe } from '@/features/session/useMe';
import { LanguageSwitch } from '@/ui/LanguageSwitch';
import { MenuLink } from '@/ui/links';
import { SchemeSwitch } from '@/ui/SchemeSwitch';

const Palette = lazy(() => import('./Palette'));

const pages = [
  { to: '/', key: 'nav.dashboard', icon: IconChartBar },
  { to: '/opportunities', key: 'nav.opportunities', icon: IconTargetArrow },
  { to: '/board', key: 'nav.board', icon: IconLayoutKanban },
  { to: '/registrations', key: 'nav.registrations', icon: IconLock },
  { to: '/partners', key: 'nav.partners', icon: IconUsersGroup },
  { to: '/customers', key: 'nav.customers', icon: IconBuildingStore },
  { to: '/settings/rules', key: 'nav.rules', icon: IconRoute, roles: ['ADMIN', 'CHANNEL_MANAGER'] },
  { to: '/settings/approvals', key: 'nav.approvals', icon: IconRosetteDiscountCheck, roles: ['ADMIN'] },
  { to: '/settings/calendars', key: 'nav.calendars', icon: IconCalendarTime, roles: ['ADMIN', 'CHANNEL_MANAGER'] },
  { to: '/settings/policies', key: 'nav.policies', icon: IconShieldCheck, roles: ['ADMIN'] },
  { to: '/settings/api-clients', key: 'nav.apiClients', icon: IconPlugConnected, roles: ['ADMIN'] },
  { to: '/settings/audit', key: 'nav.audit', icon: IconHistory, roles: ['ADMIN'] },
] as const;

/** The frame of every page behind the sign-in. */
export function Shell() {
  const { t } = useTranslation();
  const go = useNavigate();
  const me = useMe();
  const [opened, menu] = useDisclosure(false);
  const [palette, setPalette] = useState(false);
  const [keys, help] = useDisclosure(false);
  const { online } = useNetwork();
  useLiveUpdates();
  const { pathname } = useLocation();
  const main = useRef<HTMLDivElement>(null);
  const first = useRef(true);
  const shortcuts: [string, string, () => void][] = [
    ['Ctrl K', 'keys.palette', () => setPalette(true)],
    ['g d', 'nav.dashboard', () => void go({ to: '/' })],
    ['g o', 'nav.opportunities', () => void go({ to: '/opportunities' })],
    ['g b', 'nav.board', () => void go({ to: '/board' })],
    ['g n', 'notification.title', () => void go({ to: '/notifications' })],
    ['g r', 'nav.registrations', () => void go({ to: '/registrations' })],
    ['g p', 'nav.partners', () => void go({ to: '/partners' })],
    ['g c', 'nav.customers', () => void go({ to: '/customers' })],
    ['c', 'opportunity.new', () => me.role !== 'ANALYST' && void go({ to: '/opportunities/new' })],
    ['?', 'keys.title', help.open],
  ];
  useShortcuts(Object.fromEntries(shortcuts.slice(1).map(([keyNames, , act]) => [keyNames, act])));
  useHotkeys([['mod+K', () => setPalette(true)]], []);
  // A new page is a new starting point for the keyboard and the screen reader.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the path that decides
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
            onClick={() => setPalette(true)}
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
            <ActionIcon hiddenFrom="sm" aria-label={t('app.search')} onClick={() => setPalette(true)}>
              <IconSearch size={18} />
            </ActionIcon>
            <Bell />
            <Box visibleFrom="xs">
              <LanguageSwitch />
            </Box>
            <SchemeSwitch />
            <AccountMenu help={help.open} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" bg="var(--sild-nav)" aria-label={t('app.menu')}>
        {pages.map((page) => {
          if ('roles' in page && !page.roles.some((role) => role === me.role)) return null;
          const own = page.to === '/partners' && !me.staff;
          const active = page.to === '/' ? pathname === '/' : pathname.startsWith(page.to);
          const link = own ? { to: '/partners/$id' as const, params: { id: me.partner?.id ?? '' } } : { to: page.to };
          return (
            <MenuLink
              key={page.to}
              {...link}
              label={own ? t('nav.company') : t(page.key)}
              active={active}
              aria-current={active ? 'page' : undefined}
              leftSection={<page.icon size={18} stroke={1.7} />}
              mb={2}
              style={{ borderRadius: 8 }}
              fw={active ? 600 : 500}
            />
          );
        })}
      </AppShell.Navbar>
      <AppShell.Main>
        {online ? null : (
          <Text role="status" size="sm" fw={600} mb="sm">
            {t('app.offline')}
          </Text>
        )}
        <Box id="main" ref={main} tabIndex={-1} style={{ outline: 'none' }}>
          <Outlet />
        </Box>
      </AppShell.Main>
      <Suspense>{palette ? <Palette onClose={() => setPalette(false)} /> : null}</Suspense>
      <Modal
        opened={keys}
        onClose={help.close}
        title={t('keys.title')}
        closeButtonProps={{ 'aria-label': t('form.close') }}
      >
        <Table aria-label={t('keys.title')}>
          <Table.Tbody>
            {shortcuts.map(([names, key]) => (
              <Table.Tr key={names}>
                <Table.Td>
                  <Kbd>{names}</Kbd>
                </Table.Td>
                <Table.Td>{t(key as 'keys.title')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Modal>
    </AppShell>
  );
}

/** Single keys and two in a row; never while somebody types or a dialog is open. */
function useShortcuts(acts: Record<string, () => void>) {
  const pending = useRef('');
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const typing = target.matches?.('input, textarea, select, [contenteditable="true"]');
      if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('[role="dialog"]')) return;
      const both = `${pending.current} ${event.key}`.trim();
      pending.current = event.key === 'g' ? 'g' : '';
      const act = latest.current[both] ?? latest.current[event.key];
      if (act) {
        event.preventDefault();
        act();
      }
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function AccountMenu({ help }: { help: () => void }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const queries = useQueryClient();
  const me = useMe();
  const signOut = useMutation({
    ...signOutMutation(),
    onSuccess: async () => {
      await go({ to: '/sign-in' });
      queries.clear();
    },
  });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <UnstyledButton>
          <Avatar size={32} color="brand" variant="filled" name={me.name} />
          <VisuallyHidden>{t('app.account', { name: me.name })}</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {me.name}
          <br />
          {me.partner?.name ?? t(`role.${me.role}`)}
        </Menu.Label>
        <Menu.Item leftSection={<IconUser size={16} />} onClick={() => void go({ to: '/account' })}>
          {t('account.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={help}>
          {t('keys.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => signOut.mutate({})}>
          {t('session.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
