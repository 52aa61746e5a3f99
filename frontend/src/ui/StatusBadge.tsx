import { Badge, Box } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OpportunityStatus } from '@/api/gen';

// Colour is never the only sign: the status is always written too.
export const statusColor: Record<OpportunityStatus, string> = {
  NEW: '#5b6472',
  PENDING_APPROVAL: '#a15c07',
  POOL: '#0f7a8a',
  DELIVERED: '#6b46c1',
  ACCEPTED: '#1d6fb8',
  ON_HOLD: '#7a5c2e',
  DECLINED: '#c2410c',
  EXPIRED: '#9f1d5c',
  RETURNED: '#8a4b08',
  WON: '#137a48',
  LOST: '#b42318',
  CANCELED: '#454c5b',
};

/** The status of an opportunity: a dot and a word. */
export function StatusBadge({ status }: { status: OpportunityStatus }) {
  const { t } = useTranslation();
  return (
    <Badge
      variant="default"
      miw="max-content"
      c="var(--mantine-color-text)"
      leftSection={<Box w={8} h={8} bg={statusColor[status]} style={{ borderRadius: 99 }} />}
    >
      {t(`status.${status}`)}
    </Badge>
  );
}
