import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { disableSecondFactor, renewRecoveryCodes } from '@/api/gen';
import { getSecondFactorOptions } from '@/api/gen/@tanstack/react-query.gen';
import { invalidateMe } from '@/api/invalidation';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { toast } from '@/ui/toasts';
import { CodeDialog } from './CodeDialog';
import { RecoveryCodes } from './RecoveryCodes';
import { SecondFactorSetup } from './SecondFactorSetup';

/** Two-step sign-in: whether it is on, how to turn it on and off, and new recovery codes. */
export function SecondFactor() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const found = useQuery(getSecondFactorOptions());
  const [dialog, setDialog] = useState<'SET_UP' | 'RENEW' | 'DISABLE'>();
  const [codes, setCodes] = useState<string[]>();
  const factor = found.data;
  const close = () => setDialog(undefined);
  return (
    <Paper p="md">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {t('secondFactor.title')}
          </Title>
          {factor ? (
            <Badge variant="default" color={factor.enabled ? 'green' : 'gray'}>
              {t(factor.enabled ? 'secondFactor.on' : 'secondFactor.off')}
            </Badge>
          ) : null}
        </Group>
        {found.error ? <ProblemAlert problem={found.error} retry={() => void found.refetch()} /> : null}
        <Text size="sm" c="dimmed">
          {t('secondFactor.hint')}
        </Text>
        {factor?.enabled ? (
          <>
            <Text size="sm" c={factor.recoveryCodesLeft > 2 ? undefined : 'var(--mantine-color-error)'}>
              {t('secondFactor.codesLeft', { count: factor.recoveryCodesLeft })}
            </Text>
            <Group gap="sm">
              <Button variant="default" onClick={() => setDialog('RENEW')}>
                {t('secondFactor.renew')}
              </Button>
              {factor.required ? null : (
                <Button variant="default" onClick={() => setDialog('DISABLE')}>
                  {t('secondFactor.turnOff')}
                </Button>
              )}
            </Group>
            {factor.required ? <Text size="sm">{t('secondFactor.required')}</Text> : null}
          </>
        ) : null}
        {factor && !factor.enabled ? (
          <Group>
            <Button onClick={() => setDialog('SET_UP')}>{t('secondFactor.turnOn')}</Button>
          </Group>
        ) : null}
      </Stack>
      {dialog === 'SET_UP' ? <SecondFactorSetup onClose={close} /> : null}
      {dialog === 'RENEW' ? (
        <CodeDialog
          title={t('secondFactor.renew')}
          action={t('secondFactor.create')}
          text={t('secondFactor.renewHint')}
          send={async (code) => (await renewRecoveryCodes({ body: { code }, throwOnError: true })).data}
          done={(renewed) => {
            close();
            setCodes(renewed.recoveryCodes);
            return invalidateMe(queries);
          }}
          onClose={close}
        />
      ) : null}
      {dialog === 'DISABLE' ? (
        <CodeDialog
          title={t('secondFactor.title')}
          action={t('secondFactor.turnOff')}
          text={t('secondFactor.turnOffHint')}
          color="red"
          send={async (code) => (await disableSecondFactor({ body: { code }, throwOnError: true })).data}
          done={() => {
            close();
            toast(t('secondFactor.turnedOff'));
            return invalidateMe(queries);
          }}
          onClose={close}
        />
      ) : null}
      {codes ? <RecoveryCodes codes={codes} onClose={() => setCodes(undefined)} /> : null}
    </Paper>
  );
}
