import { Badge, Button, Grid, Group, Paper, SimpleGrid, Skeleton, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import type { PartnerView } from '@/api/gen';
import {
  activatePartnerMutation,
  getPartnerOptions,
  suspendPartnerMutation,
} from '@/api/gen/@tanstack/react-query.gen';
import { invalidatePartner } from '@/api/invalidation';
import { PartnerUsers } from '@/features/people/PartnerUsers';
import { useMe } from '@/features/session/useMe';
import { confirm } from '@/ui/confirm';
import { DescriptionList } from '@/ui/DescriptionList';
import { useFormats } from '@/ui/format';
import { ButtonLink } from '@/ui/links';
import { Page } from '@/ui/Page';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { toastProblem } from '@/ui/toasts';
import { useIdentifierRows } from '@/ui/useIdentifierRows';
import { EditPartnerDialog } from './EditPartnerDialog';

/** One partner: its profile, figures and users. */
export function PartnerPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const found = useQuery(getPartnerOptions({ path: { id } }));
  if (found.error && !found.data) return <ProblemAlert problem={found.error} retry={() => void found.refetch()} />;
  return found.data ? (
    <PartnerDetails partner={found.data} />
  ) : (
    <Skeleton h={400} role="status" aria-label={t('table.loading')} />
  );
}

function PartnerDetails({ partner }: { partner: PartnerView }) {
  const { t } = useTranslation();
  const format = useFormats();
  const me = useMe();
  const { profile, programme } = partner;
  const identifiers = useIdentifierRows(partner);
  const names = (refs: { name: string }[]) => (refs.length ? refs.map((ref) => ref.name).join(', ') : null);
  const part = (value: number | null | undefined) => (value == null ? '–' : format.percent(value));
  const money = (amount: number) => format.money({ amount, currency: me.baseCurrency }, true);
  const band =
    programme.revenueFrom == null && programme.revenueTo == null
      ? null
      : `${programme.revenueFrom == null ? '' : money(programme.revenueFrom)} – ${programme.revenueTo == null ? '' : money(programme.revenueTo)}`;
  const numbers: [string, string][] = [
    [t('partner.load'), t('partner.ofCapacity', { open: partner.record.open, capacity: programme.capacity ?? '∞' })],
    [t('dashboard.wonValue'), format.money(partner.record.wonValue, true)],
    [t('dashboard.winRate'), part(partner.record.winRate)],
    [t('dashboard.acceptanceRate'), part(partner.record.acceptanceRate)],
    [
      t('dashboard.answerTime'),
      partner.record.answerHours == null
        ? '–'
        : t('dashboard.hours', { hours: format.number(partner.record.answerHours) }),
    ],
  ];
  return (
    <Page
      title={partner.name}
      heading={
        <Group gap="sm" component="span">
          {partner.name}
          <Badge variant="default">{t(`partnerStatus.${partner.status}`)}</Badge>
          {programme.tier ? <Badge variant="default">{programme.tier.name}</Badge> : null}
        </Group>
      }
      actions={<PartnerActions partner={partner} />}
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
      {partner.record.unconverted > 0 ? (
        <Text size="sm" c="dimmed">
          {t('dashboard.unconverted', { count: partner.record.unconverted })}
        </Text>
      ) : null}
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Paper p="md">
            <Title order={2} size="h4" mb="sm">
              {t('partner.profile')}
            </Title>
            <DescriptionList
              items={[
                [t('partner.country'), format.country(partner.country)],
                ...identifiers,
                [t('contact.phone'), profile.phone],
                [t('partner.channelManager'), programme.channelManager?.name],
                [t('partner.territories'), names(programme.territories)],
                [t('partner.competencies'), names(programme.competencies)],
                [t('partner.memberSince'), programme.memberSince ? format.date(programme.memberSince) : null],
                [t('partner.programmeUntil'), programme.until ? format.date(programme.until) : null],
                [t('partner.revenueBand'), band],
                [t('partner.about'), profile.about],
              ]}
            />
          </Paper>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <PartnerUsers partner={partner} />
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function PartnerActions({ partner }: { partner: PartnerView }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const again = { onSuccess: () => invalidatePartner(queries), onError: toastProblem };
  const suspend = useMutation({ ...suspendPartnerMutation(), ...again });
  const activate = useMutation({ ...activatePartnerMutation(), ...again });
  const [editing, dialog] = useDisclosure(false);
  const call = { path: { id: partner.id }, headers: ifMatch(partner) };
  const ask = () =>
    confirm({ title: t('partner.suspend'), text: t('partner.suspendConfirm'), act: () => suspend.mutate(call) });
  return (
    <>
      <ButtonLink to="/opportunities" search={{ partnerId: [partner.id], view: 'managed' }} variant="default">
        {t('nav.opportunities')}
      </ButtonLink>
      {partner.actions.includes('EDIT') ? (
        <Button variant="default" onClick={dialog.open}>
          {t('form.edit')}
        </Button>
      ) : null}
      {editing ? <EditPartnerDialog partner={partner} onClose={dialog.close} /> : null}
      {partner.actions.includes('SUSPEND') ? (
        <Button variant="default" onClick={ask} loading={suspend.isPending}>
          {t('partner.suspend')}
        </Button>
      ) : null}
      {partner.actions.includes('ACTIVATE') ? (
        <Button onClick={() => activate.mutate(call)} loading={activate.isPending}>
          {t('partner.activate')}
        </Button>
      ) : null}
    </>
  );
}
