import { Badge, Button, Group, Paper, PasswordInput, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MeView } from '@/api/gen';
import { endSessionMutation, getMeQueryKey, listSessionsOptions } from '@/api/gen/@tanstack/react-query.gen';
import { invalidateSessions } from '@/api/invalidation';
import { languageOptions, setLanguage } from '@/i18n';
import { definitionOf, sourceLanguage } from '@/i18n/languages';
import { EditConflict } from '@/ui/EditConflict';
import { FormState } from '@/ui/FormState';
import { fieldErrors } from '@/ui/fieldErrors';
import { useFormats } from '@/ui/format';
import { Page } from '@/ui/Page';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { toast } from '@/ui/toasts';
import { useEdit } from '@/ui/useEdit';
import { deviceName } from './deviceName';
import { EmailAddress } from './EmailAddress';
import { NotificationPreferences } from './NotificationPreferences';
import { SecondFactor } from './SecondFactor';
import { readMe, sendMe, useEditMe } from './useEditMe';
import { useMe } from './useMe';

/** The user's name and language, what they sign in with, their sessions and notifications. */
export function AccountPage() {
  const me = useMe();
  return (
    <Page>
      <Stack maw={640}>
        <Profile me={me} />
        <EmailAddress me={me} />
        <Password me={me} />
        <SecondFactor />
        <Sessions />
        <NotificationPreferences me={me} />
      </Stack>
    </Page>
  );
}

const profileOf = (me: MeView | null) => ({ name: me?.name ?? '', language: me?.language ?? sourceLanguage });

function Profile({ me }: { me: MeView }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const edit = useEdit(me, profileOf, {
    draft: 'profile',
    validate: { name: (value) => (value.trim() ? null : t('form.required')) },
    read: readMe,
    send: sendMe,
    saved: (saved) => {
      toast(t('account.saved'));
      queries.setQueryData(getMeQueryKey(), saved);
      if (saved.language !== me.language) void setLanguage(saved.language);
    },
    staysOpen: true,
  });
  const { form } = edit;
  return (
    <Paper p="md">
      <form onSubmit={edit.submit}>
        <Stack gap="sm">
          <Title order={2} size="h4">
            {t('account.profile')}
          </Title>
          <FormState edit={edit} />
          <EditConflict
            edit={edit}
            fields={{
              name: { label: t('session.name') },
              language: {
                label: t('app.language'),
                show: (language) => definitionOf(language)?.name,
              },
            }}
          />
          <TextInput label={t('session.name')} {...form.getInputProps('name')} />
          <Text size="sm" c="dimmed">
            {t(`role.${me.role}`)}
            {me.partner ? ` · ${me.partner.name}` : ''}
          </Text>
          <Select
            label={t('app.language')}
            allowDeselect={false}
            data={languageOptions}
            {...form.getInputProps('language')}
          />
          <Group>
            <Button type="submit" loading={edit.saving} disabled={!!edit.conflict}>
              {t('form.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}

function Password({ me }: { me: MeView }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { currentPassword: '', password: '' },
    validate: { password: (value) => (value.length >= 12 ? null : t('session.passwordLength')) },
  });
  const edit = useEditMe(() => {
    toast(t('account.passwordChanged'));
    form.reset();
    void invalidateSessions(queries);
  });
  return (
    <Paper
      p="md"
      component="form"
      onSubmit={form.onSubmit((body) =>
        edit.mutate({ me, change: () => body }, { onError: (error) => form.setErrors(fieldErrors(error)) }),
      )}
    >
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('account.password')}
        </Title>
        {edit.error && !edit.error.errors ? <ProblemAlert problem={edit.error} /> : null}
        <PasswordInput
          label={t('account.currentPassword')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
          key={form.key('currentPassword')}
          {...form.getInputProps('currentPassword')}
        />
        <PasswordInput
          label={t('session.newPassword')}
          description={t('account.passwordHint')}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <Group>
          <Button type="submit" loading={edit.isPending}>
            {t('account.changePassword')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

function Sessions() {
  const { t } = useTranslation();
  const format = useFormats();
  const queries = useQueryClient();
  const sessions = useQuery(listSessionsOptions());
  const end = useMutation({ ...endSessionMutation(), onSuccess: () => invalidateSessions(queries) });
  return (
    <Paper p="md">
      <Title order={2} size="h4" mb="sm">
        {t('account.sessions')}
      </Title>
      {sessions.error ? <ProblemAlert problem={sessions.error} retry={() => void sessions.refetch()} /> : null}
      <Stack gap="xs">
        {sessions.data?.items.map((session) => (
          <Group key={session.id} justify="space-between" wrap="nowrap">
            <div>
              <Text size="sm" lineClamp={1} title={session.userAgent ?? undefined}>
                {deviceName(session.userAgent) ?? t('account.unknownDevice')}
              </Text>
              <Text size="xs" c="dimmed">
                {t('account.lastUsed', { when: format.relative(session.lastUsedAt) })}
              </Text>
            </div>
            {session.current ? (
              <Badge variant="default">{t('account.thisDevice')}</Badge>
            ) : (
              <Button size="xs" variant="default" onClick={() => end.mutate({ path: { id: session.id } })}>
                {t('session.signOut')}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
