import { Skeleton, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { acceptInvitationMutation, getInvitationOptions } from '@/api/gen/@tanstack/react-query.gen';
import { TextLink } from '@/ui/links';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { AuthLayout } from './AuthLayout';
import { NewPassword } from './NewPassword';
import { useSignedIn } from './useSignedIn';

/** Lets an invited user set a password. */
export function InvitationPage({ token }: { token: string }) {
  const { t } = useTranslation();
  const signedIn = useSignedIn();
  const invited = useQuery(getInvitationOptions({ path: { token } }));
  const accept = useMutation({ ...acceptInvitationMutation(), onSuccess: signedIn });
  const who = invited.data;
  return (
    <AuthLayout title={who ? t('session.welcome', { name: who.name }) : t('session.invitation')}>
      {invited.error ? <ProblemAlert problem={invited.error} /> : null}
      {invited.isPending ? <Skeleton h={160} /> : null}
      {who && who.status !== 'INVITED' ? (
        <>
          <Text mb="sm">{t('session.alreadyIn')}</Text>
          <TextLink to="/sign-in">{t('session.signIn')}</TextLink>
        </>
      ) : null}
      {who?.status === 'INVITED' ? (
        <NewPassword
          who={who}
          problem={accept.error}
          pending={accept.isPending}
          action={t('session.comeIn')}
          submit={({ password }) => accept.mutate({ path: { token }, body: { password } })}
        />
      ) : null}
    </AuthLayout>
  );
}
