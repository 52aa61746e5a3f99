import * as z from 'zod/mini';
import { zListRegistrationsQuery } from '@/api/gen/zod.gen';

const fields = zListRegistrationsQuery.shape;

/** The state of the list is in the URL. */
export const registrationSearch = z.object({
  q: z.catch(fields.q, undefined),
  status: z.catch(fields.status, undefined),
  partnerId: z.catch(fields.partnerId, undefined),
  extensionRequested: z.catch(z.optional(z.boolean()), undefined),
  decidable: z.catch(z.optional(z.boolean()), undefined),
  sort: z.catch(fields.sort, undefined),
  cursor: z.catch(fields.cursor, undefined),
});
export type RegistrationSearch = z.infer<typeof registrationSearch>;
