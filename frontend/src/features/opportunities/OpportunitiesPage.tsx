import { Button, EmptyState, Paper, Tabs } from '@mantine/core';
import { IconPlus, IconSend, IconZoomExclamation } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportOpportunities } from '@/api/gen';
import { listOpportunitiesOptions } from '@/api/gen/@tanstack/react-query.gen';
import { AnswerOffersDialog } from '@/features/distribution/AnswerOffersDialog';
import { DistributionRunDialog } from '@/features/distribution/DistributionRunDialog';
import { useMe } from '@/features/session/useMe';
import { DataTable } from '@/ui/DataTable';
import { ExportMenu } from '@/ui/ExportMenu';
import { ButtonLink } from '@/ui/links';
import { Page } from '@/ui/Page';
import { knownFilters } from '@/ui/urlFilters';
import { OpportunityFilters } from './OpportunityFilters';
import { OpportunityCard, type SelectedRow, useOpportunityColumns } from './opportunityColumns';
import { isFiltered, type OpportunitySearch, viewOf, views } from './search';

const route = getRouteApi('/_app/opportunities/');

/** The list of opportunities; partners have one tab per view. */
export function OpportunitiesPage() {
  const { t } = useTranslation();
  const me = useMe();
  const search = route.useSearch();
  const go = route.useNavigate();
  const view = viewOf(search, me);
  const filtered = isFiltered(search);
  const sort = search.sort ?? (view === 'distributed' ? 'answerBy' : '-updatedAt');
  const { cursor, ...filters } = knownFilters(search);
  const query = { ...filters, cursor, view, sort, count: true, limit: 25 };
  const list = useQuery({ ...listOpportunitiesOptions({ query }), placeholderData: keepPreviousData });
  const set = (patch: Partial<OpportunitySearch>) =>
    void go({ search: (old) => ({ ...old, cursor: undefined, ...patch }), replace: !('cursor' in patch) });
  const [selected, select] = useState<SelectedRow[]>([]);
  const [acting, setActing] = useState<'RUN' | 'ACCEPT' | 'DECLINE' | null>(null);
  const columns = useOpportunityColumns(view, { selected, select });
  const maySelect = me.role !== 'ANALYST' && view !== 'managed' && view !== 'pool';
  const close = () => {
    setActing(null);
    if (!me.staff) select([]);
  };

  return (
    <Page
      actions={
        <>
          {selected.length ? (
            <Button variant="default" onClick={() => select([])}>
              {t('run.clear')}
            </Button>
          ) : null}
          {selected.length && me.staff ? (
            <Button leftSection={<IconSend size={16} />} onClick={() => setActing('RUN')}>
              {t('run.start', { count: selected.length })}
            </Button>
          ) : null}
          {selected.length && !me.staff ? (
            <>
              <Button onClick={() => setActing('ACCEPT')}>{t('answers.accept', { count: selected.length })}</Button>
              <Button variant="default" onClick={() => setActing('DECLINE')}>
                {t('answers.decline', { count: selected.length })}
              </Button>
            </>
          ) : null}
          {me.staff && me.role !== 'ANALYST' ? (
            <ButtonLink to="/opportunities/runs" variant="default">
              {t('run.all')}
            </ButtonLink>
          ) : null}
          <ExportMenu
            name={t('nav.opportunities')}
            request={(format, options) =>
              exportOpportunities({ ...options, query: { ...filters, view, sort, format } })
            }
          />
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
          onChange={(next) => {
            select([]);
            set({ view: views.find((tab) => tab === next), sort: undefined });
          }}
        >
          <Tabs.List>
            {views.map((tab) => (
              <Tabs.Tab key={tab} value={tab}>
                {t(`view.${tab}`)}
              </Tabs.Tab>
            ))}
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
          toolbar={
            <OpportunityFilters
              search={search}
              set={set}
              withStatus={!!search.status || (view !== 'distributed' && view !== 'pool')}
            />
          }
          card={(opportunity) => (
            <OpportunityCard opportunity={opportunity} selection={maySelect ? { selected, select } : undefined} />
          )}
          empty={
            <EmptyState
              py="xl"
              icon={<IconZoomExclamation size={28} />}
              title={t(
                filtered
                  ? 'opportunity.none'
                  : view === 'distributed'
                    ? 'opportunity.noOffers'
                    : view === 'pool'
                      ? 'opportunity.noPool'
                      : 'opportunity.none',
              )}
              description={t(
                filtered
                  ? 'opportunity.noneHint'
                  : view === 'distributed'
                    ? 'opportunity.noOffersHint'
                    : view === 'pool'
                      ? 'opportunity.noPoolHint'
                      : 'opportunity.noneHint',
              )}
            />
          }
        />
      </Paper>
      {acting === 'RUN' ? <DistributionRunDialog ids={selected.map((one) => one.id)} onClose={close} /> : null}
      {acting === 'ACCEPT' || acting === 'DECLINE' ? (
        <AnswerOffersDialog action={acting} offers={selected} onClose={close} />
      ) : null}
    </Page>
  );
}
