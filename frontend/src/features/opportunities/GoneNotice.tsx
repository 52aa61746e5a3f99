import { Alert, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { NotificationKind } from '@/api/gen';
import { listNotificationsOptions } from '@/api/gen/@tanstack/react-query.gen';
import { useFormats } from '@/ui/format';

/** What takes an opportunity away from a partner. */
const endings: NotificationKind[] = ['RECALLED', 'EXPIRED', 'TAKEN_BACK'];

/** Tells what happened to an opportunity that the user can no longer open. */
export function GoneNotice({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormats();
  const recent = useQuery(listNotificationsOptions({ query: { limit: 50 } }));
  const last = recent.data?.items.find((one) => one.opportunity.id === id && endings.includes(one.kind));
  return (
    <Alert color="orange" variant="outline" role="alert" title={t('opportunity.gone')}>
      {last ? (
        <Text size="sm" fw={600}>
          {t(`notification.kind.${last.kind}`, { about: last.about ?? t('notification.several') })} ·{' '}
          {format.relative(last.createdAt)}
        </Text>
      ) : null}
      <Text size="sm">{t('opportunity.goneHint')}</Text>
    </Alert>
  );
}
