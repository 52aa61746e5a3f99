import { Paper, Stack, Switch, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProtectionView } from '@/api/gen';
import { ProtectionHint } from '@/features/registrations/ProtectionHint';
import type { DraftForm } from './draft';

/** Lets a partner request exclusivity in the same step, and shows whether it is available. */
export function RegisterFields({ form, protection }: { form: DraftForm; protection: ProtectionView | undefined }) {
  const { t } = useTranslation();
  return (
    <Paper p="md">
      <Stack gap="sm">
        <Switch
          label={t('registration.also')}
          description={t('registration.registerHint')}
          {...form.getInputProps('register', { type: 'checkbox' })}
        />
        {form.values.register ? (
          <>
            <Textarea
              label={t('registration.comment')}
              autosize
              minRows={2}
              maxLength={2000}
              {...form.getInputProps('comment')}
            />
            <ProtectionHint found={protection} />
          </>
        ) : null}
      </Stack>
    </Paper>
  );
}
