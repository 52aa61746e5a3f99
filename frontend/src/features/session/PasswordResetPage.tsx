import { Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { completePasswordResetMutation, getPasswordResetOptions } from '@/api/gen/@tanstack/react-query.gen';
import { TextLink } from '@/ui/links';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { AuthLayout } from './AuthLayout';
import { NewPassword } from './NewPassword';

/** Lets a user who has forgotten the password choose a new one. */
export function PasswordResetPage({ token }: { token: string }) {
  const { t } = useTranslation();
  const reset = useQuery({ ...getPasswordResetOptions({ path: { token } }), retry: false });
  const complete = useMutation(completePasswordResetMutation());
  const who = reset.data;
  const ended = reset.error?.status === 404 || (who && !who.open);
  return (
    <AuthLayout title={t('session.newPasswordOf')}>
      {reset.isPending ? <Skeleton h={160} /> : null}
      {reset.error && reset.error.status !== 404 ? (
        <ProblemAlert problem={reset.error} retry={() => void reset.refetch()} />
      ) : null}
      {ended && !complete.isSuccess ? (
        <Stack>
          <Text>{t('session.resetEnded')}</Text>
          <TextLink to="/forgot-password">{t('session.requestAgain')}</TextLink>
          <TextLink to="/sign-in">{t('session.backToSignIn')}</TextLink>
        </Stack>
      ) : null}
      {complete.isSuccess ? (
        <Stack>
          <Text role="status">{t('session.passwordChosen')}</Text>
          <TextLink to="/sign-in" search={{ email: who?.email }}>
            {t('session.signIn')}
          </TextLink>
        </Stack>
      ) : null}
      {who?.open && !complete.isSuccess ? (
        <NewPassword
          who={who}
          problem={complete.error}
          pending={complete.isPending}
          action={t('session.choosePassword')}
          submit={({ password }) => complete.mutate({ path: { token }, body: { password } })}
        />
      ) : null}
    </AuthLayout>
  );
}
