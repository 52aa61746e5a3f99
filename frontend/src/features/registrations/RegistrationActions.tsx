import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DealRegistrationView, RegistrationAction } from '@/api/gen';
import { RegistrationDialog } from './RegistrationDialog';

/** Never the primary button. */
const ends: RegistrationAction[] = ['WITHDRAW', 'REVOKE', 'REJECT_CHANGE', 'WITHDRAW_CHANGE'];

/** A button for each action that the server allows now. */
export function RegistrationActions({ registration, size }: { registration: DealRegistrationView; size?: 'xs' }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<RegistrationAction | null>(null);
  return (
    <Group gap="xs">
      {registration.actions.map((action, index) => (
        <Button
          key={action}
          size={size}
          variant={index === 0 && !ends.includes(action) ? 'filled' : 'default'}
          onClick={() => setOpen(action)}
        >
          {action === 'RESUBMIT' && registration.status === 'REJECTED'
            ? t('registration.appeal')
            : t(`registration.action.${action}`)}
        </Button>
      ))}
      {open ? <RegistrationDialog action={open} registration={registration} onClose={() => setOpen(null)} /> : null}
    </Group>
  );
}
