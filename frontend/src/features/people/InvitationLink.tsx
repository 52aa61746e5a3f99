import { Button, CopyButton, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { InvitationView } from '@/api/gen';

/** The link of an invitation, which is shown once. */
export function InvitationLink({ invitation, onClose }: { invitation: InvitationView; onClose: () => void }) {
  const { t } = useTranslation();
  const link = window.location.origin + invitation.link;
  return (
    <Modal opened onClose={onClose} title={t('partner.invite')} closeButtonProps={{ 'aria-label': t('form.close') }}>
      <Stack>
        <Text size="sm">{t('partner.inviteLink', { name: invitation.user.name })}</Text>
        <Text size="sm" c="dimmed">
          {t('partner.inviteMailed', { email: invitation.user.email })}
        </Text>
        <TextInput aria-label={t('partner.link')} value={link} readOnly />
        <CopyButton value={link}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? t('partner.copied') : t('partner.copy')}</Button>}
        </CopyButton>
      </Stack>
    </Modal>
  );
}
