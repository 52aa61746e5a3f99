import { zListRegistrationsQuery } from '@/api/gen/zod.gen';
import { type UrlFilters, urlFilters } from '@/ui/urlFilters';

const { count: _count, limit: _limit, ...fields } = zListRegistrationsQuery.shape;

/** The state of the list is in the URL. */
export const registrationSearch = urlFilters(fields);
export type RegistrationSearch = UrlFilters<typeof fields>;
