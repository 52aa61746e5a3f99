import { Text, Tooltip } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/ui/format';

/** The time left to answer an offer; urgent in its last four hours. */
export function OfferDeadline({ answerBy }: { answerBy: string }) {
  const { t } = useTranslation();
  const format = useFormats();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  const left = new Date(answerBy).getTime() - now;
  const urgent = left < 4 * 3_600_000;
  return (
    <Tooltip label={t('opportunity.answerBy', { when: format.dateTime(answerBy) })}>
      <Text
        span
        size="sm"
        fw={urgent ? 700 : 500}
        c={urgent ? 'var(--mantine-color-error)' : undefined}
        style={{ display: 'inline-flex', gap: 4, alignItems: 'center', whiteSpace: 'nowrap' }}
      >
        <IconClock size={15} aria-hidden />
        {left > 0
          ? t('opportunity.answerWithin', { when: format.relative(answerBy, now) })
          : t('opportunity.answerOver')}
      </Text>
    </Tooltip>
  );
}
