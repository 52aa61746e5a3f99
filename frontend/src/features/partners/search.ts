import * as z from 'zod/mini';
import { zListPartnersQuery } from '@/api/gen/zod.gen';

const fields = zListPartnersQuery.shape;

/** The state of the list is in the URL. */
export const partnerSearch = z.object({
  q: z.catch(fields.q, undefined),
  sort: z.catch(fields.sort, undefined),
  cursor: z.catch(fields.cursor, undefined),
});
export type PartnerSearch = z.infer<typeof partnerSearch>;
