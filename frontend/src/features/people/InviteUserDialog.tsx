import { Button, CopyButton, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type InvitationView, invitePartnerUser, type Language, type Role } from '@/api/gen';
import { invalidatePartnerUsers } from '@/api/invalidation';
import { languageOptions, useLanguage } from '@/i18n';
import { FormDialog } from '@/ui/FormDialog';
import { useSend } from '@/ui/useSend';

/** Invites a user of a partner; the link is shown once. */
export function InviteUserDialog({ partnerId, onClose }: { partnerId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const queries = useQueryClient();
  const [invited, setInvited] = useState<InvitationView>();
  const initial: { name: string; email: string; role: Role; language: Language } = {
    name: '',
    email: '',
    role: 'PARTNER_SELLER',
    language,
  };
  const edit = useSend(initial, {
    draft: `invite:${partnerId}`,
    validate: {
      name: (value) => (value.trim() ? null : t('form.required')),
      email: (value) => (value.trim() ? null : t('form.required')),
    },
    send: async (body) => (await invitePartnerUser({ path: { id: partnerId }, body, throwOnError: true })).data,
    done: (invitation) => {
      setInvited(invitation);
      return invalidatePartnerUsers(queries);
    },
  });
  const { form } = edit;
  if (invited) {
    const link = window.location.origin + invited.link;
    return (
      <Modal opened onClose={onClose} title={t('partner.invite')} closeButtonProps={{ 'aria-label': t('form.close') }}>
        <Stack>
          <Text size="sm">{t('partner.inviteLink', { name: invited.user.name })}</Text>
          <TextInput aria-label={t('partner.link')} value={link} readOnly />
          <CopyButton value={link}>
            {({ copied, copy }) => <Button onClick={copy}>{copied ? t('partner.copied') : t('partner.copy')}</Button>}
          </CopyButton>
        </Stack>
      </Modal>
    );
  }
  return (
    <FormDialog edit={edit} title={t('partner.invite')} action={t('partner.invite')} onClose={onClose}>
      <TextInput label={t('session.name')} data-autofocus {...form.getInputProps('name')} />
      <TextInput label={t('session.email')} type="email" {...form.getInputProps('email')} />
      <Select
        label={t('partner.role')}
        allowDeselect={false}
        data={(['PARTNER_ADMIN', 'PARTNER_MANAGER', 'PARTNER_SELLER'] as const).map((value) => ({
          value,
          label: t(`role.${value}`),
        }))}
        {...form.getInputProps('role')}
      />
      <Select
        label={t('app.language')}
        allowDeselect={false}
        data={languageOptions}
        {...form.getInputProps('language')}
      />
    </FormDialog>
  );
}
