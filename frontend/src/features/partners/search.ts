import { zListPartnersQuery } from '@/api/gen/zod.gen';
import { type UrlFilters, urlFilters } from '@/ui/urlFilters';

const { q, sort, cursor } = zListPartnersQuery.shape;
const fields = { q, sort, cursor };

/** The state of the list is in the URL. */
export const partnerSearch = urlFilters(fields);
export type PartnerSearch = UrlFilters<typeof fields>;
