import { Button, EmptyState, Group, Paper, Select, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconSearch, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listUsersOptions } from '@/api/gen/@tanstack/react-query.gen';
import { zUserStatus } from '@/api/gen/zod.gen';
import { Page } from '@/ui/Page';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useDebouncedSearch } from '@/ui/useDebouncedSearch';
import { InviteUserDialog } from './InviteUserDialog';
import { matchesUser } from './matchesUser';
import type { UserSearch } from './search';
import { UserTable } from './UserTable';

const route = getRouteApi('/_app/settings/users');

/** The users of the vendor, for administrators. */
export function UsersPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const go = route.useNavigate();
  const found = useQuery(listUsersOptions());
  const [inviting, dialog] = useDisclosure(false);
  const set = (patch: Partial<UserSearch>) => void go({ search: (old) => ({ ...old, ...patch }), replace: true });
  const setQ = useDebouncedSearch((text) => set({ q: text || undefined }));
  const users = found.data?.items
    .filter((user) => !search.status || user.status === search.status)
    .filter((user) => matchesUser(user, search.q ?? ''));
  return (
    <Page
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>
          {t('partner.invite')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed" maw={720}>
        {t('people.about')}
      </Text>
      <Paper p="md">
        <Group mb="sm">
          <TextInput
            aria-label={t('people.search')}
            placeholder={t('people.search')}
            leftSection={<IconSearch size={16} />}
            defaultValue={search.q ?? ''}
            onChange={(event) => setQ(event.currentTarget.value)}
            w={{ base: '100%', sm: 280 }}
          />
          <Select
            aria-label={t('people.state')}
            placeholder={t('people.anyState')}
            data={zUserStatus.options.map((value) => ({ value, label: t(`userStatus.${value}`) }))}
            value={search.status ?? null}
            onChange={(next) => set({ status: zUserStatus.options.find((one) => one === next) })}
            clearable
            clearButtonProps={{ 'aria-label': t('table.clear') }}
            w={{ base: '100%', sm: 200 }}
          />
        </Group>
        {found.error ? <ProblemAlert problem={found.error} retry={() => void found.refetch()} /> : null}
        {found.error || users?.length === 0 ? null : <UserTable label={t('people.title')} users={users} />}
        {users?.length === 0 ? (
          <EmptyState
            py="xl"
            icon={<IconUsers size={28} />}
            title={t('people.none')}
            description={t('people.noneHint')}
          />
        ) : null}
      </Paper>
      {inviting ? <InviteUserDialog onClose={dialog.close} /> : null}
    </Page>
  );
}
