import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { getMe } from '@/api/gen';

/** What is read again when something changed on an opportunity. */
const onOpportunities = new Set([
  'listOpportunities',
  'getDashboard',
  'listDistributions',
  'listMatches',
  'getPartner',
  'listPartners',
]);
const onOne = new Set([
  'getOpportunity',
  'getTimeline',
  'listOpportunityDistributions',
  'listCollaborators',
  'listPeople',
]);
const RETRY = 5_000;
/** Who has not touched anything for this long is not kept signed in by the page alone. */
const AWAY = 10 * 60_000;

/** Shows what others change, as it happens. A lost connection goes on where it stopped. */
export function useLive() {
  const queries = useQueryClient();
  useEffect(() => {
    if (typeof EventSource === 'undefined') return;
    let source: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let after: string | undefined;
    let touched = Date.now();
    const touch = () => {
      touched = Date.now();
    };
    const readAgain = (kind: string, opportunity: string | null) =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) => {
          const key = queryKey[0] as { _id?: string; path?: { id?: string } } | undefined;
          const id = key?._id ?? '';
          if (kind === 'RESET') return id !== 'getMe';
          if (kind === 'NOTIFICATION') return id === 'listNotifications' || onOpportunities.has(id);
          return onOpportunities.has(id) || (onOne.has(id) && key?.path?.id === opportunity);
        },
      });
    const listen = (event: MessageEvent<string>) => {
      after = event.lastEventId || after;
      const change = JSON.parse(event.data) as { kind: string; opportunityId: string | null };
      if (change.kind !== 'READY') void readAgain(change.kind, change.opportunityId);
    };
    const connect = () => {
      source = new EventSource(`/api/v1/events/stream${after ? `?after=${encodeURIComponent(after)}` : ''}`);
      source.addEventListener('ready', listen);
      source.addEventListener('change', listen);
      source.onerror = () => {
        // The browser begins anew by itself, unless it was refused: then the proof of who this is may have run out.
        if (source?.readyState !== EventSource.CLOSED) return;
        clearTimeout(again);
        again = setTimeout(renew, RETRY);
      };
    };
    const renew = async () => {
      if (Date.now() - touched > AWAY || document.visibilityState === 'hidden') {
        again = setTimeout(renew, RETRY);
        return;
      }
      // Any call renews the proof on the way.
      await getMe().catch(() => undefined);
      connect();
    };
    connect();
    for (const sign of ['pointerdown', 'keydown', 'focus']) window.addEventListener(sign, touch);
    return () => {
      clearTimeout(again);
      source?.close();
      for (const sign of ['pointerdown', 'keydown', 'focus']) window.removeEventListener(sign, touch);
    };
  }, [queries]);
}
