import { Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type InvitationView, invitePartnerUser, inviteStaff, type Language, type Role } from '@/api/gen';
import { invalidateUsers } from '@/api/invalidation';
import { languageOptions, useLanguage } from '@/i18n';
import { FormDialog } from '@/ui/FormDialog';
import { useSend } from '@/ui/useSend';
import { InvitationLink } from './InvitationLink';
import { RoleSelect } from './RoleSelect';
import { partnerRoles, staffRoles } from './roles';

/** Invites a user of a partner, or else of the vendor; the link is shown once. */
export function InviteUserDialog({ partnerId, onClose }: { partnerId?: string; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const queries = useQueryClient();
  const [invited, setInvited] = useState<InvitationView>();
  const initial: { name: string; email: string; role: Role; language: Language } = {
    name: '',
    email: '',
    role: partnerId ? 'PARTNER_SELLER' : 'SALES',
    language,
  };
  const edit = useSend(initial, {
    draft: `invite:${partnerId ?? 'staff'}`,
    validate: {
      name: (value) => (value.trim() ? null : t('form.required')),
      email: (value) => (value.trim() ? null : t('form.required')),
    },
    send: async (body) =>
      partnerId
        ? (await invitePartnerUser({ path: { id: partnerId }, body, throwOnError: true })).data
        : (await inviteStaff({ body, throwOnError: true })).data,
    done: (invitation) => {
      setInvited(invitation);
      return invalidateUsers(queries);
    },
  });
  const { form } = edit;
  if (invited) return <InvitationLink invitation={invited} onClose={onClose} />;
  return (
    <FormDialog edit={edit} title={t('partner.invite')} action={t('partner.invite')} onClose={onClose}>
      <TextInput label={t('session.name')} data-autofocus {...form.getInputProps('name')} />
      <TextInput label={t('session.email')} type="email" {...form.getInputProps('email')} />
      <RoleSelect roles={partnerId ? partnerRoles : staffRoles} {...form.getInputProps('role')} />
      <Select
        label={t('app.language')}
        allowDeselect={false}
        data={languageOptions}
        {...form.getInputProps('language')}
      />
    </FormDialog>
  );
}
