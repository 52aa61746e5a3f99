import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { confirmEmailMutation, getEmailChangeOptions } from '@/api/gen/@tanstack/react-query.gen';
import { invalidateMe } from '@/api/invalidation';
import { TextLink } from '@/ui/links';
import { Page } from '@/ui/Page';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useMe } from './useMe';

/** Confirms the new email address. A button does it, so that a program that only opens the links of a mail does not. */
export function ConfirmEmailPage({ token }: { token: string }) {
  const { t } = useTranslation();
  const me = useMe();
  const queries = useQueryClient();
  const change = useQuery(getEmailChangeOptions());
  const confirm = useMutation({ ...confirmEmailMutation(), onSuccess: () => invalidateMe(queries) });
  const named = { email: change.data?.email, interpolation: { escapeValue: false } };
  return (
    <Page>
      <Paper p="md" maw={640}>
        <Stack>
          {confirm.isSuccess ? (
            <Text role="status">
              {t('account.emailConfirmed', { email: me.email, interpolation: { escapeValue: false } })}
            </Text>
          ) : null}
          {confirm.error ? <ProblemAlert problem={confirm.error} /> : null}
          {change.error ? <ProblemAlert problem={change.error} retry={() => void change.refetch()} /> : null}
          {change.data && !change.data.email && !confirm.isSuccess ? (
            <Text>{t('account.emailChangeEnded')}</Text>
          ) : null}
          {change.data?.email && !confirm.isSuccess ? (
            <>
              <Text>{t('account.confirmEmailHint', named)}</Text>
              <Group>
                <Button loading={confirm.isPending} onClick={() => confirm.mutate({ body: { token } })}>
                  {t('account.confirmEmail')}
                </Button>
              </Group>
            </>
          ) : null}
          <TextLink to="/account">{t('account.title')}</TextLink>
        </Stack>
      </Paper>
    </Page>
  );
}
