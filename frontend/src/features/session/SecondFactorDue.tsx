import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AuthLayout } from './AuthLayout';
import { SecondFactorSetup } from './SecondFactorSetup';
import { useSignOut } from './useSignOut';

/** What a user sees whose role needs a second factor, until it is set up. */
export function SecondFactorDue() {
  const { t } = useTranslation();
  const [settingUp, setSettingUp] = useState(false);
  const signOut = useSignOut();
  return (
    <AuthLayout title={t('secondFactor.title')}>
      <Stack>
        <Text>{t('secondFactor.due')}</Text>
        <Text size="sm" c="dimmed">
          {t('secondFactor.hint')}
        </Text>
        <Group gap="sm">
          <Button onClick={() => setSettingUp(true)}>{t('secondFactor.turnOn')}</Button>
          <Button variant="default" onClick={signOut}>
            {t('session.signOut')}
          </Button>
        </Group>
        {settingUp ? <SecondFactorSetup onClose={() => setSettingUp(false)} /> : null}
      </Stack>
    </AuthLayout>
  );
}
