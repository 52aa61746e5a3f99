import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DealRegistrationView } from '@/api/gen';
import { useFormats } from '@/ui/format';
import { useReasonText } from '@/ui/useReasonText';
import { ScopeChange } from './ScopeChange';

/** Requested information, the reason of a rejection, a pending change, or a requested extension. */
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
      <ScopeChange registration={registration} />
      {why && registration.status === 'APPROVED' && reasonCode && !registration.change ? (
        <Alert variant="outline" color="gray" title={t('registration.change.rejected')}>
          <Text size="sm">{why}</Text>
          <Text size="sm">{t('registration.change.stillHolds')}</Text>
        </Alert>
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
