import { Alert, Button, CopyButton, Stack, TextInput } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ApiClientView } from '@/api/gen';

/** Shows a client's secret once: the server only keeps its hash. */
export function ClientSecret({ client, onClose }: { client: ApiClientView; onClose: () => void }) {
  const { t } = useTranslation();
  const fields: [string, string][] = [
    [t('apiClient.clientId'), client.clientId],
    [t('apiClient.secret'), client.clientSecret ?? ''],
  ];
  return (
    <Stack>
      <Alert variant="outline" icon={<IconKey size={18} />} title={t('apiClient.shownOnce')}>
        {t('apiClient.shownOnceHint')}
      </Alert>
      {fields.map(([label, value]) => (
        <TextInput
          key={label}
          label={label}
          value={value}
          readOnly
          rightSectionWidth={110}
          rightSection={
            <CopyButton value={value}>
              {({ copied, copy }) => (
                <Button
                  size="compact-xs"
                  variant="default"
                  onClick={copy}
                  aria-label={`${t('partner.copy')}: ${label}`}
                >
                  {copied ? t('partner.copied') : t('apiClient.copy')}
                </Button>
              )}
            </CopyButton>
          }
        />
      ))}
      <Button onClick={onClose}>{t('apiClient.kept')}</Button>
    </Stack>
  );
}
