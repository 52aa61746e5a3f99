import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signInMutation } from '@/api/gen/@tanstack/react-query.gen';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { AuthLayout } from './AuthLayout';
import { useSignedIn } from './useSignedIn';

/** The sign-in form. */
export function SignInPage({ next }: { next: string | undefined }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const signedIn = useSignedIn(next);
  const [capsLock, setCapsLock] = useState(false);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.trim() ? null : t('form.required')),
      password: (value) => (value ? null : t('form.required')),
    },
  });
  const signIn = useMutation({
    ...signInMutation(),
    onSuccess: (me) => {
      queries.clear();
      return signedIn(me);
    },
  });
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <AuthLayout title={t('session.signIn')}>
      <form noValidate onSubmit={form.onSubmit((body) => signIn.mutate({ body }))}>
        <Stack>
          {signIn.error ? <ProblemAlert problem={signIn.error} /> : null}
          <TextInput
            label={t('session.email')}
            type="email"
            autoComplete="username"
            autoFocus
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('session.password')}
            autoComplete="current-password"
            onKeyUp={watchCapsLock}
            visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          {capsLock ? (
            <Text size="sm" role="status">
              {t('session.capsLock')}
            </Text>
          ) : null}
          <Button type="submit" fullWidth loading={signIn.isPending}>
            {t('session.signIn')}
          </Button>
        </Stack>
      </form>
    </AuthLayout>
  );
}
