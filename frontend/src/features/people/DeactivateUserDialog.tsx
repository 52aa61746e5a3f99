import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deactivateUser, type UserView } from '@/api/gen';
import { invalidateEverything } from '@/api/invalidation';
import { FormDialog } from '@/ui/FormDialog';
import { toast } from '@/ui/toasts';
import { useSend } from '@/ui/useSend';
import { Successor } from './Successor';
import { useOwned } from './useOwned';

/** Deactivates a user, after a preview of what goes to whom. */
export function DeactivateUserDialog({ user, onClose }: { user: UserView; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const handover = useOwned(user);
  const named = { name: user.name, interpolation: { escapeValue: false } };
  const initial: { successorId: string | null } = { successorId: null };
  const edit = useSend(initial, {
    draft: undefined,
    validate: { successorId: (id) => (handover.required && !id ? t('form.required') : null) },
    send: (body) => deactivateUser({ path: { id: user.id }, body, throwOnError: true }),
    done: () => {
      toast(t('people.deactivated', named));
      onClose();
    },
    settled: () => invalidateEverything(queries),
  });
  return (
    <FormDialog
      edit={edit}
      title={t('people.deactivateOne', named)}
      action={t('people.action.DEACTIVATE')}
      color="red"
      disabled={handover.loading || !!handover.error}
      onClose={onClose}
    >
      <Text size="sm">{t('people.deactivateHint')}</Text>
      <Successor user={user} handover={handover} data-autofocus {...edit.form.getInputProps('successorId')} />
    </FormDialog>
  );
}
