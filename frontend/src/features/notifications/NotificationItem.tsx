import { Box, Group, Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NotificationView } from '@/api/gen';
import { useFormats } from '@/ui/format';
import { CardLink } from '@/ui/links';
import { useRead } from './mutations';

/** What the reader is told; it leads to the opportunity, and is read by that. */
export function NotificationItem({ n, onOpen }: { n: NotificationView; onOpen?: () => void }) {
  const { t } = useTranslation();
  const f = useFormats();
  const read = useRead();
  return (
    <CardLink
      to="/opportunities/$id"
      params={{ id: n.opportunity.id }}
      className="told"
      onClick={() => {
        if (!n.readAt) read.mutate({ path: { id: n.id } });
        onOpen?.();
      }}
    >
      <Group wrap="nowrap" align="flex-start" gap="sm">
        <Box className={n.readAt ? 'dot' : 'dot new'} aria-hidden />
        <div style={{ minWidth: 0 }}>
          <Text size="sm" fw={n.readAt ? 500 : 700}>
            {n.readAt ? null : <VisuallyHidden>{t('notification.new')} </VisuallyHidden>}
            {t(`notification.kind.${n.kind}`, { about: n.about ?? t('notification.several') })}
          </Text>
          <Text size="sm" lineClamp={1}>
            {n.opportunity.name}
          </Text>
          {n.reasonCode && n.kind !== 'CLOSED' ? (
            <Text size="xs" c="dimmed">
              {t(`reason.${n.reasonCode as 'OTHER'}`)}
            </Text>
          ) : null}
          {n.excerpt ? (
            <Text size="xs" c="dimmed" lineClamp={2}>
              “{n.excerpt}”
            </Text>
          ) : null}
          <Text size="xs" c="dimmed">
            {f.relative(n.createdAt)}
            {n.answerBy ? ` · ${t('opportunity.answerBy', { when: f.dateTime(n.answerBy) })}` : ''}
          </Text>
        </div>
      </Group>
    </CardLink>
  );
}
