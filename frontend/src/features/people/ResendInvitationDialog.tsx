import { Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type InvitationView, resendInvitation, type UserView } from '@/api/gen';
import { invalidateUsers } from '@/api/invalidation';
import { FormDialog } from '@/ui/FormDialog';
import { useSend } from '@/ui/useSend';

/** Invites a user again, if need be at another address. */
export function ResendInvitationDialog({
  user,
  onSent,
  onClose,
}: {
  user: UserView;
  onSent: (invitation: InvitationView) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const edit = useSend(
    { email: user.email },
    {
      draft: `invitation:${user.id}`,
      validate: { email: (value) => (value.trim() ? null : t('form.required')) },
      send: async ({ email }) =>
        (await resendInvitation({ path: { id: user.id }, body: { email: email.trim() }, throwOnError: true })).data,
      done: (invitation) => {
        onClose();
        onSent(invitation);
      },
      settled: () => invalidateUsers(queries),
    },
  );
  return (
    <FormDialog
      edit={edit}
      onClose={onClose}
      title={t('people.resendTo', { name: user.name, interpolation: { escapeValue: false } })}
      action={t('people.resend')}
    >
      <Text size="sm">{t('people.resendHint')}</Text>
      <TextInput
        label={t('session.email')}
        type="email"
        withAsterisk
        maxLength={320}
        data-autofocus
        {...edit.form.getInputProps('email')}
      />
    </FormDialog>
  );
}
