import { Button, Group, Paper, Text, TextInput, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnerView } from '@/api/gen';
import { listPartnerUsersOptions } from '@/api/gen/@tanstack/react-query.gen';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { InviteUserDialog } from './InviteUserDialog';
import { matchesUser } from './matchesUser';
import { UserTable } from './UserTable';

/** From this number on, a list of users has a search. */
const MANY = 6;

/** The users of a partner; its administrators manage them. */
export function PartnerUsers({ partner }: { partner: PartnerView }) {
  const { t } = useTranslation();
  const people = useQuery(listPartnerUsersOptions({ path: { id: partner.id } }));
  const [inviting, dialog] = useDisclosure(false);
  const [search, setSearch] = useState('');
  const all = people.data?.items;
  const users = all?.filter((user) => matchesUser(user, search));
  return (
    <Paper p="md">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {t('partner.people')}
        </Title>
        {partner.actions.includes('INVITE_USER') ? (
          <Button size="xs" variant="default" onClick={dialog.open}>
            {t('partner.invite')}
          </Button>
        ) : null}
      </Group>
      {all && all.length >= MANY ? (
        <TextInput
          aria-label={t('people.search')}
          placeholder={t('people.search')}
          leftSection={<IconSearch size={16} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          mb="sm"
        />
      ) : null}
      {people.error ? <ProblemAlert problem={people.error} retry={() => void people.refetch()} /> : null}
      {people.error || users?.length === 0 ? null : <UserTable label={t('partner.people')} users={users} />}
      {users?.length === 0 ? (
        <Text size="sm" c="dimmed">
          {all?.length ? t('people.none') : t('partner.nobody')}
        </Text>
      ) : null}
      {inviting ? <InviteUserDialog partnerId={partner.id} onClose={dialog.close} /> : null}
    </Paper>
  );
}
