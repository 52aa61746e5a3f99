import { Button, EmptyState, Group, Paper, Skeleton, Switch } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listNotificationsInfiniteOptions } from '@/api/gen/@tanstack/react-query.gen';
import { ButtonLink } from '@/ui/links';
import { Page } from '@/ui/Page';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useReadAll } from './mutations';
import { NotificationItem } from './NotificationItem';

const route = getRouteApi('/_app/notifications');

/** All notifications of the user. */
export function NotificationsPage() {
  const { t } = useTranslation();
  const { unread } = route.useSearch();
  const go = route.useNavigate();
  const readAll = useReadAll();
  const list = useInfiniteQuery({
    ...listNotificationsInfiniteOptions({ query: { unread, limit: 25 } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const all = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      actions={
        <>
          <ButtonLink to="/account" variant="default">
            {t('notification.choose')}
          </ButtonLink>
          <Button variant="default" loading={readAll.isPending} onClick={() => readAll.mutate({})}>
            {t('notification.readAll')}
          </Button>
        </>
      }
    >
      <Switch
        label={t('notification.onlyUnread')}
        checked={!!unread}
        onChange={(event) => void go({ search: { unread: event.currentTarget.checked || undefined }, replace: true })}
      />
      {list.error ? <ProblemAlert problem={list.error} retry={() => void list.refetch()} /> : null}
      <Paper p="xs" maw={720}>
        {list.isPending ? <Skeleton h={240} role="status" aria-label={t('table.loading')} /> : null}
        {list.data && all.length === 0 ? (
          <EmptyState
            py="xl"
            icon={<IconBell size={28} />}
            title={t('notification.none')}
            description={t('notification.noneHint')}
          />
        ) : null}
        {all.map((notification) => (
          <NotificationItem key={notification.id} notification={notification} />
        ))}
        {list.hasNextPage ? (
          <Group p="sm">
            <Button
              variant="default"
              size="xs"
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t('timeline.older')}
            </Button>
          </Group>
        ) : null}
      </Paper>
    </Page>
  );
}
