import * as z from 'zod/mini';
import { zListOpportunitiesQuery } from '@/api/gen/zod.gen';

const fields = zListOpportunitiesQuery.shape;

/** The state of the list is in the URL: the API's own parameters, validated by the contract; an invalid value is ignored. */
export const opportunitySearch = z.object({
  view: z.catch(fields.view, undefined),
  q: z.catch(fields.q, undefined),
  status: z.catch(fields.status, undefined),
  phase: z.catch(fields.phase, undefined),
  source: z.catch(fields.source, undefined),
  partnerId: z.catch(fields.partnerId, undefined),
  customerId: z.catch(fields.customerId, undefined),
  territoryId: z.catch(fields.territoryId, undefined),
  shared: z.catch(z.optional(z.boolean()), undefined),
  extensionRequested: z.catch(z.optional(z.boolean()), undefined),
  exhausted: z.catch(z.optional(z.boolean()), undefined),
  alert: z.catch(fields.alert, undefined),
  overdue: z.catch(z.optional(z.boolean()), undefined),
  closedFrom: z.catch(fields.closedFrom, undefined),
  sort: z.catch(fields.sort, undefined),
  cursor: z.catch(fields.cursor, undefined),
});
export type OpportunitySearch = z.infer<typeof opportunitySearch>;
