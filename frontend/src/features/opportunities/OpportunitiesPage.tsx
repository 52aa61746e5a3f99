import { Button, Checkbox, EmptyState, Group, MultiSelect, Paper, Pill, Tabs, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconDownload, IconPlus, IconSearch, IconSend, IconZoomExclamation } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpportunityStatus, OpportunitySummary } from '@/api/gen';
import { listOpportunitiesOptions } from '@/api/gen/@tanstack/react-query.gen';
import { zOpportunityStatus } from '@/api/gen/zod.gen';
import { useMe } from '@/features/session/useMe';
import { type Column, DataTable } from '@/ui/DataTable';
import { useFormats } from '@/ui/format';
import { ButtonLink, TextLink } from '@/ui/links';
import { Page } from '@/ui/Page';
import { StatusBadge } from '@/ui/StatusBadge';
import { toastProblem } from '@/ui/toasts';
import { AlertMark } from './AlertMark';
import { AnswerClock } from './AnswerClock';
import { downloadCsv } from './downloadCsv';
import { useMove } from './mutations';
import { ReasonDialog } from './ReasonDialog';
import { RunDialog } from './RunDialog';
import type { OpportunitySearch } from './search';

const route = getRouteApi('/_app/opportunities/');

/** All opportunities for staff; a partner's two lists. */
export function OpportunitiesPage() {
  const { t } = useTranslation();
  const me = useMe();
  const search = route.useSearch();
  const go = route.useNavigate();
  const view = me.staff ? undefined : (search.view ?? (me.role === 'PARTNER_SELLER' ? 'managed' : 'distributed'));
  const sort = search.sort ?? (view === 'distributed' ? 'answerBy' : '-updatedAt');
  const query = { ...search, view, sort, count: true, limit: 25 };
  const list = useQuery({ ...listOpportunitiesOptions({ query }), placeholderData: keepPreviousData });
  const set = (patch: Partial<OpportunitySearch>) =>
    void go({ search: (old) => ({ ...old, cursor: undefined, ...patch }), replace: !('cursor' in patch) });
  const [selected, setSelected] = useState<string[]>([]);
  const [running, setRunning] = useState(false);
  const columns = useColumns(view, selected, setSelected);

  return (
    <Page
      title={t('nav.opportunities')}
      actions={
        <>
          {selected.length ? (
            <Button variant="default" onClick={() => setSelected([])}>
              {t('run.clear')}
            </Button>
          ) : null}
          {selected.length ? (
            <Button leftSection={<IconSend size={16} />} onClick={() => setRunning(true)}>
              {t('run.start', { count: selected.length })}
            </Button>
          ) : null}
          <Button
            variant="default"
            leftSection={<IconDownload size={16} />}
            onClick={() => void downloadCsv(query).catch(toastProblem)}
          >
            CSV
          </Button>
          {me.role === 'ANALYST' ? null : (
            <ButtonLink to="/opportunities/new" leftSection={<IconPlus size={16} />}>
              {t('opportunity.new')}
            </ButtonLink>
          )}
        </>
      }
    >
      {me.staff || me.role === 'PARTNER_SELLER' ? null : (
        <Tabs
          value={view ?? null}
          onChange={(next) => set({ view: next as OpportunitySearch['view'], status: undefined, sort: undefined })}
        >
          <Tabs.List>
            <Tabs.Tab value="distributed">{t('view.distributed')}</Tabs.Tab>
            <Tabs.Tab value="managed">{t('view.managed')}</Tabs.Tab>
            <Tabs.Tab value="pool">{t('view.pool')}</Tabs.Tab>
          </Tabs.List>
        </Tabs>
      )}
      <Paper>
        <DataTable
          name={`opportunities-${view ?? 'all'}`}
          label={view ? t(`view.${view}`) : t('nav.opportunities')}
          columns={columns}
          page={list.data}
          error={list.error}
          retry={() => void list.refetch()}
          sort={sort}
          onSort={(next) => set({ sort: next })}
          cursor={search.cursor}
          onCursor={(cursor) => set({ cursor })}
          stale={list.isPlaceholderData}
          hidden={['owner', 'createdAt']}
          toolbar={<Filters search={search} set={set} withStatus={view !== 'distributed' && view !== 'pool'} />}
          card={(o) => <Card o={o} />}
          empty={
            <EmptyState
              py="xl"
              icon={<IconZoomExclamation size={28} />}
              title={t(
                view === 'distributed'
                  ? 'opportunity.noOffers'
                  : view === 'pool'
                    ? 'opportunity.noPool'
                    : 'opportunity.none',
              )}
              description={t(
                view === 'distributed'
                  ? 'opportunity.noOffersHint'
                  : view === 'pool'
                    ? 'opportunity.noPoolHint'
                    : 'opportunity.noneHint',
              )}
            />
          }
        />
      </Paper>
      {running ? <RunDialog ids={selected} onClose={() => setRunning(false)} /> : null}
    </Page>
  );
}

function Filters({
  search,
  set,
  withStatus,
}: {
  search: OpportunitySearch;
  set: (patch: Partial<OpportunitySearch>) => void;
  withStatus: boolean;
}) {
  const { t } = useTranslation();
  const setQ = useDebouncedCallback((q: string) => set({ q: q || undefined }), 250);
  const chips: [string, Partial<OpportunitySearch>][] = [
    ...(search.overdue
      ? [[t('opportunity.overdue'), { overdue: undefined }] as [string, Partial<OpportunitySearch>]]
      : []),
    ...(search.exhausted
      ? [[t('match.exhausted'), { exhausted: undefined }] as [string, Partial<OpportunitySearch>]]
      : []),
    ...(search.alert ?? []).map(
      (alert) =>
        [t(`alert.${alert}`), { alert: search.alert?.filter((one) => one !== alert) }] as [
          string,
          Partial<OpportunitySearch>,
        ],
    ),
    ...(search.phase ?? []).map(
      (phase) =>
        [t(`phase.${phase}`), { phase: search.phase?.filter((one) => one !== phase) }] as [
          string,
          Partial<OpportunitySearch>,
        ],
    ),
    ...(search.shared
      ? [[t('collaboration.shared'), { shared: undefined }] as [string, Partial<OpportunitySearch>]]
      : []),
    ...(search.partnerId
      ? [[t('opportunity.onePartner'), { partnerId: undefined }] as [string, Partial<OpportunitySearch>]]
      : []),
    ...(search.customerId
      ? [[t('opportunity.oneCustomer'), { customerId: undefined }] as [string, Partial<OpportunitySearch>]]
      : []),
    ...(search.closedFrom
      ? [
          [t('opportunity.closedSince', { date: search.closedFrom }), { closedFrom: undefined }] as [
            string,
            Partial<OpportunitySearch>,
          ],
        ]
      : []),
  ];
  return (
    <>
      <TextInput
        aria-label={t('opportunity.search')}
        placeholder={t('opportunity.search')}
        leftSection={<IconSearch size={16} />}
        defaultValue={search.q ?? ''}
        onChange={(event) => setQ(event.currentTarget.value)}
        w={{ base: '100%', sm: 280 }}
      />
      {withStatus ? (
        <MultiSelect
          aria-label={t('opportunity.status')}
          placeholder={search.status?.length ? '' : t('opportunity.anyStatus')}
          data={zOpportunityStatus.options.map((value) => ({ value, label: t(`status.${value}`) }))}
          value={search.status ?? []}
          onChange={(next) => set({ status: next.length ? (next as OpportunityStatus[]) : undefined })}
          clearable
          clearButtonProps={{ 'aria-label': t('table.clear') }}
          w={{ base: '100%', sm: 280 }}
        />
      ) : null}
      {chips.map(([label, without]) => (
        <Pill
          key={label}
          size="lg"
          withRemoveButton
          removeButtonProps={{ 'aria-label': t('table.remove', { name: label }), 'aria-hidden': false, tabIndex: 0 }}
          onRemove={() => set(without)}
        >
          {label}
        </Pill>
      ))}
    </>
  );
}

function useColumns(view: OpportunitySearch['view'], selected: string[], setSelected: (ids: string[]) => void) {
  const { t } = useTranslation();
  const f = useFormats();
  const me = useMe();
  return useMemo(() => {
    const column = (
      id: string,
      label: string,
      cell: (o: OpportunitySummary) => React.ReactNode,
      align?: 'right',
    ): Column<OpportunitySummary> => ({
      id,
      accessorFn: (o) => o.id,
      header: label,
      enableHiding: id !== 'topic' && id !== 'choose',
      enableSorting: id !== 'choose' && id !== 'phase' && id !== 'owner' && id !== 'partnerUser' && id !== 'answer',
      meta: { label, align },
      cell: ({ row }) => cell(row.original),
    });
    const day = (date: string | null | undefined) => (date ? <span className="num">{f.date(date)}</span> : '–');
    const topic = column('topic', t('opportunity.topic'), (o) => (
      <>
        <TextLink to="/opportunities/$id" params={{ id: o.id }} fw={600} size="sm">
          {o.topic}
        </TextLink>
        <Text size="xs" c="dimmed" className="num">
          {o.number}
        </Text>
        <Shared o={o} />
      </>
    ));
    const customer = column('customer', t('opportunity.customer'), (o) => o.customer.name);
    const value = column(
      'value',
      t('opportunity.value'),
      (o) => (o.estimatedValue ? f.money(o.estimatedValue) : '–'),
      'right',
    );
    if (view === 'pool')
      return [
        topic,
        customer,
        value,
        column('updatedAt', t('opportunity.updatedAt'), (o) => day(o.updatedAt)),
        column('answer', t('opportunity.yourAnswer'), (o) => <Answer o={o} />),
      ];
    if (view === 'distributed')
      return [
        topic,
        customer,
        value,
        column('answerBy', t('opportunity.answer'), (o) => (o.answerBy ? <AnswerClock answerBy={o.answerBy} /> : '–')),
        column('answer', t('opportunity.yourAnswer'), (o) => <Answer o={o} />),
      ];
    const choose = column('choose', t('run.choose'), (o) =>
      o.actions.includes('DISTRIBUTE') ? (
        <Checkbox
          aria-label={t('run.chooseOne', { topic: o.topic })}
          checked={selected.includes(o.id)}
          onChange={(event) =>
            setSelected(event.currentTarget.checked ? [...selected, o.id] : selected.filter((one) => one !== o.id))
          }
        />
      ) : null,
    );
    return [
      ...(me.staff && me.role !== 'ANALYST' ? [choose] : []),
      topic,
      customer,
      column('status', t('opportunity.status'), (o) => (
        <>
          <StatusBadge status={o.status} />
          <AlertMark alert={o.alert} />
        </>
      )),
      column('phase', t('opportunity.phase'), (o) => (o.phase ? t(`phase.${o.phase}`) : '–')),
      me.staff
        ? column('partner', t('opportunity.partner'), (o) => o.partner?.name ?? '–')
        : column('partnerUser', t('opportunity.partnerUser'), (o) => o.partnerUser?.name ?? '–'),
      value,
      column('dueOn', t('opportunity.dueOn'), (o) => day(o.dueOn)),
      column('owner', t('opportunity.owner'), (o) => o.owner?.name ?? '–'),
      column('createdAt', t('opportunity.createdAt'), (o) => day(o.createdAt)),
      column('updatedAt', t('opportunity.updatedAt'), (o) => day(o.updatedAt)),
    ];
  }, [t, f, me.staff, me.role, view, selected, setSelected]);
}

/** That several partners work on it, and which ones. */
function Shared({ o }: { o: OpportunitySummary }) {
  const { t } = useTranslation();
  if (!o.shared) return null;
  return (
    <Text size="xs" c="dimmed">
      {[t('collaboration.shared'), o.collaborators.join(', ')].filter(Boolean).join(': ')}
    </Text>
  );
}

/** Accept, decline or claim, right in the list. */
function Answer({ o }: { o: OpportunitySummary }) {
  const { t } = useTranslation();
  const [declining, setDeclining] = useState(false);
  const move = useMove();
  const run = (action: 'ACCEPT' | 'CLAIM') =>
    move.mutate({ opportunity: o, move: { action } }, { onError: toastProblem });
  if (o.actions.includes('CLAIM'))
    return (
      <Button
        size="xs"
        loading={move.isPending}
        aria-label={t('opportunity.claimOne', { topic: o.topic })}
        onClick={() => run('CLAIM')}
      >
        {t('opportunity.action.CLAIM')}
      </Button>
    );
  if (!o.actions.includes('ACCEPT')) return null;
  return (
    <Group gap={6} wrap="nowrap">
      <Button
        size="xs"
        loading={move.isPending}
        aria-label={t('opportunity.acceptOne', { topic: o.topic })}
        onClick={() => run('ACCEPT')}
      >
        {t('opportunity.action.ACCEPT')}
      </Button>
      <Button
        size="xs"
        variant="default"
        aria-label={t('opportunity.declineOne', { topic: o.topic })}
        onClick={() => setDeclining(true)}
      >
        {t('opportunity.action.DECLINE')}
      </Button>
      {declining ? <ReasonDialog action="DECLINE" opportunity={o} onClose={() => setDeclining(false)} /> : null}
    </Group>
  );
}

function Card({ o }: { o: OpportunitySummary }) {
  const f = useFormats();
  return (
    <>
      <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
        <TextLink to="/opportunities/$id" params={{ id: o.id }} fw={600} size="sm">
          {o.topic}
        </TextLink>
        <Text size="sm" fw={600} className="num">
          {o.estimatedValue ? f.money(o.estimatedValue, true) : ''}
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {o.customer.name}
      </Text>
      <Shared o={o} />
      <Group justify="space-between" mt={4} gap="xs">
        <Group gap="xs">
          <StatusBadge status={o.status} />
          <AlertMark alert={o.alert} />
        </Group>
        {o.answerBy ? (
          <AnswerClock answerBy={o.answerBy} />
        ) : (
          <Text size="xs" c="dimmed" className="num">
            {o.dueOn ? f.date(o.dueOn) : f.date(o.updatedAt)}
          </Text>
        )}
      </Group>
      <Group mt={6}>
        <Answer o={o} />
      </Group>
    </>
  );
}
