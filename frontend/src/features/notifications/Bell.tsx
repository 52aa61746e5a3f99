import { ActionIcon, Button, Group, Indicator, Popover, ScrollArea, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listNotificationsOptions } from '@/api/gen/@tanstack/react-query.gen';
import { ButtonLink } from '@/ui/links';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useReadAll } from './mutations';
import { NotificationItem } from './NotificationItem';

/** The number of unread notifications, and the latest ones. */
export function Bell() {
  const { t } = useTranslation();
  const [opened, menu] = useDisclosure(false);
  const unread = useQuery({
    ...listNotificationsOptions({ query: { unread: true, count: true, limit: 1 } }),
    refetchInterval: 60_000,
  });
  const recent = useQuery({ ...listNotificationsOptions({ query: { limit: 10 } }), enabled: opened });
  const readAll = useReadAll();
  const count = unread.data?.total ?? 0;
  return (
    <Popover opened={opened} onChange={menu.set} position="bottom-end" width={360} trapFocus returnFocus>
      <Indicator disabled={count === 0} label={count > 99 ? '99+' : count} size={18} offset={4} color="red.8">
        <Popover.Target>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={count ? t('notification.unread', { count }) : t('notification.title')}
            onClick={menu.toggle}
          >
            <IconBell size={18} />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown aria-label={t('notification.title')} p="sm">
        <Stack gap="xs">
          <Group justify="space-between">
            <Text fw={600}>{t('notification.title')}</Text>
            <Button
              size="compact-xs"
              variant="default"
              disabled={count === 0}
              loading={readAll.isPending}
              onClick={() => readAll.mutate({})}
            >
              {t('notification.readAll')}
            </Button>
          </Group>
          {recent.error ? <ProblemAlert problem={recent.error} retry={() => void recent.refetch()} /> : null}
          {recent.data?.items.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('notification.none')}
            </Text>
          ) : null}
          <ScrollArea.Autosize mah={420} viewportProps={{ tabIndex: 0 }}>
            {recent.data?.items.map((notification) => (
              <NotificationItem key={notification.id} notification={notification} onOpen={menu.close} />
            ))}
          </ScrollArea.Autosize>
          <ButtonLink to="/notifications" variant="default" size="xs" onClick={menu.close}>
            {t('notification.all')}
          </ButtonLink>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
