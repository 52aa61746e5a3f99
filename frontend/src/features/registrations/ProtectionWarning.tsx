import { Alert, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CheckRegistrationRequest } from '@/api/gen';
import { useFormats } from '@/ui/format';

import { useProtection } from './useProtection';
/** Warns staff that another partner has exclusivity for the customer. */
export function ProtectionWarning({
  asked,
  except,
}: {
  asked: CheckRegistrationRequest | null;
  except?: string | null;
}) {
  const { t } = useTranslation();
  const format = useFormats();
  const found = useProtection(asked);
  const holders = (found.data?.conflicts ?? []).filter(
    (one) => one.kind === 'REGISTRATION' && one.exclusiveUntil && one.partner?.id !== except,
  );
  if (!holders.length) return null;
  return (
    <Alert variant="outline" color="orange" title={t('registration.warning')}>
      <List size="sm">
        {holders.map((one) => (
          <List.Item key={one.registration?.id}>
            {t('registration.warningLine', {
              partner: one.partner?.name ?? '',
              date: format.date(one.exclusiveUntil ?? ''),
              lines: one.productLines.join(', '),
              by: t(`registration.by.${one.matchedBy}`).toLowerCase(),
              customer: one.customer.name,
              interpolation: { escapeValue: false },
            })}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
