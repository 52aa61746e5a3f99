import type { MeView } from '@/api/gen';
import { zListOpportunitiesQuery } from '@/api/gen/zod.gen';
import { type UrlFilters, urlFilters } from '@/ui/urlFilters';

const { count: _count, limit: _limit, ...fields } = zListOpportunitiesQuery.shape;

/** The state of the list is in the URL: the API's own parameters, validated by the contract. */
export const opportunitySearch = urlFilters(fields);
export type OpportunitySearch = UrlFilters<typeof fields>;

export const views = ['distributed', 'managed', 'pool'] as const;

/** Whether the list shows only some opportunities of its view. */
export const isFiltered = ({
  view: _view,
  sort: _sort,
  cursor: _cursor,
  unknown: _unknown,
  ...filters
}: OpportunitySearch) => Object.values(filters).some((value) => value !== undefined);

/** Filters that only managed opportunities have. */
const managed = ['phase', 'overdue', 'alert', 'extensionRequested', 'shared', 'closedFrom', 'closedTo'] as const;

/** The list that a partner sees; without one in the address, the one that has what the filters ask for. */
export function viewOf(search: OpportunitySearch, me: MeView) {
  if (me.staff) return undefined;
  if (search.view) return search.view;
  if (me.role === 'PARTNER_SELLER' || managed.some((name) => search[name] !== undefined)) return 'managed';
  if (!search.status || search.status.includes('DELIVERED')) return 'distributed';
  return search.status.every((one) => one === 'POOL') ? 'pool' : 'managed';
}
