import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { setUpMutation } from '@/api/gen/@tanstack/react-query.gen';
import { useLanguage } from '@/i18n';
import { AuthLayout } from './AuthLayout';
import { NewPassword } from './NewPassword';
import { useSignedIn } from './useSignedIn';

/** Creates the first admin of an installation; the token is in the link that the server printed. */
export function SetupPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const signedIn = useSignedIn();
  const setUp = useMutation({ ...setUpMutation(), onSuccess: signedIn });
  const token = window.location.hash.slice(1);
  return (
    <AuthLayout title={t('session.setup')}>
      <Text size="sm" c="dimmed" mb="md">
        {t('session.setupHint')}
      </Text>
      <NewPassword
        problem={setUp.error}
        pending={setUp.isPending}
        action={t('session.setupAction')}
        submit={(person) => setUp.mutate({ body: { ...person, token, language } })}
      />
    </AuthLayout>
  );
}
