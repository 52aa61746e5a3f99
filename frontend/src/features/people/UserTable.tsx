import { Badge, Group, Skeleton, Table, Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UserStatus, UserView } from '@/api/gen';
import { UserMenu } from './UserMenu';

/** The users of one company: who they are, their role and state, and what the caller may do to them. */
export function UserTable({ label, users }: { label: string; users: UserView[] | undefined }) {
  const { t } = useTranslation();
  if (!users) return <Skeleton h={160} role="status" aria-label={t('table.loading')} />;
  return (
    <Table aria-label={label} layout="auto">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('partner.name')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('partner.role')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('people.state')}</Table.Th>
          <Table.Th w={48}>
            <VisuallyHidden>{t('people.actions')}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {users.map((user) => (
          <Table.Tr key={user.id}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              <Text size="sm" fw={600}>
                {user.name}
              </Text>
              <Text size="xs" c="dimmed">
                {user.email}
              </Text>
              <Group hiddenFrom="sm" gap="xs" mt={4}>
                <Text size="xs">{t(`role.${user.role}`)}</Text>
                <Status status={user.status} />
              </Group>
            </Table.Td>
            <Table.Td visibleFrom="sm">{t(`role.${user.role}`)}</Table.Td>
            <Table.Td visibleFrom="sm">
              <Status status={user.status} />
              {user.secondFactor ? (
                <Text size="xs" c="dimmed" mt={4}>
                  {t('secondFactor.title')}
                </Text>
              ) : null}
            </Table.Td>
            <Table.Td ta="right">{user.actions.length ? <UserMenu user={user} /> : null}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const colors: Record<UserStatus, string> = {
  INVITED: 'var(--mantine-color-orange-6)',
  ACTIVE: 'var(--mantine-color-teal-6)',
  DEACTIVATED: 'var(--mantine-color-gray-6)',
};

function Status({ status }: { status: UserStatus }) {
  const { t } = useTranslation();
  return (
    <Badge
      variant="default"
      miw="max-content"
      leftSection={
        <span style={{ width: 8, height: 8, borderRadius: 99, display: 'block', background: colors[status] }} />
      }
    >
      {t(`userStatus.${status}`)}
    </Badge>
  );
}
