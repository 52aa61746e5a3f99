import { Badge, Button, EmptyState, Group, Paper, Progress, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconSearch, IconUsersGroup } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { exportPartners, type PartnerSummary } from '@/api/gen';
import { listPartnersOptions } from '@/api/gen/@tanstack/react-query.gen';
import { useMe } from '@/features/session/useMe';
import { type Column, DataTable } from '@/ui/DataTable';
import { ExportMenu } from '@/ui/ExportMenu';
import { useFormats } from '@/ui/format';
import { TextLink } from '@/ui/links';
import { Page } from '@/ui/Page';
import { knownFilters } from '@/ui/urlFilters';
import { useDebouncedSearch } from '@/ui/useDebouncedSearch';
import { NewPartnerDialog } from './NewPartnerDialog';
import type { PartnerSearch } from './search';

const route = getRouteApi('/_app/partners/');

/** The list of partners. */
export function PartnersPage() {
  const { t } = useTranslation();
  const format = useFormats();
  const me = useMe();
  const search = route.useSearch();
  const { cursor: _, ...filters } = knownFilters(search);
  const go = route.useNavigate();
  const [creating, dialog] = useDisclosure(false);
  const sort = search.sort ?? 'name';
  const list = useQuery({
    ...listPartnersOptions({ query: { ...knownFilters(search), sort, count: true } }),
    placeholderData: keepPreviousData,
  });
  const set = (patch: Partial<PartnerSearch>) =>
    void go({ search: (old) => ({ ...old, cursor: undefined, ...patch }), replace: !('cursor' in patch) });
  const setQ = useDebouncedSearch((text) => set({ q: text || undefined }));
  const columns = useMemo<Column<PartnerSummary>[]>(() => {
    const column = (
      id: string,
      label: string,
      cell: (partner: PartnerSummary) => React.ReactNode,
      sorts = false,
    ): Column<PartnerSummary> => ({
      id,
      accessorFn: (partner) => partner.id,
      header: label,
      enableHiding: id !== 'name',
      enableSorting: sorts,
      meta: { label },
      cell: ({ row }) => cell(row.original),
    });
    return [
      column(
        'name',
        t('partner.name'),
        (partner) => (
          <TextLink to="/partners/$id" params={{ id: partner.id }} fw={600} size="sm">
            {partner.name}
          </TextLink>
        ),
        true,
      ),
      column('country', t('partner.country'), (partner) => format.country(partner.country)),
      column('tier', t('partner.tier'), (partner) => partner.tier?.name ?? '–', true),
      column('status', t('partner.status'), (partner) => (
        <Badge variant="default">{t(`partnerStatus.${partner.status}`)}</Badge>
      )),
      column('load', t('partner.load'), (partner) => <Load partner={partner} />),
      column('channelManager', t('partner.channelManager'), (partner) => partner.channelManager?.name ?? '–'),
    ];
  }, [t, format]);
  return (
    <Page
      actions={
        <>
          <ExportMenu
            name={t('nav.partners')}
            request={(format, options) => exportPartners({ ...options, query: { ...filters, sort, format } })}
          />
          {me.role === 'ADMIN' || me.role === 'CHANNEL_MANAGER' ? (
            <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>
              {t('partner.new')}
            </Button>
          ) : null}
        </>
      }
    >
      <Paper>
        <DataTable
          name="partners"
          label={t('nav.partners')}
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
              aria-label={t('partner.search')}
              placeholder={t('partner.search')}
              leftSection={<IconSearch size={16} />}
              defaultValue={search.q ?? ''}
              onChange={(event) => setQ(event.currentTarget.value)}
              w={{ base: '100%', sm: 280 }}
            />
          }
          card={(partner) => (
            <>
              <Group justify="space-between" wrap="nowrap">
                <TextLink to="/partners/$id" params={{ id: partner.id }} fw={600} size="sm">
                  {partner.name}
                </TextLink>
                <Text size="sm">{partner.tier?.name}</Text>
              </Group>
              <Load partner={partner} />
            </>
          )}
          empty={
            <EmptyState
              py="xl"
              icon={<IconUsersGroup size={28} />}
              title={t('partner.none')}
              description={t('partner.noneHint')}
            />
          }
        />
      </Paper>
      {creating ? <NewPartnerDialog onClose={dialog.close} /> : null}
    </Page>
  );
}

function Load({ partner }: { partner: PartnerSummary }) {
  const { t } = useTranslation();
  const text = t('distribute.load', { open: partner.open, capacity: partner.capacity ?? '∞' });
  return (
    <>
      <Text size="xs">{text}</Text>
      {partner.capacity ? (
        <Progress value={Math.min(100, (partner.open / partner.capacity) * 100)} size={5} aria-label={text} maw={160} />
      ) : null}
    </>
  );
}
