import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Alert } from '@/api/gen';

/** Why an opportunity needs looking after, if it does. */
export function AlertMark({ alert }: { alert: Alert | null | undefined }) {
  const { t } = useTranslation();
  if (!alert) return null;
  return (
    <Badge size="sm" variant="outline" color={alert === 'NEW' ? 'gray' : 'red'} tt="none" className="alert-mark">
      {t(`alert.${alert}`)}
    </Badge>
  );
}
