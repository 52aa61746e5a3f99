import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeView } from '@/api/gen';
import { signInMutation } from '@/api/gen/@tanstack/react-query.gen';
import { TextLink } from '@/ui/links';
import { ProblemAlert } from '@/ui/ProblemAlert';

/**
 * The e-mail address and the password.
 *
 * @param over whether the form is over a page with what was typed, which no link may leave
 */
export function SignInForm({
  email = '',
  over = false,
  signedIn,
}: {
  email?: string | undefined;
  over?: boolean;
  signedIn: (me: MeView) => unknown;
}) {
  const { t } = useTranslation();
  const [capsLock, setCapsLock] = useState(false);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email, password: '', code: '' },
    validate: {
      email: (value) => (value.trim() ? null : t('form.required')),
      password: (value) => (value ? null : t('form.required')),
    },
  });
  const [typed, setTyped] = useState(email);
  form.watch('email', ({ value }) => setTyped(value));
  // Whether the user needs a code besides the password.
  const [asked, setAsked] = useState(false);
  const signIn = useMutation({ ...signInMutation(), onSuccess: signedIn });
  const problem = signIn.error;
  if (problem?.code === 'sign-in.code-needed' && !asked) setAsked(true);
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ code, ...known }) =>
        signIn.mutate({ body: asked ? { ...known, code: code.trim() } : known }),
      )}
    >
      <Stack>
        {problem && problem.code !== 'sign-in.code-needed' ? <ProblemAlert problem={problem} /> : null}
        <TextInput
          label={t('session.email')}
          type="email"
          autoComplete="username"
          autoFocus={!email}
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('session.password')}
          autoComplete="current-password"
          onKeyUp={watchCapsLock}
          data-autofocus={email ? true : undefined}
          visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        {capsLock ? (
          <Text size="sm" role="status">
            {t('session.capsLock')}
          </Text>
        ) : null}
        {asked ? (
          <TextInput
            label={t('secondFactor.code')}
            description={t('secondFactor.codeHint')}
            autoComplete="one-time-code"
            autoFocus
            maxLength={50}
            key={form.key('code')}
            {...form.getInputProps('code')}
          />
        ) : null}
        <Button type="submit" fullWidth loading={signIn.isPending}>
          {t('session.signIn')}
        </Button>
        <TextLink
          to="/forgot-password"
          search={{ email: typed.trim() || undefined }}
          target={over ? '_blank' : undefined}
          size="sm"
          ta="center"
        >
          {t('session.forgotLink')}
        </TextLink>
      </Stack>
    </form>
  );
}
