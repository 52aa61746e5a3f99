import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DealRegistrationView } from '@/api/gen';
import { useFormats } from '@/ui/format';
import { useReasonText } from '@/ui/useReasonText';

/** Requested information, the reason of a rejection, or a requested extension. */
export function RegistrationAlerts({ registration }: { registration: DealRegistrationView }) {
  const { t } = useTranslation();
  const format = useFormats();
  const reasonText = useReasonText();
  const { reasonCode, reason, requestedFields } = registration.decision;
  const extension = registration.exclusivity?.extensionRequest;
  const why = [reasonCode ? reasonText(reasonCode) : null, reason].filter(Boolean).join(': ');
  return (
    <>
      {registration.status === 'RETURNED' ? (
        <Alert variant="outline" color="orange" title={t('registration.wanted')}>
          <Text size="sm" fw={600}>
            {requestedFields.map((field) => t(`registration.field.${field}`)).join(', ')}
          </Text>
          <Text size="sm">{reason}</Text>
        </Alert>
      ) : null}
      {why && registration.status !== 'RETURNED' && registration.status !== 'APPROVED' ? (
        <Text size="sm">{why}</Text>
      ) : null}
      {extension ? (
        <Alert
          variant="outline"
          color="orange"
          title={t('registration.extensionAsked', { date: format.date(extension.until) })}
        >
          {extension.reason ? `“${extension.reason}”` : null}
        </Alert>
      ) : null}
    </>
  );
}
