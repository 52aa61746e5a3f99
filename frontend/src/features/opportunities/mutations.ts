import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import {
  type AddCollaborator,
  acceptDistribution,
  approveOpportunity,
  assignOpportunity,
  type CloseOpportunity,
  cancelOpportunity,
  claimOpportunity,
  closeOpportunity,
  type DecideExtension,
  type DeclineReason,
  type DistributeOpportunity,
  decideExtension,
  declineDistribution,
  distributeOpportunity,
  type ExtendOpportunity,
  editOpportunity,
  extendOpportunity,
  getOpportunity,
  getTimeline,
  holdOpportunity,
  type OpportunityAction,
  type OpportunityView,
  openOpportunityToPool,
  type PatchOpportunity,
  type Problem,
  putCollaborator,
  type ReturnReason,
  recallOpportunity,
  rejectOpportunity,
  removeCollaborator,
  reopenOpportunity,
  resumeOpportunity,
  returnOpportunity,
  takeBackOpportunity,
} from '@/api/gen';
import { getOpportunityQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { invalidateOpportunity } from '@/api/invalidation';
import { sendOver } from '@/ui/changes';
import { toast } from '@/ui/toasts';
import type { Author } from '@/ui/useEdit';

/** What a move is made on: an opportunity of a list or of its page. */
export type Movable = Pick<OpportunityView, 'id' | 'version' | 'distributionId' | 'topic'>;

/** One move and what it needs to be told. */
export type Move =
  | { action: Exclude<OpportunityAction, 'EDIT' | 'CHANGE_PHASE' | 'COLLABORATE' | 'REGISTER'>; reason?: string }
  | { action: 'DECLINE'; reasonCode: DeclineReason; reason?: string }
  | { action: 'RETURN'; reasonCode: ReturnReason; reason?: string }
  | { action: 'CLOSE'; close: CloseOpportunity }
  | { action: 'EXTEND'; extend: ExtendOpportunity; asks: boolean }
  | { action: 'DECIDE_EXTENSION'; decide: DecideExtension }
  | { action: 'ASSIGN'; userId: string }
  | { action: 'DISTRIBUTE'; distribute: DistributeOpportunity };

function call(opportunity: Movable, move: Move): Promise<unknown> {
  const path = { id: opportunity.id };
  const offer = { id: opportunity.distributionId ?? '' };
  const headers = ifMatch(opportunity);
  const reason = 'reason' in move ? (move.reason ?? '') : '';
  const always = { path, headers, throwOnError: true } as const;
  switch (move.action) {
    case 'ACCEPT':
      return acceptDistribution({ path: offer, throwOnError: true });
    case 'DECLINE':
      return declineDistribution({
        path: offer,
        body: 'reasonCode' in move ? { reasonCode: move.reasonCode as DeclineReason, reason } : { reasonCode: 'OTHER' },
        throwOnError: true,
      });
    case 'APPROVE':
      return approveOpportunity(always);
    case 'REJECT':
      return rejectOpportunity({ ...always, body: { reason } });
    case 'RECALL':
      return recallOpportunity(always);
    case 'HOLD':
      return holdOpportunity({ ...always, body: { reason } });
    case 'RESUME':
      return resumeOpportunity(always);
    case 'RETURN':
      return returnOpportunity({
        ...always,
        body: 'reasonCode' in move ? { reasonCode: move.reasonCode as ReturnReason, reason } : { reasonCode: 'OTHER' },
      });
    case 'CANCEL':
      return cancelOpportunity({ ...always, body: { reason } });
    case 'TAKE_BACK':
      return takeBackOpportunity({ ...always, body: { reason } });
    case 'REOPEN':
      return reopenOpportunity({ ...always, body: { reason } });
    case 'CLOSE':
      return closeOpportunity({ ...always, body: (move as { close: CloseOpportunity }).close });
    case 'EXTEND':
      return extendOpportunity({ ...always, body: (move as { extend: ExtendOpportunity }).extend });
    case 'DECIDE_EXTENSION':
      return decideExtension({ ...always, body: (move as { decide: DecideExtension }).decide });
    case 'ASSIGN':
      return assignOpportunity({ ...always, body: { userId: (move as { userId: string }).userId } });
    case 'OPEN_TO_POOL':
      return openOpportunityToPool(always);
    case 'CLAIM':
      return claimOpportunity({ path, throwOnError: true });
    case 'DISTRIBUTE':
      return distributeOpportunity({ ...always, body: (move as { distribute: DistributeOpportunity }).distribute });
  }
}

/** Makes a move. Whatever comes of it, what is on screen is read again: a lost race shows what the other one did. */
export function useMove(done?: () => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return useMutation<unknown, Problem, { opportunity: Movable; move: Move }>({
    mutationFn: ({ opportunity, move }) => call(opportunity, move),
    onSuccess: (_, { move }) => {
      toast(t('asks' in move && move.asks ? 'opportunity.extension.asked' : `opportunity.done.${move.action}`));
      done?.();
    },
    onSettled: () => invalidateOpportunity(queries),
  });
}

/** Lets a partner work on it too, lead, or no longer. */
export function useCollaboration(opportunity: Movable, done?: () => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return useMutation<
    unknown,
    Problem,
    { partnerId: string; put: AddCollaborator } | { partnerId: string; remove: true }
  >({
    mutationFn: (change) => {
      const path = { id: opportunity.id, partnerId: change.partnerId };
      return 'put' in change
        ? putCollaborator({ path, body: change.put, throwOnError: true })
        : removeCollaborator({ path, throwOnError: true });
    },
    onSuccess: () => {
      toast(t('opportunity.saved'));
      done?.();
    },
    onSettled: () => invalidateOpportunity(queries),
  });
}

/** How an opportunity is read again and changed where somebody edits it. */
export function useOpportunityEdits() {
  const queries = useQueryClient();
  return {
    read: async ({ id }: { id: string }) => (await getOpportunity({ path: { id }, throwOnError: true })).data,
    change: async (of: { id: string; version: number }, body: PatchOpportunity) => {
      const { data } = await editOpportunity({ path: { id: of.id }, headers: ifMatch(of), body, throwOnError: true });
      queries.setQueryData(getOpportunityQueryKey({ path: { id: of.id } }), data);
      return data;
    },
    authors: ({ id }: { id: string }, fields: string[]) => authorsOf(id, fields),
    settled: () => invalidateOpportunity(queries),
  };
}

/** Who has changed these fields last. */
async function authorsOf(id: string, fields: string[]): Promise<Record<string, Author | undefined>> {
  const { items } = (await getTimeline({ path: { id }, query: { limit: 50 }, throwOnError: true })).data;
  const last = (field: string) =>
    items.find(
      ({ event, details }) =>
        (event === 'EDITED' && details?.changes?.some((one) => one.field === field)) ||
        (event === 'ASSIGNED' && field === 'userId'),
    );
  return Object.fromEntries(
    fields.map((field) => {
      const entry = last(field);
      return [field, entry?.actor ? { name: entry.actor.name, at: entry.at } : undefined];
    }),
  );
}

/** Changes the phase. Who has changed something else meanwhile is not in the way; who has changed the phase, is. */
export function usePhase() {
  const { read, change, settled } = useOpportunityEdits();
  return useMutation<
    unknown,
    Problem,
    { of: Pick<OpportunityView, 'id' | 'version' | 'phase'>; body: PatchOpportunity }
  >({
    mutationFn: ({ of, body }) =>
      sendOver<typeof of, PatchOpportunity>({ values: ({ phase }) => ({ phase }), read, send: change }, of, body),
    onSettled: settled,
  });
}
