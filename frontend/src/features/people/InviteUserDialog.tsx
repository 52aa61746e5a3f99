import { Button, CopyButton, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Language, Role } from '@/api/gen';
import { invitePartnerUserMutation } from '@/api/gen/@tanstack/react-query.gen';
import { invalidatePartnerUsers } from '@/api/invalidation';
import { languageOptions, useLanguage } from '@/i18n';
import { DialogButtons } from '@/ui/DialogButtons';
import { fieldErrors } from '@/ui/fieldErrors';
import { ProblemAlert } from '@/ui/ProblemAlert';

/** Invites a user of a partner; the link is shown once. */
export function InviteUserDialog({ partnerId, onClose }: { partnerId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const queries = useQueryClient();
  const form = useForm<{ name: string; email: string; role: Role; language: Language }>({
    initialValues: { name: '', email: '', role: 'PARTNER_SELLER', language },
    validate: {
      name: (value) => (value.trim() ? null : t('form.required')),
      email: (value) => (value.trim() ? null : t('form.required')),
    },
  });
  const invite = useMutation({
    ...invitePartnerUserMutation(),
    onSuccess: () => invalidatePartnerUsers(queries),
    onError: (problem) => form.setErrors(fieldErrors(problem)),
  });
  const link = invite.data ? window.location.origin + invite.data.link : '';
  const submit = (entered: typeof form.values) =>
    invite.mutate({
      path: { id: partnerId },
      body: { ...entered, role: entered.role },
    });
  return (
    <Modal opened onClose={onClose} title={t('partner.invite')} closeButtonProps={{ 'aria-label': t('form.close') }}>
      {invite.data ? (
        <Stack>
          <Text size="sm">{t('partner.inviteLink', { name: invite.data.user.name })}</Text>
          <TextInput aria-label={t('partner.link')} value={link} readOnly />
          <CopyButton value={link}>
            {({ copied, copy }) => <Button onClick={copy}>{copied ? t('partner.copied') : t('partner.copy')}</Button>}
          </CopyButton>
        </Stack>
      ) : (
        <form noValidate onSubmit={form.onSubmit(submit)}>
          <Stack>
            {invite.error ? <ProblemAlert problem={invite.error} /> : null}
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
            <DialogButtons onClose={onClose}>
              <Button type="submit" loading={invite.isPending}>
                {t('partner.invite')}
              </Button>
            </DialogButtons>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
