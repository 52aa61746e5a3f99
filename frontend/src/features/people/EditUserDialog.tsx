import { Alert, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import { editUser, getUser, type Role, type UserView } from '@/api/gen';
import { invalidateUsers } from '@/api/invalidation';
import { useMe } from '@/features/session/useMe';
import { EditConflict } from '@/ui/EditConflict';
import { FormDialog } from '@/ui/FormDialog';
import { toast } from '@/ui/toasts';
import { useEdit } from '@/ui/useEdit';
import { RoleSelect } from './RoleSelect';
import { partnerRoles, staffRoles } from './roles';
import { Successor } from './Successor';
import { useOwned } from './useOwned';

const valuesOf = (user: UserView | null): { name: string; role: Role; successorId: string | null } => ({
  name: user?.name ?? '',
  role: user?.role ?? 'ANALYST',
  successorId: null,
});

/** Changes the name or role of a user. What the user cannot own in the new role goes to a successor. */
export function EditUserDialog({ user, onClose }: { user: UserView; onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const queries = useQueryClient();
  const edit = useEdit<UserView, ReturnType<typeof valuesOf>>(user, valuesOf, {
    draft: `user:${user.id}`,
    validate: {
      name: (name) => (name.trim() ? null : t('form.required')),
      successorId: (id) => (handover.count && !id ? t('form.required') : null),
    },
    read: async ({ id }) => (await getUser({ path: { id }, throwOnError: true })).data,
    send: async (of, body) =>
      (await editUser({ path: { id: of.id }, headers: ifMatch(of), body, throwOnError: true })).data,
    saved: () => {
      toast(t('opportunity.saved'));
      onClose();
    },
    settled: () => invalidateUsers(queries),
  });
  const { form } = edit;
  const handover = useOwned(user, form.values.role);
  const isSelf = user.id === me.id && form.values.role !== user.role;
  return (
    <FormDialog
      edit={edit}
      title={t('calendar.changeOne', { name: user.name })}
      action={t('form.save')}
      disabled={handover.loading || !!handover.error}
      onClose={onClose}
    >
      <EditConflict
        edit={edit}
        fields={{
          name: { label: t('session.name') },
          role: { label: t('partner.role'), show: (role) => t(`role.${role}`) },
          successorId: { label: t('people.successor') },
        }}
      />
      <TextInput label={t('session.name')} maxLength={200} data-autofocus {...form.getInputProps('name')} />
      <RoleSelect
        roles={user.partnerId ? partnerRoles : staffRoles}
        {...form.getInputProps('role')}
        description={t('people.roleHint')}
      />
      {isSelf ? (
        <Alert variant="outline" color="orange">
          {t('people.ownRole')}
        </Alert>
      ) : null}
      <Successor user={user} handover={handover} {...form.getInputProps('successorId')} />
    </FormDialog>
  );
}
