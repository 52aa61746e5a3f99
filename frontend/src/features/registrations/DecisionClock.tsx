import { Text, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DealRegistrationView } from '@/api/gen';
import { useFormats } from '@/ui/format';

/** By when the vendor decides, or until when it is exclusive. */
export function DecisionClock({ r }: { r: DealRegistrationView }) {
  const { t } = useTranslation();
  const f = useFormats();
  if (r.status === 'SUBMITTED') {
    const over = new Date(r.decideBy).getTime() < Date.now();
    return (
      <Tooltip label={`${t('registration.decideBy')} ${f.dateTime(r.decideBy)}`}>
        <Text span size="sm" fw={over ? 700 : 500} c={over ? 'var(--mantine-color-error)' : undefined}>
          {over ? t('registration.decideOver') : t('registration.decideIn', { when: f.relative(r.decideBy) })}
        </Text>
      </Tooltip>
    );
  }
  return r.exclusiveUntil ? (
    <Text span size="sm" className="num">
      {f.date(r.exclusiveUntil)}
    </Text>
  ) : (
    '–'
  );
}
