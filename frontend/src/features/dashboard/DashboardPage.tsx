import { Alert, Group, Paper, SimpleGrid, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { DashboardView, PartnerDashboard, StaffDashboard } from '@/api/gen';
import { getDashboardOptions } from '@/api/gen/@tanstack/react-query.gen';
import { useMe } from '@/features/session/useMe';
import { useFormats } from '@/ui/format';
import { ButtonLink, CardLink } from '@/ui/links';
import { Page } from '@/ui/Page';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { Rows } from './Rows';

const Charts = lazy(() => import('./Charts'));

/** The numbers that a person starts the day with; each leads to the list behind it. */
export function DashboardPage() {
  const { t } = useTranslation();
  const me = useMe();
  const found = useQuery({ ...getDashboardOptions(), refetchInterval: 60_000 });
  const d = found.data;
  return (
    <Page title={t('nav.dashboard')} actions={<Text c="dimmed">{t('dashboard.hello', { name: me.name })}</Text>}>
      {found.error ? <ProblemAlert problem={found.error} retry={() => void found.refetch()} /> : null}
      {d ? <Numbers d={d} /> : <Skeleton h={220} />}
      {d ? <Rows /> : null}
      {d ? (
        <Suspense fallback={<Skeleton h={340} />}>
          <Charts d={d} />
        </Suspense>
      ) : null}
    </Page>
  );
}

function Numbers({ d }: { d: DashboardView }) {
  const { t } = useTranslation();
  const me = useMe();
  const nothing = d.byStatus.length === 0 && d.byMonth.every((month) => month.won + month.lost === 0);
  return (
    <Stack gap="md">
      {nothing ? (
        <Alert variant="outline" title={t('dashboard.nothing')}>
          <Text size="sm" mb="sm">
            {me.staff ? t('dashboard.nothingStaff') : t('dashboard.nothingPartner')}
          </Text>
          {me.role === 'ANALYST' ? null : <ButtonLink to="/opportunities/new">{t('opportunity.new')}</ButtonLink>}
        </Alert>
      ) : null}
      {d.staff ? <Staff s={d.staff} /> : null}
      {d.partner ? <Partner p={d.partner} /> : null}
      {d.unconverted > 0 ? (
        <Text size="sm" c="dimmed">
          {t('dashboard.unconverted', { count: d.unconverted })}
        </Text>
      ) : null}
    </Stack>
  );
}

function Stat({
  label,
  value,
  hint,
  search,
  to = '/opportunities',
}: {
  label: string;
  value: ReactNode;
  hint?: string;
  search?: Record<string, unknown>;
  to?: '/opportunities' | '/registrations';
}) {
  const card = (
    <Paper p="md" h="100%">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text fz={24} fw={700} className="num">
        {value}
      </Text>
      {hint ? (
        <Text size="xs" c="dimmed">
          {hint}
        </Text>
      ) : null}
    </Paper>
  );
  return search ? (
    <CardLink to={to} search={search as never} className="stat">
      {card}
    </CardLink>
  ) : (
    card
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Group mb={6}>
        <Text component="h2" fw={600} fz="md" m={0}>
          {title}
        </Text>
      </Group>
      <SimpleGrid cols={{ base: 2, md: 5 }} spacing="sm">
        {children}
      </SimpleGrid>
    </section>
  );
}

function Staff({ s }: { s: StaffDashboard }) {
  const { t } = useTranslation();
  const f = useFormats();
  const part = (value: number | null | undefined) => (value == null ? '–' : f.percent(value));
  return (
    <>
      <Section title={t('dashboard.waiting')}>
        <Stat
          label={t('dashboard.pendingApproval')}
          value={f.number(s.pendingApproval)}
          search={{ status: ['PENDING_APPROVAL'] }}
        />
        <Stat label={t('dashboard.undistributed')} value={f.number(s.undistributed)} search={{ status: ['NEW'] }} />
        <Stat
          label={t('dashboard.fellBack')}
          value={f.number(s.fellBack)}
          search={{ status: ['DECLINED', 'EXPIRED', 'RETURNED'] }}
        />
        <Stat
          label={t('dashboard.delivered')}
          value={f.number(s.delivered)}
          search={{ status: ['DELIVERED'], sort: 'answerBy' }}
        />
        <Stat label={t('dashboard.exhausted')} value={f.number(s.exhausted)} search={{ exhausted: true }} />
        <Stat
          label={t('dashboard.extensionRequested')}
          value={f.number(s.extensionRequested)}
          search={{ extensionRequested: true }}
        />
        <Stat
          label={t('dashboard.registrations')}
          value={f.number(s.registrations)}
          to="/registrations"
          search={{ status: ['SUBMITTED'] }}
        />
        <Stat
          label={t('dashboard.registrationExtensions')}
          value={f.number(s.registrationExtensions)}
          to="/registrations"
          search={{ extensionRequested: true }}
        />
        <Stat label={t('dashboard.untouched')} value={f.number(s.untouched)} search={{ alert: ['NEW'] }} />
        <Stat label={t('dashboard.overdue')} value={f.number(s.overdue)} search={{ overdue: true, sort: 'dueOn' }} />
        <Stat label={t('dashboard.stalled')} value={f.number(s.stalled)} search={{ alert: ['STALLED'] }} />
      </Section>
      <Section title={t('dashboard.howItGoes')}>
        <Stat
          label={t('dashboard.openValue')}
          value={f.money(s.openValue, true)}
          hint={t('dashboard.forecast', { value: f.money(s.forecast, true) })}
          search={{
            status: [
              'NEW',
              'PENDING_APPROVAL',
              'POOL',
              'DELIVERED',
              'ACCEPTED',
              'ON_HOLD',
              'DECLINED',
              'EXPIRED',
              'RETURNED',
            ],
            sort: '-value',
          }}
        />
        <Stat
          label={t('dashboard.wonThisYear')}
          value={f.money(s.wonThisYear, true)}
          search={{ status: ['WON'], closedFrom: `${dayjs().year()}-01-01`, sort: '-value' }}
        />
        <Stat label={t('dashboard.winRate')} value={part(s.winRate)} hint={t('dashboard.twelveMonths')} />
        <Stat label={t('dashboard.acceptanceRate')} value={part(s.acceptanceRate)} hint={t('dashboard.twelveMonths')} />
        <Stat
          label={t('dashboard.answerTime')}
          value={s.answerHours == null ? '–' : t('dashboard.hours', { hours: f.number(s.answerHours) })}
          hint={t('dashboard.twelveMonths')}
        />
      </Section>
    </>
  );
}

function Partner({ p }: { p: PartnerDashboard }) {
  const { t } = useTranslation();
  const f = useFormats();
  const me = useMe();
  return (
    <Section title={t('dashboard.waiting')}>
      {me.role === 'PARTNER_SELLER' ? null : (
        <Stat
          label={t('view.distributed')}
          value={f.number(p.distributed)}
          hint={[
            f.money(p.distributedValue, true),
            p.nextAnswerBy ? t('opportunity.answerWithin', { when: f.relative(p.nextAnswerBy) }) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
          search={{ view: 'distributed' }}
        />
      )}
      <Stat
        label={t('view.managed')}
        value={f.number(p.managed)}
        hint={`${f.money(p.managedValue, true)} · ${t('dashboard.forecast', { value: f.money(p.forecast, true) })}`}
        search={{ view: 'managed', status: ['ACCEPTED', 'ON_HOLD'] }}
      />
      <Stat
        label={t('dashboard.overdue')}
        value={f.number(p.overdue)}
        hint={p.nextDueOn ? t('dashboard.nextDue', { date: f.date(p.nextDueOn) }) : undefined}
        search={{ view: 'managed', overdue: true, sort: 'dueOn' }}
      />
      <Stat
        label={t('dashboard.untouched')}
        value={f.number(p.untouched)}
        search={{ view: 'managed', alert: ['NEW'] }}
      />
      <Stat
        label={t('dashboard.stalled')}
        value={f.number(p.stalled)}
        search={{ view: 'managed', alert: ['STALLED'] }}
      />
      <Stat
        label={t('dashboard.pendingApproval')}
        value={f.number(p.pendingApproval)}
        search={{ view: 'managed', status: ['PENDING_APPROVAL'] }}
      />
      <Stat
        label={t('dashboard.registrationsPending')}
        value={f.number(p.registrationsPending)}
        to="/registrations"
        search={{ status: ['SUBMITTED'] }}
      />
      <Stat
        label={t('dashboard.registrationsReturned')}
        value={f.number(p.registrationsReturned)}
        to="/registrations"
        search={{ status: ['RETURNED'] }}
      />
      <Stat
        label={t('dashboard.registrationsApproved')}
        value={f.number(p.registrationsApproved)}
        hint={
          p.nextExclusiveUntil ? t('dashboard.nextExclusiveUntil', { date: f.date(p.nextExclusiveUntil) }) : undefined
        }
        to="/registrations"
        search={{ status: ['APPROVED'], sort: 'exclusiveUntil' }}
      />
      <Stat
        label={t('dashboard.wonThisYear')}
        value={f.money(p.wonThisYear, true)}
        hint={p.winRate == null ? undefined : t('dashboard.winRateOf', { rate: f.percent(p.winRate) })}
        search={{ view: 'managed', status: ['WON'], closedFrom: `${dayjs().year()}-01-01` }}
      />
    </Section>
  );
}
