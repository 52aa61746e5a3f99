import { Avatar, Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconKeyboard, IconLogout, IconUser } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/session/useMe';
import { useSignOut } from '@/features/session/useSignOut';

/** The user menu: account page, keyboard shortcuts and sign-out. */
export function AccountMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const me = useMe();
  const signOut = useSignOut();
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
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={onShortcuts}>
          {t('keys.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={signOut}>
          {t('session.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
