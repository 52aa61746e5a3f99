import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { getMe } from '@/api/gen';
import { invalidateAfterChange, invalidateAfterNotification, invalidateEverything } from '@/api/invalidation';

/** What an event of the stream says, and where in it that is. */
interface Change {
  kind: string;
  opportunityId: string | null;
  at: string;
}

const RETRY = 5_000;
const IDLE_RETRY = 30_000;
/** Who has not touched anything for this long is not kept signed in by the page alone. */
const AWAY = 10 * 60_000;

/** The name under which the tabs of a browser agree which of them listens, and by which it tells the others. */
const SHARED = 'sild-live';

/**
 * Shows what others change, as it happens. A lost connection goes on where it stopped. One tab listens for all: a browser has
 * six connections to a server and no more.
 */
export function useLiveUpdates() {
  const queries = useQueryClient();
  useEffect(() => {
    if (typeof EventSource === 'undefined') return;
    let source: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let after: string | undefined;
    let touched = Date.now();
    const others = new BroadcastChannel(SHARED);
    const over = new AbortController();
    let letGo: (() => void) | undefined;
    const touch = () => {
      touched = Date.now();
    };
    const refresh = ({ kind, opportunityId }: Change) => {
      if (kind === 'RESET') return invalidateEverything(queries);
      if (kind === 'NOTIFICATION') return invalidateAfterNotification(queries);
      return invalidateAfterChange(queries, opportunityId);
    };
    const show = (change: Change) => {
      after = change.at || after;
      if (change.kind !== 'READY') void refresh(change);
    };
    others.onmessage = (event: MessageEvent<Change>) => show(event.data);
    const listen = (event: MessageEvent<string>) => {
      const change: Change = { ...JSON.parse(event.data), at: event.lastEventId };
      others.postMessage(change);
      show(change);
    };
    const connect = () => {
      source = new EventSource(`/api/v1/events/stream${after ? `?after=${encodeURIComponent(after)}` : ''}`);
      source.addEventListener('ready', listen);
      source.addEventListener('change', listen);
      source.onerror = () => {
        // The browser begins anew by itself, unless it was refused: then the proof of who this is may have run out.
        if (source?.readyState !== EventSource.CLOSED) return;
        clearTimeout(again);
        again = document.visibilityState === 'hidden' ? setTimeout(pass, IDLE_RETRY) : setTimeout(renew, RETRY);
      };
    };
    const renew = async () => {
      if (Date.now() - touched > AWAY) {
        again = setTimeout(renew, RETRY);
        return;
      }
      // Any call renews the proof on the way.
      await getMe().catch(() => undefined);
      connect();
    };
    /** The tab that has the lock listens; when it goes, the next one goes on where it stopped. */
    const queue = () => {
      if (!navigator.locks) return connect();
      navigator.locks
        .request(SHARED, { signal: over.signal }, () => {
          connect();
          return new Promise<void>((resolve) => {
            letGo = resolve;
          });
        })
        .catch(() => undefined);
    };
    /** Nobody looks at this tab: another one may listen in its place. */
    const pass = () => {
      letGo?.();
      queue();
    };
    queue();
    for (const sign of ['pointerdown', 'keydown', 'focus']) window.addEventListener(sign, touch);
    return () => {
      clearTimeout(again);
      source?.close();
      others.close();
      over.abort();
      letGo?.();
      for (const sign of ['pointerdown', 'keydown', 'focus']) window.removeEventListener(sign, touch);
    };
  }, [queries]);
}
