import { type ListOpportunitiesData, listOpportunities } from '@/api/gen';
import { save } from '@/ui/save';

/** Saves the whole filtered list as a table. */
export async function downloadCsv(query: ListOpportunitiesData['query']) {
  const { response } = await listOpportunities({
    query: { ...query, cursor: undefined, count: undefined },
    headers: { Accept: 'text/csv' },
    parseAs: 'stream',
    throwOnError: true,
  });
  save(await response.blob(), 'opportunities.csv');
}
