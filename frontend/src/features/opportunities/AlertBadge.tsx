import { Badge } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Alert } from '@/api/gen';

/** Why an opportunity needs attention. */
export function AlertBadge({ alert }: { alert: Alert | null | undefined }) {
  const { t } = useTranslation();
  if (!alert) return null;
  return (
    <Badge size="sm" variant="default" tt="none" leftSection={<IconAlertTriangle size={12} aria-hidden />}>
      {t(`alert.${alert}`)}
    </Badge>
  );
}
