import { Paper, Stack, Switch, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProtectionView } from '@/api/gen';
import { ProtectionHint } from '@/features/registrations/Protection';
import type { DraftForm } from './draft';

/** Whether a partner asks for exclusivity in the same step, and whether it can have it. */
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
