import { Button, EmptyState, Paper, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBuildingStore, IconPlus, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type CustomerSummary, exportCustomers } from '@/api/gen';
import { listCustomersOptions } from '@/api/gen/@tanstack/react-query.gen';
import { useMe } from '@/features/session/useMe';
import { type Column, DataTable } from '@/ui/DataTable';
import { ExportMenu } from '@/ui/ExportMenu';
import { useFormats } from '@/ui/format';
import { TextLink } from '@/ui/links';
import { Page } from '@/ui/Page';
import { knownFilters } from '@/ui/urlFilters';
import { useDebouncedSearch } from '@/ui/useDebouncedSearch';
import { CustomerDialog } from './CustomerDialog';
import type { CustomerSearch } from './search';

const route = getRouteApi('/_app/customers/');

/** The list of customers. */
export function CustomersPage() {
  const { t } = useTranslation();
  const format = useFormats();
  const me = useMe();
  const search = route.useSearch();
  const { cursor: _, ...filters } = knownFilters(search);
  const go = route.useNavigate();
  const [creating, dialog] = useDisclosure(false);
  const sort = search.sort ?? 'name';
  const list = useQuery({
    ...listCustomersOptions({ query: { ...knownFilters(search), sort, count: true } }),
    placeholderData: keepPreviousData,
  });
  const set = (patch: Partial<CustomerSearch>) =>
    void go({ search: (old) => ({ ...old, cursor: undefined, ...patch }), replace: !('cursor' in patch) });
  const setQ = useDebouncedSearch((text) => set({ q: text || undefined }));
  const columns = useMemo<Column<CustomerSummary>[]>(() => {
    const column = (
      id: string,
      label: string,
      cell: (customer: CustomerSummary) => React.ReactNode,
      sorts = false,
    ): Column<CustomerSummary> => ({
      id,
      accessorFn: (customer) => customer.id,
      header: label,
      enableHiding: id !== 'name',
      enableSorting: sorts,
      meta: { label },
      cell: ({ row }) => cell(row.original),
    });
    return [
      column(
        'name',
        t('customer.name'),
        (customer) => (
          <TextLink to="/customers/$id" params={{ id: customer.id }} fw={600} size="sm">
            {customer.name}
          </TextLink>
        ),
        true,
      ),
      column('city', t('customer.city'), (customer) => customer.city ?? '–'),
      column('country', t('customer.country'), (customer) => format.country(customer.country)),
      column('industry', t('customer.industry'), (customer) => customer.industry?.name ?? '–'),
      column('registryCode', t('customer.registryCode'), (customer) => (
        <span className="num">{customer.registryCode ?? '–'}</span>
      )),
      column(
        'updatedAt',
        t('opportunity.updatedAt'),
        (customer) => <span className="num">{format.date(customer.updatedAt)}</span>,
        true,
      ),
    ];
  }, [t, format]);
  return (
    <Page
      actions={
        <>
          <ExportMenu
            name={t('nav.customers')}
            request={(format, options) => exportCustomers({ ...options, query: { ...filters, sort, format } })}
          />
          {me.role === 'ANALYST' ? null : (
            <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>
              {t('customer.new')}
            </Button>
          )}
        </>
      }
    >
      <Paper>
        <DataTable
          name="customers"
          label={t('nav.customers')}
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
            <TextInput
              aria-label={t('customer.search')}
              placeholder={t('customer.search')}
              leftSection={<IconSearch size={16} />}
              defaultValue={search.q ?? ''}
              onChange={(event) => setQ(event.currentTarget.value)}
              w={{ base: '100%', sm: 280 }}
            />
          }
          card={(customer) => (
            <>
              <TextLink to="/customers/$id" params={{ id: customer.id }} fw={600} size="sm">
                {customer.name}
              </TextLink>
              <Text size="sm" c="dimmed">
                {[customer.city, format.country(customer.country)].filter(Boolean).join(', ')}
              </Text>
            </>
          )}
          empty={
            <EmptyState
              py="xl"
              icon={<IconBuildingStore size={28} />}
              title={t('customer.none')}
              description={t('customer.noneHint')}
            />
          }
        />
      </Paper>
      {creating ? <CustomerDialog customer={null} onClose={dialog.close} /> : null}
    </Page>
  );
}
