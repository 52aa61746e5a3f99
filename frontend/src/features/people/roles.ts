import type { Role } from '@/api/gen';

/** A role of the vendor never becomes one of a partner. */
export const staffRoles: readonly Role[] = ['ADMIN', 'CHANNEL_MANAGER', 'SALES', 'ANALYST'];
export const partnerRoles: readonly Role[] = ['PARTNER_ADMIN', 'PARTNER_MANAGER', 'PARTNER_SELLER'];
