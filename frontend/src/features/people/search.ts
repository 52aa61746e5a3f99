import * as z from 'zod/mini';
import { zUserStatus } from '@/api/gen/zod.gen';
import { type UrlFilters, urlFilters } from '@/ui/urlFilters';

const fields = { q: z.optional(z.string()), status: z.optional(zUserStatus) };

/** The state of the list is in the URL. */
export const userSearch = urlFilters(fields);
export type UserSearch = UrlFilters<typeof fields>;
