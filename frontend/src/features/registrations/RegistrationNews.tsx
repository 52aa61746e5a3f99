import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DealRegistrationView } from '@/api/gen';
import { useFormats } from '@/ui/format';

/** What the vendor wants to know, why it refused, or what more the partner asks for. */
export function RegistrationNews({ r }: { r: DealRegistrationView }) {
  const { t } = useTranslation();
  const f = useFormats();
  const why = [r.reasonCode ? t(`reason.${r.reasonCode as 'OTHER'}`) : null, r.reason].filter(Boolean).join(': ');
  return (
    <>
      {r.status === 'RETURNED' ? (
        <Alert variant="outline" color="orange" title={t('registration.wanted')}>
          <Text size="sm" fw={600}>
            {r.requestedFields.map((field) => t(`registration.field.${field}`)).join(', ')}
          </Text>
          <Text size="sm">{r.reason}</Text>
        </Alert>
      ) : null}
      {why && r.status !== 'RETURNED' && r.status !== 'APPROVED' ? <Text size="sm">{why}</Text> : null}
      {r.extensionUntil ? (
        <Alert
          variant="outline"
          color="orange"
          title={t('registration.extensionAsked', { date: f.date(r.extensionUntil) })}
        >
          {r.extensionReason ? `“${r.extensionReason}”` : null}
        </Alert>
      ) : null}
    </>
  );
}
