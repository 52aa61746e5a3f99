import { EmptyState, Group, MultiSelect, Paper, Pill, Switch, Text, TextInput } from '@mantine/core';
import { IconLock, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type DealRegistrationView, exportRegistrations } from '@/api/gen';
import { listRegistrationsOptions } from '@/api/gen/@tanstack/react-query.gen';
import { zRegistrationStatus } from '@/api/gen/zod.gen';
import { useMe } from '@/features/session/useMe';
import { type Column, DataTable } from '@/ui/DataTable';
import { ExportMenu } from '@/ui/ExportMenu';
import { useFormats } from '@/ui/format';
import { TextLink } from '@/ui/links';
import { Page } from '@/ui/Page';
import { knownFilters } from '@/ui/urlFilters';
import { useDebouncedSearch } from '@/ui/useDebouncedSearch';
import { DecisionDeadline } from './DecisionDeadline';
import { isAwaitingDecision } from './isAwaitingDecision';
import { RegistrationStatusBadge } from './RegistrationStatusBadge';
import type { RegistrationSearch } from './search';

const route = getRouteApi('/_app/registrations/');

/** The list of registrations: the vendor's queue, or a partner's own. */
export function RegistrationsPage() {
  const { t } = useTranslation();
  const format = useFormats();
  const me = useMe();
  const search = route.useSearch();
  const { cursor: _, ...filters } = knownFilters(search);
  const go = route.useNavigate();
  const sort =
    search.sort ??
    (search.decidable || search.changeRequested || (search.status?.length === 1 && search.status[0] === 'SUBMITTED')
      ? 'decideBy'
      : '-submittedAt');
  const list = useQuery({
    ...listRegistrationsOptions({ query: { ...knownFilters(search), sort, count: true } }),
    placeholderData: keepPreviousData,
  });
  const set = (patch: Partial<RegistrationSearch>) =>
    void go({ search: (old) => ({ ...old, cursor: undefined, ...patch }), replace: !('cursor' in patch) });
  const setQ = useDebouncedSearch((text) => set({ q: text || undefined }));
  const columns = useMemo<Column<DealRegistrationView>[]>(() => {
    const column = (
      id: string,
      label: string,
      cell: (registration: DealRegistrationView) => React.ReactNode,
      sorts = false,
    ): Column<DealRegistrationView> => ({
      id,
      accessorFn: (registration) => registration.id,
      header: label,
      enableHiding: id !== 'opportunity',
      enableSorting: sorts,
      meta: { label },
      cell: ({ row }) => cell(row.original),
    });
    return [
      column('opportunity', t('registration.opportunity'), (registration) => (
        <>
          <TextLink to="/registrations/$id" params={{ id: registration.id }} fw={600} size="sm">
            {registration.opportunity.name}
          </TextLink>
          <Text size="xs" c="dimmed" className="num">
            {registration.number}
          </Text>
        </>
      )),
      column('customer', t('registration.customer'), (registration) => registration.customer.name),
      ...(me.staff ? [column('partner', t('registration.partner'), (registration) => registration.partner.name)] : []),
      column('lines', t('registration.productLines'), (registration) =>
        registration.productLines.map((one) => one.name).join(', '),
      ),
      column('status', t('registration.state'), (registration) => (
        <>
          <RegistrationStatusBadge status={registration.status} />
          {registration.change ? (
            <Text size="xs" fw={600}>
              {t('registration.change.pending')}
            </Text>
          ) : null}
        </>
      )),
      column(
        'submittedAt',
        t('registration.submitted'),
        (registration) => <span className="num">{format.date(registration.submission.submittedAt)}</span>,
        true,
      ),
      column(
        'decideBy',
        t('registration.decideBy'),
        (registration) => (isAwaitingDecision(registration) ? <DecisionDeadline registration={registration} /> : '–'),
        true,
      ),
      column(
        'exclusiveUntil',
        t('registration.exclusiveUntil'),
        (registration) =>
          registration.exclusivity ? <span className="num">{format.date(registration.exclusivity.until)}</span> : '–',
        true,
      ),
    ];
  }, [t, format, me.staff]);
  return (
    <Page
      actions={
        <ExportMenu
          name={t('registration.title')}
          request={(format, options) => exportRegistrations({ ...options, query: { ...filters, sort, format } })}
        />
      }
    >
      <Paper>
        <DataTable
          name="registrations"
          label={t('registration.title')}
          columns={columns}
          page={list.data}
          error={list.error}
          retry={() => void list.refetch()}
          sort={sort}
          onSort={(next) => set({ sort: next })}
          cursor={search.cursor}
          onCursor={(cursor) => set({ cursor })}
          stale={list.isPlaceholderData}
          toolbar={
            <>
              <TextInput
                aria-label={t('registration.search')}
                placeholder={t('registration.search')}
                leftSection={<IconSearch size={16} />}
                defaultValue={search.q ?? ''}
                onChange={(event) => setQ(event.currentTarget.value)}
                w={{ base: '100%', sm: 280 }}
              />
              <MultiSelect
                aria-label={t('registration.state')}
                placeholder={search.status?.length ? '' : t('registration.anyState')}
                data={zRegistrationStatus.options.map((value) => ({ value, label: t(`registration.status.${value}`) }))}
                value={search.status ?? []}
                onChange={(next) => set({ status: next.length ? next : undefined })}
                clearable
                clearButtonProps={{ 'aria-label': t('table.clear') }}
                w={{ base: '100%', sm: 280 }}
              />
              {me.role === 'ADMIN' || me.role === 'CHANNEL_MANAGER' ? (
                <Switch
                  label={t('registration.decidable')}
                  checked={search.decidable ?? false}
                  onChange={(event) => set({ decidable: event.currentTarget.checked || undefined })}
                />
              ) : null}
              {search.extensionRequested ? (
                <FilterPill
                  name={t('registration.extensionRequested')}
                  onRemove={() => set({ extensionRequested: undefined })}
                />
              ) : null}
              {search.changeRequested ? (
                <FilterPill
                  name={t('registration.change.filter')}
                  onRemove={() => set({ changeRequested: undefined })}
                />
              ) : null}
            </>
          }
          card={(registration) => (
            <>
              <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
                <TextLink to="/registrations/$id" params={{ id: registration.id }} fw={600} size="sm">
                  {registration.opportunity.name}
                </TextLink>
                <RegistrationStatusBadge status={registration.status} />
              </Group>
              <Text size="sm" c="dimmed">
                {[registration.customer.name, me.staff ? registration.partner.name : null].filter(Boolean).join(' · ')}
              </Text>
              {registration.change ? (
                <Text size="sm" fw={600}>
                  {t('registration.change.pending')}
                </Text>
              ) : null}
              <DecisionDeadline registration={registration} />
            </>
          )}
          empty={
            <EmptyState
              py="xl"
              icon={<IconLock size={28} />}
              title={t('registration.none')}
              description={t('registration.noneHint')}
            />
          }
        />
      </Paper>
    </Page>
  );
}

/** A filter that is set by a link, and can be removed. */
function FilterPill({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useTranslation();
  return (
    <Pill
      size="lg"
      withRemoveButton
      removeButtonProps={{ 'aria-label': t('table.remove', { name }), 'aria-hidden': false, tabIndex: 0 }}
      onRemove={onRemove}
    >
      {name}
    </Pill>
  );
}
