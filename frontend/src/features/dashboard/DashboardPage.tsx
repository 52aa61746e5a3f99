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
import { UrgentOpportunities } from './UrgentOpportunities';

const Charts = lazy(() => import('./Charts'));

/** The numbers that a person starts the day with; each leads to the list behind it. */
export function DashboardPage() {
  const { t } = useTranslation();
  const me = useMe();
  const found = useQuery({ ...getDashboardOptions(), refetchInterval: 60_000 });
  const dashboard = found.data;
  return (
    <Page actions={<Text c="dimmed">{t('dashboard.hello', { name: me.name })}</Text>}>
      {found.error ? <ProblemAlert problem={found.error} retry={() => void found.refetch()} /> : null}
      {dashboard ? <Numbers dashboard={dashboard} /> : <Skeleton h={220} />}
      {dashboard ? <UrgentOpportunities /> : null}
      {dashboard ? (
        <Suspense fallback={<Skeleton h={340} />}>
          <Charts dashboard={dashboard} />
        </Suspense>
      ) : null}
    </Page>
  );
}

function Numbers({ dashboard }: { dashboard: DashboardView }) {
  const { t } = useTranslation();
  const me = useMe();
  const nothing = dashboard.byStatus.length === 0 && dashboard.byMonth.every((month) => month.won + month.lost === 0);
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
      {dashboard.staff ? <Staff numbers={dashboard.staff} /> : null}
      {dashboard.partner ? <Partner numbers={dashboard.partner} /> : null}
      {dashboard.unconverted > 0 ? (
        <Text size="sm" c="dimmed">
          {t('dashboard.unconverted', { count: dashboard.unconverted })}
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

function Staff({ numbers }: { numbers: StaffDashboard }) {
  const { t } = useTranslation();
  const format = useFormats();
  const part = (value: number | null | undefined) => (value == null ? '–' : format.percent(value));
  return (
    <>
      <Section title={t('dashboard.waiting')}>
        <Stat
          label={t('dashboard.pendingApproval')}
          value={format.number(numbers.pendingApproval)}
          search={{ status: ['PENDING_APPROVAL'] }}
        />
        <Stat
          label={t('dashboard.undistributed')}
          value={format.number(numbers.undistributed)}
          search={{ status: ['NEW'] }}
        />
        <Stat
          label={t('dashboard.fellBack')}
          value={format.number(numbers.fellBack)}
          search={{ status: ['DECLINED', 'EXPIRED', 'RETURNED'] }}
        />
        <Stat
          label={t('dashboard.delivered')}
          value={format.number(numbers.delivered)}
          search={{ status: ['DELIVERED'], sort: 'answerBy' }}
        />
        <Stat label={t('dashboard.exhausted')} value={format.number(numbers.exhausted)} search={{ exhausted: true }} />
        <Stat
          label={t('dashboard.extensionRequested')}
          value={format.number(numbers.extensionRequested)}
          search={{ extensionRequested: true }}
        />
        <Stat
          label={t('dashboard.registrations')}
          value={format.number(numbers.registrations)}
          to="/registrations"
          search={{ status: ['SUBMITTED'] }}
        />
        <Stat
          label={t('dashboard.registrationExtensions')}
          value={format.number(numbers.registrationExtensions)}
          to="/registrations"
          search={{ extensionRequested: true }}
        />
        <Stat label={t('dashboard.untouched')} value={format.number(numbers.untouched)} search={{ alert: ['NEW'] }} />
        <Stat
          label={t('dashboard.overdue')}
          value={format.number(numbers.overdue)}
          search={{ overdue: true, sort: 'dueOn' }}
        />
        <Stat label={t('dashboard.stalled')} value={format.number(numbers.stalled)} search={{ alert: ['STALLED'] }} />
      </Section>
      <Section title={t('dashboard.howItGoes')}>
        <Stat
          label={t('dashboard.openValue')}
          value={format.money(numbers.openValue, true)}
          hint={t('dashboard.forecast', { value: format.money(numbers.forecast, true) })}
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
          value={format.money(numbers.wonThisYear, true)}
          search={{ status: ['WON'], closedFrom: `${dayjs().year()}-01-01`, sort: '-value' }}
        />
        <Stat label={t('dashboard.winRate')} value={part(numbers.winRate)} hint={t('dashboard.twelveMonths')} />
        <Stat
          label={t('dashboard.acceptanceRate')}
          value={part(numbers.acceptanceRate)}
          hint={t('dashboard.twelveMonths')}
        />
        <Stat
          label={t('dashboard.answerTime')}
          value={
            numbers.answerHours == null ? '–' : t('dashboard.hours', { hours: format.number(numbers.answerHours) })
          }
          hint={t('dashboard.twelveMonths')}
        />
      </Section>
    </>
  );
}

function Partner({ numbers }: { numbers: PartnerDashboard }) {
  const { t } = useTranslation();
  const format = useFormats();
  const me = useMe();
  return (
    <Section title={t('dashboard.waiting')}>
      {me.role === 'PARTNER_SELLER' ? null : (
        <Stat
          label={t('view.distributed')}
          value={format.number(numbers.distributed)}
          hint={[
            format.money(numbers.distributedValue, true),
            numbers.nextAnswerBy ? t('opportunity.answerWithin', { when: format.relative(numbers.nextAnswerBy) }) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
          search={{ view: 'distributed' }}
        />
      )}
      <Stat
        label={t('view.managed')}
        value={format.number(numbers.managed)}
        hint={`${format.money(numbers.managedValue, true)} · ${t('dashboard.forecast', { value: format.money(numbers.forecast, true) })}`}
        search={{ view: 'managed', status: ['ACCEPTED', 'ON_HOLD'] }}
      />
      <Stat
        label={t('dashboard.overdue')}
        value={format.number(numbers.overdue)}
        hint={numbers.nextDueOn ? t('dashboard.nextDue', { date: format.date(numbers.nextDueOn) }) : undefined}
        search={{ view: 'managed', overdue: true, sort: 'dueOn' }}
      />
      <Stat
        label={t('dashboard.untouched')}
        value={format.number(numbers.untouched)}
        search={{ view: 'managed', alert: ['NEW'] }}
      />
      <Stat
        label={t('dashboard.stalled')}
        value={format.number(numbers.stalled)}
        search={{ view: 'managed', alert: ['STALLED'] }}
      />
      <Stat
        label={t('dashboard.pendingApproval')}
        value={format.number(numbers.pendingApproval)}
        search={{ view: 'managed', status: ['PENDING_APPROVAL'] }}
      />
      <Stat
        label={t('dashboard.registrationsPending')}
        value={format.number(numbers.registrationsPending)}
        to="/registrations"
        search={{ status: ['SUBMITTED'] }}
      />
      <Stat
        label={t('dashboard.registrationsReturned')}
        value={format.number(numbers.registrationsReturned)}
        to="/registrations"
        search={{ status: ['RETURNED'] }}
      />
      <Stat
        label={t('dashboard.registrationsApproved')}
        value={format.number(numbers.registrationsApproved)}
        hint={
          numbers.nextExclusiveUntil
            ? t('dashboard.nextExclusiveUntil', { date: format.date(numbers.nextExclusiveUntil) })
            : undefined
        }
        to="/registrations"
        search={{ status: ['APPROVED'], sort: 'exclusiveUntil' }}
      />
      <Stat
        label={t('dashboard.wonThisYear')}
        value={format.money(numbers.wonThisYear, true)}
        hint={numbers.winRate == null ? undefined : t('dashboard.winRateOf', { rate: format.percent(numbers.winRate) })}
        search={{ view: 'managed', status: ['WON'], closedFrom: `${dayjs().year()}-01-01` }}
      />
    </Section>
  );
}
