import { Badge, Button, Grid, Group, Paper, SimpleGrid, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { modals } from '@mantine/modals';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ifMatch, invalidate } from '@/api/client';
import type { PartnerView } from '@/api/gen';
import {
  activatePartnerMutation,
  getPartnerOptions,
  listPartnerUsersOptions,
  suspendPartnerMutation,
} from '@/api/gen/@tanstack/react-query.gen';
import { useMe } from '@/features/session/useMe';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/format';
import { ButtonLink } from '@/ui/links';
import { Page } from '@/ui/Page';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { toastProblem } from '@/ui/toasts';
import { EditPartnerDialog } from './EditPartnerDialog';
import { InviteDialog } from './InviteDialog';

/** One partner: its profile, how it does, its people. */
export function PartnerPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const found = useQuery(getPartnerOptions({ path: { id } }));
  if (found.error && !found.data) return <ProblemAlert problem={found.error} retry={() => void found.refetch()} />;
  return found.data ? <Opened p={found.data} /> : <Skeleton h={400} role="status" aria-label={t('table.loading')} />;
}

function Opened({ p }: { p: PartnerView }) {
  const { t } = useTranslation();
  const f = useFormats();
  const me = useMe();
  const names = (refs: { name: string }[]) => (refs.length ? refs.map((ref) => ref.name).join(', ') : null);
  const part = (value: number | null | undefined) => (value == null ? '–' : f.percent(value));
  const money = (amount: number) => f.money({ amount, currency: me.baseCurrency }, true);
  const band =
    p.revenueFrom == null && p.revenueTo == null
      ? null
      : `${p.revenueFrom == null ? '' : money(p.revenueFrom)} – ${p.revenueTo == null ? '' : money(p.revenueTo)}`;
  const numbers: [string, string][] = [
    [t('partner.load'), t('distribute.load', { open: p.record.open, capacity: p.capacity ?? '∞' })],
    [t('dashboard.wonValue'), f.money(p.record.wonValue, true)],
    [t('dashboard.winRate'), part(p.record.winRate)],
    [t('dashboard.acceptanceRate'), part(p.record.acceptanceRate)],
    [
      t('dashboard.answerTime'),
      p.record.answerHours == null ? '–' : t('dashboard.hours', { hours: f.number(p.record.answerHours) }),
    ],
  ];
  return (
    <Page
      title={p.name}
      heading={
        <Group gap="sm" component="span">
          {p.name}
          <Badge variant="default">{t(`partnerStatus.${p.status}`)}</Badge>
          {p.tier ? <Badge variant="default">{p.tier.name}</Badge> : null}
        </Group>
      }
      actions={<PartnerActions p={p} />}
    >
      <SimpleGrid cols={{ base: 2, md: 5 }} spacing="sm">
        {numbers.map(([label, value]) => (
          <Paper p="md" key={label}>
            <Text size="sm" c="dimmed">
              {label}
            </Text>
            <Text fz={20} fw={700} className="num">
              {value}
            </Text>
          </Paper>
        ))}
      </SimpleGrid>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Paper p="md">
            <Title order={2} size="h4" mb="sm">
              {t('partner.profile')}
            </Title>
            <Facts
              items={[
                [t('partner.country'), f.country(p.country)],
                [t('customer.registryCode'), p.registryCode],
                [t('customer.vatNumber'), p.vatNumber],
                [t('customer.webDomain'), p.webDomain],
                [t('contact.phone'), p.phone],
                [t('partner.channelManager'), p.channelManager?.name],
                [t('partner.territories'), names(p.territories)],
                [t('partner.competencies'), names(p.competencies)],
                [t('partner.memberSince'), p.memberSince ? f.date(p.memberSince) : null],
                [t('partner.programmeUntil'), p.programmeUntil ? f.date(p.programmeUntil) : null],
                [t('partner.revenueBand'), band],
                [t('partner.about'), p.about],
              ]}
            />
          </Paper>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <People p={p} />
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function PartnerActions({ p }: { p: PartnerView }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const again = { onSuccess: () => invalidate(queries, 'getPartner', 'listPartners'), onError: toastProblem };
  const suspend = useMutation({ ...suspendPartnerMutation(), ...again });
  const activate = useMutation({ ...activatePartnerMutation(), ...again });
  const [editing, dialog] = useDisclosure(false);
  const call = { path: { id: p.id }, headers: ifMatch(p) };
  const confirm = () =>
    modals.openConfirmModal({
      title: t('partner.suspend'),
      children: t('partner.suspendConfirm'),
      labels: { confirm: t('partner.suspend'), cancel: t('form.cancel') },
      closeButtonProps: { 'aria-label': t('form.close') },
      onConfirm: () => suspend.mutate(call),
    });
  return (
    <>
      <ButtonLink to="/opportunities" search={{ partnerId: [p.id], view: 'managed' }} variant="default">
        {t('nav.opportunities')}
      </ButtonLink>
      {p.actions.includes('EDIT') ? (
        <Button variant="default" onClick={dialog.open}>
          {t('form.edit')}
        </Button>
      ) : null}
      {editing ? <EditPartnerDialog p={p} onClose={dialog.close} /> : null}
      {p.actions.includes('SUSPEND') ? (
        <Button variant="default" onClick={confirm} loading={suspend.isPending}>
          {t('partner.suspend')}
        </Button>
      ) : null}
      {p.actions.includes('ACTIVATE') ? (
        <Button onClick={() => activate.mutate(call)} loading={activate.isPending}>
          {t('partner.activate')}
        </Button>
      ) : null}
    </>
  );
}

function People({ p }: { p: PartnerView }) {
  const { t } = useTranslation();
  const people = useQuery(listPartnerUsersOptions({ path: { id: p.id } }));
  const [inviting, dialog] = useDisclosure(false);
  return (
    <Paper p="md">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {t('partner.people')}
        </Title>
        {p.actions.includes('INVITE_USER') ? (
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
      {inviting ? <InviteDialog partnerId={p.id} onClose={dialog.close} /> : null}
    </Paper>
  );
}
