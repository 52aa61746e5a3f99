import { Badge, Box } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RegistrationStatus } from '@/api/gen';

// Colour is never the only sign: the status is always written too.
const colors: Record<RegistrationStatus, string> = {
  SUBMITTED: '#6b46c1',
  RETURNED: '#a15c07',
  APPROVED: '#137a48',
  REJECTED: '#b42318',
  WITHDRAWN: '#454c5b',
  EXPIRED: '#9f1d5c',
  REVOKED: '#c2410c',
  CLOSED: '#5b6472',
};

/** The status of a registration: a dot and a word. */
export function RegistrationStatusBadge({ status }: { status: RegistrationStatus }) {
  const { t } = useTranslation();
  return (
    <Badge
      variant="default"
      miw="max-content"
      c="var(--mantine-color-text)"
      leftSection={<Box w={8} h={8} bg={colors[status]} style={{ borderRadius: 99 }} />}
    >
      {t(`registration.status.${status}`)}
    </Badge>
  );
}
