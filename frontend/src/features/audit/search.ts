import * as z from 'zod/mini';
import { zListAuditEventsQuery } from '@/api/gen/zod.gen';

const fields = zListAuditEventsQuery.shape;

/** The filters of the audit are in the URL. */
export const auditSearch = z.object({
  kind: z.catch(fields.kind, undefined),
  actorId: z.catch(fields.actorId, undefined),
  thing: z.catch(fields.thing, undefined),
  thingId: z.catch(fields.thingId, undefined),
});
