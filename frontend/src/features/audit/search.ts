import * as z from 'zod/mini';
import { zListAuditEventsQuery } from '@/api/gen/zod.gen';

const fields = zListAuditEventsQuery.shape;

/** What of the audit is asked for is its address. */
export const auditSearch = z.object({
  kind: z.catch(fields.kind, undefined),
  actorId: z.catch(fields.actorId, undefined),
  thing: z.catch(fields.thing, undefined),
  thingId: z.catch(fields.thingId, undefined),
});
