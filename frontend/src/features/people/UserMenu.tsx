import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type InvitationView,
  type PasswordResetLinkView,
  type Problem,
  reactivateUser,
  removeSecondFactor,
  resetPassword,
  revokeInvitation,
  type UserAction,
  type UserView,
} from '@/api/gen';
import { invalidateUsers } from '@/api/invalidation';
import { confirm } from '@/ui/confirm';
import { toast, toastProblem } from '@/ui/toasts';
import { DeactivateUserDialog } from './DeactivateUserDialog';
import { EditUserDialog } from './EditUserDialog';
import { InvitationLink } from './InvitationLink';
import { OneTimeLink } from './OneTimeLink';
import { ResendInvitationDialog } from './ResendInvitationDialog';

/** What the caller may do to a user. */
export function UserMenu({ user }: { user: UserView }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [dialog, setDialog] = useState<'EDIT' | 'INVITE_AGAIN' | 'DEACTIVATE'>();
  const [sent, setSent] = useState<InvitationView>();
  const [link, setLink] = useState<PasswordResetLinkView>();
  const close = () => setDialog(undefined);
  const path = { id: user.id };
  const named = { name: user.name, interpolation: { escapeValue: false } };
  const after = { onError: toastProblem, onSettled: () => invalidateUsers(queries) };
  const revoke = useMutation<unknown, Problem>({
    mutationFn: () => revokeInvitation({ path, throwOnError: true }),
    onSuccess: () => toast(t('partner.inviteRevoked')),
    ...after,
  });
  const reset = useMutation<PasswordResetLinkView, Problem>({
    mutationFn: async () => (await resetPassword({ path, throwOnError: true })).data,
    onSuccess: setLink,
    ...after,
  });
  const removeFactor = useMutation<unknown, Problem>({
    mutationFn: () => removeSecondFactor({ path, throwOnError: true }),
    onSuccess: () => toast(t('people.factorRemoved', named)),
    ...after,
  });
  const reactivate = useMutation<unknown, Problem>({
    mutationFn: () => reactivateUser({ path, throwOnError: true }),
    onSuccess: () => toast(t('people.reactivated', named)),
    ...after,
  });
  const act: Record<UserAction, () => void> = {
    EDIT: () => setDialog('EDIT'),
    INVITE_AGAIN: () => setDialog('INVITE_AGAIN'),
    REVOKE_INVITATION: () =>
      confirm({
        title: t('partner.inviteRevokeOf', named),
        text: t('partner.inviteRevokeHint'),
        action: t('partner.inviteRevoke'),
        act: () => revoke.mutate(),
      }),
    RESET_PASSWORD: () =>
      confirm({
        title: t('people.resetOf', named),
        text: t('people.resetHint', { email: user.email, interpolation: { escapeValue: false } }),
        action: t('people.reset'),
        act: () => reset.mutate(),
      }),
    REMOVE_SECOND_FACTOR: () =>
      confirm({
        title: t('people.removeFactorOf', named),
        text: t('people.removeFactorHint'),
        action: t('people.action.REMOVE_SECOND_FACTOR'),
        act: () => removeFactor.mutate(),
      }),
    DEACTIVATE: () => setDialog('DEACTIVATE'),
    REACTIVATE: () =>
      confirm({
        title: t('people.reactivateOne', named),
        text: t('people.reactivateHint'),
        action: t('people.action.REACTIVATE'),
        act: () => reactivate.mutate(),
      }),
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            aria-label={t('people.actionsOf', named)}
            loading={revoke.isPending || reset.isPending || removeFactor.isPending || reactivate.isPending}
          >
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {user.actions.map((action) => (
            <Menu.Item
              key={action}
              color={action === 'DEACTIVATE' ? 'var(--mantine-color-error)' : undefined}
              onClick={act[action]}
            >
              {t(`people.action.${action}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'EDIT' ? <EditUserDialog user={user} onClose={close} /> : null}
      {dialog === 'INVITE_AGAIN' ? <ResendInvitationDialog user={user} onSent={setSent} onClose={close} /> : null}
      {dialog === 'DEACTIVATE' ? <DeactivateUserDialog user={user} onClose={close} /> : null}
      {link ? (
        <OneTimeLink
          title={t('people.resetOf', named)}
          text={t('people.resetLink', named)}
          mailed={t('people.resetMailed', { email: user.email, interpolation: { escapeValue: false } })}
          path={link.link}
          onClose={() => setLink(undefined)}
        />
      ) : null}
      {sent ? <InvitationLink invitation={sent} onClose={() => setSent(undefined)} /> : null}
    </>
  );
}
