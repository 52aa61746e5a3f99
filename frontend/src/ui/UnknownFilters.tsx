import { Alert, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Says which filters of the address are unknown, so that nobody takes the list for a filtered one. */
export function UnknownFilters() {
  const { t } = useTranslation();
  const { unknown }: { unknown?: string[] } = useSearch({ strict: false });
  const go = useNavigate();
  if (!unknown?.length) return null;
  return (
    <Alert
      role="alert"
      variant="outline"
      color="orange"
      title={t('filter.unknown')}
      withCloseButton
      closeButtonLabel={t('form.close')}
      onClose={() => void go({ to: '.', search: (old) => ({ ...old, unknown: undefined }), replace: true })}
    >
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {t('filter.unknownHint', { filters: unknown.join(', '), interpolation: { escapeValue: false } })}
      </Text>
    </Alert>
  );
}
