import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import {
  editOpportunity,
  getOpportunity,
  getTimeline,
  type OpportunityAction,
  type PatchOpportunityRequest,
  type Phase,
  type Problem,
} from '@/api/gen';
import { getOpportunityQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { zPhase } from '@/api/gen/zod.gen';
import { invalidateOpportunity } from '@/api/invalidation';
import { saveOrThrow } from '@/ui/changes';
import { toast, toastUndo } from '@/ui/toasts';
import type { DraftFormOptions } from '@/ui/useDraftForm';
import type { Author } from '@/ui/useEdit';
import { useSend } from '@/ui/useSend';
import { type CommandTarget, execute, type OpportunityCommand } from './commands';

/** Executes a command and reloads what it affects, also when it fails: after a conflict the page shows the other user's change. */
export function useOpportunityCommand() {
  const said = useSaid();
  const queries = useQueryClient();
  return useMutation<unknown, Problem, { opportunity: CommandTarget; command: OpportunityCommand }>({
    mutationFn: ({ opportunity, command }) => execute(opportunity, command),
    onSuccess: (_, { opportunity, command }) => said(opportunity, command),
    onSettled: () => invalidateOpportunity(queries),
  });
}

/**
 * The form of a command. Its input is kept until the command is done.
 *
 * @param toCommand the command for the values; null if they are not complete, which `validate` tells the user
 */
export function useCommandForm<V extends Record<string, unknown>>(
  opportunity: CommandTarget,
  action: OpportunityAction,
  initial: V,
  {
    validate,
    toCommand,
    onClose,
  }: {
    validate?: DraftFormOptions<V, unknown>['validate'];
    toCommand: (values: V) => OpportunityCommand | null;
    onClose: () => void;
  },
) {
  const said = useSaid();
  const queries = useQueryClient();
  return useSend(initial, {
    draft: `${action}:${opportunity.id}`,
    validate,
    send: async (values) => {
      const command = toCommand(values);
      if (command) await execute(opportunity, command);
      return command;
    },
    done: (command) => {
      if (command) said(opportunity, command);
      onClose();
    },
    settled: () => invalidateOpportunity(queries),
  });
}

/** Tells what a command has done. Holding and resuming can be undone. */
function useSaid() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const undo =
    ({ id }: CommandTarget, command: OpportunityCommand) =>
    () =>
      getOpportunity({ path: { id }, throwOnError: true })
        .then(({ data }) => execute(data, command))
        .finally(() => invalidateOpportunity(queries));
  return (opportunity: CommandTarget, command: OpportunityCommand) => {
    const asksVendor = command.action === 'EXTEND' && command.asksVendor;
    const text = t(asksVendor ? 'opportunity.extension.asked' : `opportunity.done.${command.action}`);
    if (command.action === 'HOLD') toastUndo(text, undo(opportunity, { action: 'RESUME' }));
    else if (command.action === 'RESUME') toastUndo(text, undo(opportunity, { action: 'HOLD', body: {} }));
    else toast(text);
  };
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
  const said = usePhaseSaid();
  return useMutation<unknown, Problem, { of: PhaseTarget; body: PhaseChange }>({
    mutationFn: ({ of, body }) =>
      saveOrThrow<PhaseTarget, PhaseChange>({ values: phaseOf, read, send: change }, of, body),
    onSuccess: (_, { of, body }) => said(of, body.pipeline.phase),
    onSettled: settled,
  });
}

/** Tells that a phase was changed, with a button that takes it back unless somebody has changed it since. */
export function usePhaseSaid() {
  const { t } = useTranslation();
  const { read, change, settled } = useOpportunityEdits();
  return ({ id, pipeline: { phase: from } }: PhaseTarget, to: Phase, topic?: string) => {
    const text = t('board.moved', { topic: topic ?? t('opportunity.phase'), phase: t(`phase.${to}`) });
    if (!from) return toast(text);
    const undo = async () => {
      const now = await read({ id });
      if (now.pipeline.phase !== to)
        throw { type: 'about:blank', title: t('undo.gone'), status: 409, code: 'gone', traceId: '' } satisfies Problem;
      // The server asks for a reason to go back.
      await change(now, { pipeline: { phase: from, phaseReason: isBack(to, from) ? t('undo.reason') : null } });
    };
    return toastUndo(text, () => undo().finally(settled));
  };
}

const phases = zPhase.options;
export const isBack = (from: Phase, to: Phase) => phases.indexOf(to) < phases.indexOf(from);
