import * as z from 'zod/mini';
import { zListCustomersQuery } from '@/api/gen/zod.gen';

const fields = zListCustomersQuery.shape;

/** The state of the list is in the URL. */
export const customerSearch = z.object({
  q: z.catch(fields.q, undefined),
  sort: z.catch(fields.sort, undefined),
  cursor: z.catch(fields.cursor, undefined),
});
export type CustomerSearch = z.infer<typeof customerSearch>;
