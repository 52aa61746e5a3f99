import { Text, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DealRegistrationView } from '@/api/gen';
import { useFormats } from '@/ui/format';
import { isAwaitingDecision } from './isAwaitingDecision';

/** The vendor's deadline to decide, or the end of exclusivity. */
export function DecisionDeadline({ registration }: { registration: DealRegistrationView }) {
  const { t } = useTranslation();
  const format = useFormats();
  if (isAwaitingDecision(registration)) {
    const over = new Date(registration.approval.decideBy).getTime() < Date.now();
    return (
      <Tooltip label={`${t('registration.decideBy')} ${format.dateTime(registration.approval.decideBy)}`}>
        <Text span size="sm" fw={over ? 700 : 500} c={over ? 'var(--mantine-color-error)' : undefined}>
          {over
            ? t('registration.decideOver')
            : t('registration.decideIn', { when: format.relative(registration.approval.decideBy) })}
        </Text>
      </Tooltip>
    );
  }
  return registration.exclusivity ? (
    <Text span size="sm" className="num">
      {format.date(registration.exclusivity.until)}
    </Text>
  ) : (
    '–'
  );
}
