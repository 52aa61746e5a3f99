import { Box, Group, Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NotificationView } from '@/api/gen';
import { useFormats } from '@/ui/format';
import { CardLink } from '@/ui/links';
import { useReasonText } from '@/ui/useReasonText';
import { useRead } from './mutations';

/** A notification. It links to the opportunity, and opening it marks it as read. */
export function NotificationItem({ notification, onOpen }: { notification: NotificationView; onOpen?: () => void }) {
  const { t } = useTranslation();
  const format = useFormats();
  const reasonText = useReasonText();
  const read = useRead();
  return (
    <CardLink
      to="/opportunities/$id"
      params={{ id: notification.opportunity.id }}
      className="notification"
      onClick={() => {
        if (!notification.readAt) read.mutate({ path: { id: notification.id } });
        onOpen?.();
      }}
    >
      <Group wrap="nowrap" align="flex-start" gap="sm">
        <Box className={notification.readAt ? 'dot' : 'dot new'} aria-hidden />
        <div style={{ minWidth: 0 }}>
          <Text size="sm" fw={notification.readAt ? 500 : 700}>
            {notification.readAt ? null : <VisuallyHidden>{t('notification.new')} </VisuallyHidden>}
            {t(`notification.kind.${notification.kind}`, { about: notification.about ?? t('notification.several') })}
          </Text>
          <Text size="sm" lineClamp={1}>
            {notification.opportunity.name}
          </Text>
          {notification.reasonCode && notification.kind !== 'CLOSED' ? (
            <Text size="xs" c="dimmed">
              {reasonText(notification.reasonCode)}
            </Text>
          ) : null}
          {notification.excerpt ? (
            <Text size="xs" c="dimmed" lineClamp={2}>
              “{notification.excerpt}”
            </Text>
          ) : null}
          <Text size="xs" c="dimmed">
            {format.relative(notification.createdAt)}
            {notification.answerBy
              ? ` · ${t('opportunity.answerBy', { when: format.dateTime(notification.answerBy) })}`
              : ''}
          </Text>
        </div>
      </Group>
    </CardLink>
  );
}
