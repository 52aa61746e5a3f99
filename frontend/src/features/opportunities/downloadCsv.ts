import { type ListOpportunitiesData, listOpportunities } from '@/api/gen';

/** Saves the whole filtered list as a table. */
export async function downloadCsv(query: ListOpportunitiesData['query']) {
  const { data } = await listOpportunities({
    query: { ...query, cursor: undefined, count: undefined },
    headers: { Accept: 'text/csv' },
    parseAs: 'blob',
    throwOnError: true,
  });
  const url = URL.createObjectURL(data as unknown as Blob);
  const link = Object.assign(document.createElement('a'), { href: url, download: 'opportunities.csv' });
  link.click();
  URL.revokeObjectURL(url);
}
