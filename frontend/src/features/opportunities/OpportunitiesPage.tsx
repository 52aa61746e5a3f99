import { Button, EmptyState, Paper, Tabs } from '@mantine/core';
import { IconDownload, IconPlus, IconSend, IconZoomExclamation } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listOpportunitiesOptions } from '@/api/gen/@tanstack/react-query.gen';
import { useMe } from '@/features/session/useMe';
import { DataTable } from '@/ui/DataTable';
import { ButtonLink } from '@/ui/links';
import { Page } from '@/ui/Page';
import { toastProblem } from '@/ui/toasts';
import { downloadCsv } from './downloadCsv';
import { Filters } from './OpportunityFilters';
import { Card, useColumns } from './opportunityColumns';
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
