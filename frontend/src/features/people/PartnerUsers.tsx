import { Badge, Button, Group, Paper, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PartnerView } from '@/api/gen';
import { listPartnerUsersOptions } from '@/api/gen/@tanstack/react-query.gen';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { InviteUserDialog } from './InviteUserDialog';

/** The users of a partner; its admin invites more. */
export function PartnerUsers({ partner }: { partner: PartnerView }) {
  const { t } = useTranslation();
  const people = useQuery(listPartnerUsersOptions({ path: { id: partner.id } }));
  const [inviting, dialog] = useDisclosure(false);
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
      {people.error ? <ProblemAlert problem={people.error} retry={() => void people.refetch()} /> : null}
      {people.isPending ? <Skeleton h={100} /> : null}
      <Table.ScrollContainer minWidth={320} type="native">
        <Table aria-label={t('partner.people')}>
          <Table.Tbody>
            {people.data?.items.map((person) => (
              <Table.Tr key={person.id}>
                <Table.Td>
                  <Text size="sm" fw={600}>
                    {person.name}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {person.email}
                  </Text>
                </Table.Td>
                <Table.Td>{t(`role.${person.role}`)}</Table.Td>
                <Table.Td>
                  {person.status === 'ACTIVE' ? null : (
                    <Badge variant="default">{t(`userStatus.${person.status}`)}</Badge>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {people.data?.items.length === 0 ? (
        <Stack>
          <Text size="sm" c="dimmed">
            {t('partner.nobody')}
          </Text>
        </Stack>
      ) : null}
      {inviting ? <InviteUserDialog partnerId={partner.id} onClose={dialog.close} /> : null}
    </Paper>
  );
}
