import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AuthLayout } from './AuthLayout';
import { SignInForm } from './SignInForm';
import { useSignedIn } from './useSignedIn';

/** The page to sign in on. */
export function SignInPage({ next, email }: { next: string | undefined; email?: string | undefined }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const signedIn = useSignedIn(next);
  return (
    <AuthLayout title={t('session.signIn')}>
      <SignInForm
        email={email}
        signedIn={(me) => {
          queries.clear();
          return signedIn(me);
        }}
      />
    </AuthLayout>
  );
}
