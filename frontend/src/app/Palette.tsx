import '@mantine/spotlight/styles.css';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  listCustomersOptions,
  listOpportunitiesOptions,
  listPartnersOptions,
} from '@/api/gen/@tanstack/react-query.gen';
import { useMe } from '@/features/session/useMe';
import { mayOpen, pages } from './pages';

const [store, spotlight] = createSpotlight();

/** The command palette: pages, and a search for records. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const me = useMe();
  const [query, setQuery] = useState('');
  const [text] = useDebouncedValue(query, 200);
  const search = { enabled: text.trim().length > 1, placeholderData: keepPreviousData };
  const found = { query: { q: text, limit: 5 } };
  const opportunities = useQuery({ ...listOpportunitiesOptions(found), ...search });
  const customers = useQuery({ ...listCustomersOptions(found), ...search });
  const partners = useQuery({ ...listPartnersOptions(found), ...search, enabled: search.enabled && me.staff });
  useEffect(() => spotlight.open(), []);
  const results = <T extends { id: string }>(
    items: T[] | undefined,
    label: (item: T) => string,
    open: (id: string) => void,
  ) =>
    search.enabled
      ? (items ?? []).map((item) => ({
          id: item.id,
          label: label(item),
          keywords: [text],
          onClick: () => open(item.id),
        }))
      : [];
  const actions: SpotlightActionGroupData[] = [
    {
      group: t('app.menu'),
      actions: pages
        .filter((page) => page.palette && mayOpen(page, me.role))
        .map(({ to, title }) => ({ id: to, label: t(title), onClick: () => void go({ to }) })),
    },
    {
      group: t('nav.opportunities'),
      actions: results(
        opportunities.data?.items,
        (opportunity) => `${opportunity.topic} · ${opportunity.customer.name} · ${opportunity.number}`,
        (id) => void go({ to: '/opportunities/$id', params: { id } }),
      ),
    },
    {
      group: t('nav.partners'),
      actions: results(
        partners.data?.items,
        (partner) => partner.name,
        (id) => void go({ to: '/partners/$id', params: { id } }),
      ),
    },
    {
      group: t('nav.customers'),
      actions: results(
        customers.data?.items,
        (customer) => customer.name,
        (id) => void go({ to: '/customers/$id', params: { id } }),
      ),
    },
  ];
  return (
    <Spotlight
      store={store}
      actions={actions}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      nothingFound={t('app.nothingFound')}
      highlightQuery
      attributes={{ content: { 'aria-label': t('app.search') } }}
      scrollable
      maxHeight={420}
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: t('app.search'),
        'aria-label': t('app.search'),
      }}
    />
  );
}
