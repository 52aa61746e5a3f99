import { Button, Group, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeEmail, type MeView } from '@/api/gen';
import { cancelEmailChangeMutation, getEmailChangeOptions } from '@/api/gen/@tanstack/react-query.gen';
import { invalidateMe } from '@/api/invalidation';
import { confirm } from '@/ui/confirm';
import { FormDialog } from '@/ui/FormDialog';
import { useFormats } from '@/ui/format';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { toast, toastProblem } from '@/ui/toasts';
import { useSend } from '@/ui/useSend';

/** The address with which the user signs in, and a new one that waits to be confirmed. */
export function EmailAddress({ me }: { me: MeView }) {
  const { t } = useTranslation();
  const format = useFormats();
  const queries = useQueryClient();
  const [changing, setChanging] = useState(false);
  const change = useQuery(getEmailChangeOptions());
  const cancel = useMutation({
    ...cancelEmailChangeMutation(),
    onSuccess: () => toast(t('account.emailChangeCancelled')),
    onError: toastProblem,
    onSettled: () => invalidateMe(queries),
  });
  return (
    <Paper p="md">
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('session.email')}
        </Title>
        <Group justify="space-between" gap="sm">
          <Text style={{ overflowWrap: 'anywhere' }}>{me.email}</Text>
          <Button variant="default" onClick={() => setChanging(true)}>
            {t('account.changeEmail')}
          </Button>
        </Group>
        {change.error ? <ProblemAlert problem={change.error} retry={() => void change.refetch()} /> : null}
        {change.data?.email && change.data.expiresAt ? (
          <Group gap="sm" role="status">
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {t('account.emailWaiting', {
                email: change.data.email,
                until: format.dateTime(change.data.expiresAt),
                interpolation: { escapeValue: false },
              })}
            </Text>
            <Button
              size="compact-sm"
              variant="default"
              loading={cancel.isPending}
              onClick={() =>
                confirm({
                  title: t('account.cancelEmailChange'),
                  text: t('account.cancelEmailChangeHint'),
                  action: t('account.cancelEmailChange'),
                  act: () => cancel.mutate({}),
                })
              }
            >
              {t('account.cancelEmailChange')}
            </Button>
          </Group>
        ) : null}
        {changing ? <ChangeEmailDialog me={me} onClose={() => setChanging(false)} /> : null}
      </Stack>
    </Paper>
  );
}

function ChangeEmailDialog({ me, onClose }: { me: MeView; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const required = (value: string) => (value.trim() ? null : t('form.required'));
  const edit = useSend(
    { email: '', currentPassword: '' },
    {
      draft: undefined,
      validate: { email: required, currentPassword: required },
      send: async (body) => (await changeEmail({ body, throwOnError: true })).data,
      done: (change) => {
        toast(t('account.emailLinkSent', { email: change.email, interpolation: { escapeValue: false } }));
        onClose();
        return invalidateMe(queries);
      },
    },
  );
  const { form } = edit;
  return (
    <FormDialog edit={edit} title={t('account.changeEmail')} action={t('session.sendLink')} onClose={onClose}>
      <Text size="sm">{t('account.changeEmailHint', { email: me.email, interpolation: { escapeValue: false } })}</Text>
      <TextInput
        label={t('account.newEmail')}
        type="email"
        autoComplete="email"
        maxLength={320}
        data-autofocus
        {...form.getInputProps('email')}
      />
      <PasswordInput
        label={t('account.currentPassword')}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
        {...form.getInputProps('currentPassword')}
      />
    </FormDialog>
  );
}
