import type { DealRegistrationView } from '@/api/gen';

/** Whether the registration, or a change of what was approved, waits for a decision. */
export const isAwaitingDecision = (registration: Pick<DealRegistrationView, 'status' | 'change'>) =>
  registration.status === 'SUBMITTED' || !!registration.change;
