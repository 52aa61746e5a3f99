import { zListCustomersQuery } from '@/api/gen/zod.gen';
import { type UrlFilters, urlFilters } from '@/ui/urlFilters';

const { q, sort, cursor } = zListCustomersQuery.shape;
const fields = { q, sort, cursor };

/** The state of the list is in the URL. */
export const customerSearch = urlFilters(fields);
export type CustomerSearch = UrlFilters<typeof fields>;
