import { type ListOpportunitiesData, listOpportunities } from '@/api/gen';
import { downloadFile } from '@/ui/downloadFile';

/** Downloads the whole filtered list. */
export async function downloadCsv(query: ListOpportunitiesData['query']) {
  const { response } = await listOpportunities({
    query: { ...query, cursor: undefined, count: undefined },
    headers: { Accept: 'text/csv' },
    parseAs: 'stream',
    throwOnError: true,
  });
  downloadFile(await response.blob(), 'opportunities.csv');
}
