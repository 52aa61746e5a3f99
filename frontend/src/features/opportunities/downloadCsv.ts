import { type ListOpportunitiesData, listOpportunities } from '@/api/gen';
import { save } from '@/ui/save';

/** Saves the whole filtered list as a table. */
export async function downloadCsv(query: ListOpportunitiesData['query']) {
  const { data } = await listOpportunities({
    query: { ...query, cursor: undefined, count: undefined },
    headers: { Accept: 'text/csv' },
    parseAs: 'blob',
    throwOnError: true,
  });
  save(data as unknown as Blob, 'opportunities.csv');
}
