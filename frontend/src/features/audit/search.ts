import { zListAuditEventsQuery } from '@/api/gen/zod.gen';
import { urlFilters } from '@/ui/urlFilters';

const { kind, actorId, thing, thingId } = zListAuditEventsQuery.shape;

/** The filters of the audit are in the URL. */
export const auditSearch = urlFilters({ kind, actorId, thing, thingId });
