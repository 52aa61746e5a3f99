import { Alert, Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { requestPasswordResetMutation } from '@/api/gen/@tanstack/react-query.gen';
import { fieldErrors } from '@/ui/fieldErrors';
import { TextLink } from '@/ui/links';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { AuthLayout } from './AuthLayout';

/** Requests the mail with a link to choose a new password. What it shows is the same for an unknown address. */
export function ForgotPasswordPage({ email }: { email: string | undefined }) {
  const { t } = useTranslation();
  const request = useMutation(requestPasswordResetMutation());
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: email ?? '' },
    validate: { email: (value) => (value.trim() ? null : t('form.required')) },
  });
  const sent = request.isSuccess ? request.variables.body.email : undefined;
  return (
    <AuthLayout title={t('session.forgot')}>
      <Stack>
        {sent ? (
          <Alert role="status" variant="light" title={t('session.resetRequested')}>
            <Text size="sm">
              {t('session.resetRequestedHint', { email: sent, interpolation: { escapeValue: false } })}
            </Text>
          </Alert>
        ) : (
          <form
            noValidate
            onSubmit={form.onSubmit((body) =>
              request.mutate({ body }, { onError: (error) => form.setErrors(fieldErrors(error)) }),
            )}
          >
            <Stack>
              <Text size="sm">{t('session.forgotHint')}</Text>
              {request.error && !request.error.errors ? <ProblemAlert problem={request.error} /> : null}
              <TextInput
                label={t('session.email')}
                type="email"
                autoComplete="username"
                autoFocus
                key={form.key('email')}
                {...form.getInputProps('email')}
              />
              <Button type="submit" fullWidth loading={request.isPending}>
                {t('session.sendLink')}
              </Button>
            </Stack>
          </form>
        )}
        <TextLink to="/sign-in">{t('session.backToSignIn')}</TextLink>
      </Stack>
    </AuthLayout>
  );
}
