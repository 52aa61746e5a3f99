import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import {
  editOpportunity,
  getOpportunity,
  getTimeline,
  type PatchOpportunityRequest,
  type Phase,
  type Problem,
} from '@/api/gen';
import { getOpportunityQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { invalidateOpportunity } from '@/api/invalidation';
import { saveOrThrow } from '@/ui/changes';
import { toast } from '@/ui/toasts';
import type { Author } from '@/ui/useEdit';
import { type CommandTarget, execute, type OpportunityCommand } from './commands';

/** Executes a command and reloads what it affects, also when it fails: after a conflict the page shows the other user's change. */
export function useOpportunityCommand(done?: () => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return useMutation<unknown, Problem, { opportunity: CommandTarget; command: OpportunityCommand }>({
    mutationFn: ({ opportunity, command }) => execute(opportunity, command),
    onSuccess: (_, { command }) => {
      const asksVendor = command.action === 'EXTEND' && command.asksVendor;
      toast(t(asksVendor ? 'opportunity.extension.asked' : `opportunity.done.${command.action}`));
      done?.();
    },
    onSettled: () => invalidateOpportunity(queries),
  });
}

/** How an editor reloads and changes an opportunity. */
export function useOpportunityEdits() {
  const queries = useQueryClient();
  return {
    read: async ({ id }: { id: string }) => (await getOpportunity({ path: { id }, throwOnError: true })).data,
    change: async (of: { id: string; version: number }, body: PatchOpportunityRequest) => {
      const { data } = await editOpportunity({ path: { id: of.id }, headers: ifMatch(of), body, throwOnError: true });
      queries.setQueryData(getOpportunityQueryKey({ path: { id: of.id } }), data);
      return data;
    },
    authors: ({ id }: { id: string }, fields: string[]) => authorsOf(id, fields),
    settled: () => invalidateOpportunity(queries),
  };
}

/** The last author of each field, by its path. */
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

/** An opportunity whose phase is changed, from a list or from its page. */
export interface PhaseTarget {
  id: string;
  version: number;
  pipeline: { phase?: Phase | null };
}

export interface PhaseChange {
  pipeline: { phase: Phase; phaseReason?: string };
}

/** The phase alone: another user's change conflicts only if it changed the phase too. */
export const phaseOf = ({ pipeline: { phase } }: PhaseTarget) => ({ pipeline: { phase: phase ?? undefined } });

/** Changes the phase. */
export function usePhase() {
  const { read, change, settled } = useOpportunityEdits();
  return useMutation<unknown, Problem, { of: PhaseTarget; body: PhaseChange }>({
    mutationFn: ({ of, body }) =>
      saveOrThrow<PhaseTarget, PhaseChange>({ values: phaseOf, read, send: change }, of, body),
    onSettled: settled,
  });
}
