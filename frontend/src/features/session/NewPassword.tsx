import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/api/gen';
import { ProblemAlert } from '@/ui/ProblemAlert';

export interface NewPerson {
  name: string;
  email: string;
  password: string;
}

/** Sets a password; for the first admin also a name and an e-mail address. */
export function NewPassword({
  who,
  submit,
  problem,
  pending,
  action,
}: {
  who?: { email: string };
  submit: (person: NewPerson) => void;
  problem: Problem | null;
  pending: boolean;
  action: string;
}) {
  const { t } = useTranslation();
  const required = (value: string) => (who || value.trim() ? null : t('form.required'));
  const form = useForm<NewPerson>({
    mode: 'uncontrolled',
    initialValues: { name: '', email: who?.email ?? '', password: '' },
    validate: {
      name: required,
      email: required,
      password: (value) => (value.length >= 12 ? null : t('session.passwordLength')),
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit(submit)}>
      <Stack>
        {problem ? <ProblemAlert problem={problem} /> : null}
        {who ? null : (
          <TextInput
            label={t('session.name')}
            autoComplete="name"
            key={form.key('name')}
            {...form.getInputProps('name')}
          />
        )}
        <TextInput
          label={t('session.email')}
          type="email"
          autoComplete="username"
          readOnly={!!who}
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('session.newPassword')}
          description={t('session.passwordLength')}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <Button type="submit" fullWidth loading={pending}>
          {action}
        </Button>
      </Stack>
    </form>
  );
}
