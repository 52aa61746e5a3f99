import { Center, Code, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { QRCodeSVG } from 'qrcode.react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { enableSecondFactor, type SecondFactorSetupView, setUpSecondFactor } from '@/api/gen';
import { invalidateMe } from '@/api/invalidation';
import { FormDialog } from '@/ui/FormDialog';
import { useSend } from '@/ui/useSend';
import { RecoveryCodes } from './RecoveryCodes';

/** Turns two-step sign-in on: the password, the QR code and a first code, and the recovery codes. */
export function SecondFactorSetup({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const [setup, setSetup] = useState<SecondFactorSetupView>();
  const [codes, setCodes] = useState<string[]>();
  if (codes) {
    return (
      <RecoveryCodes
        codes={codes}
        onClose={() => {
          onClose();
          void invalidateMe(queries);
        }}
      />
    );
  }
  return setup ? (
    <FirstCode setup={setup} enabled={setCodes} onClose={onClose} />
  ) : (
    <Password known={setSetup} onClose={onClose} />
  );
}

function Password({ known, onClose }: { known: (setup: SecondFactorSetupView) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const edit = useSend(
    { currentPassword: '' },
    {
      draft: undefined,
      validate: { currentPassword: (value) => (value ? null : t('form.required')) },
      send: async (body) => (await setUpSecondFactor({ body, throwOnError: true })).data,
      done: known,
    },
  );
  return (
    <FormDialog edit={edit} title={t('secondFactor.title')} action={t('secondFactor.next')} onClose={onClose}>
      <Text size="sm">{t('secondFactor.appHint')}</Text>
      <PasswordInput
        label={t('account.currentPassword')}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
        data-autofocus
        {...edit.form.getInputProps('currentPassword')}
      />
    </FormDialog>
  );
}

function FirstCode({
  setup,
  enabled,
  onClose,
}: {
  setup: SecondFactorSetupView;
  enabled: (codes: string[]) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const edit = useSend(
    { code: '' },
    {
      draft: undefined,
      validate: { code: (value) => (value.trim() ? null : t('form.required')) },
      send: async ({ code }) => (await enableSecondFactor({ body: { code: code.trim() }, throwOnError: true })).data,
      done: ({ recoveryCodes }) => enabled(recoveryCodes),
    },
  );
  return (
    <FormDialog edit={edit} title={t('secondFactor.title')} action={t('secondFactor.turnOn')} onClose={onClose}>
      <Text size="sm">{t('secondFactor.scan')}</Text>
      <Center>
        <QRCodeSVG value={setup.address} size={184} marginSize={3} title={t('secondFactor.qrCode')} />
      </Center>
      <Stack gap={4}>
        <Text size="sm" c="dimmed">
          {t('secondFactor.typeSecret')}
        </Text>
        <Code fz="sm" p={6} style={{ overflowWrap: 'anywhere' }}>
          {setup.secret.match(/.{1,4}/g)?.join(' ')}
        </Code>
      </Stack>
      <TextInput
        label={t('secondFactor.firstCode')}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={50}
        data-autofocus
        {...edit.form.getInputProps('code')}
      />
    </FormDialog>
  );
}
