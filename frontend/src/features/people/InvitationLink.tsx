import { useTranslation } from 'react-i18next';
import type { InvitationView } from '@/api/gen';
import { OneTimeLink } from './OneTimeLink';

/** The link of an invitation, which is shown once. */
export function InvitationLink({ invitation, onClose }: { invitation: InvitationView; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <OneTimeLink
      title={t('partner.invite')}
      text={t('partner.inviteLink', { name: invitation.user.name })}
      mailed={t('partner.inviteMailed', { email: invitation.user.email })}
      path={invitation.link}
      onClose={onClose}
    />
  );
}
