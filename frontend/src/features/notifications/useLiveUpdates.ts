import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { getMe } from '@/api/gen';
import { invalidateAfterChange, invalidateAfterNotification, invalidateEverything } from '@/api/invalidation';

/** An event of the stream, and its position in it. */
interface Change {
  kind: string;
  opportunityId: string | null;
  at: string;
}

const RETRY = 5_000;
const IDLE_RETRY = 30_000;
/** After this long without input, the page alone does not keep the user signed in. */
const IDLE_AFTER = 10 * 60_000;

/** The name of the lock for the tab that listens, and of the channel to the others. */
const SHARED = 'sild-live';

/**
 * Reloads data that other users change. A lost connection resumes where it stopped. One tab listens for all, as a browser
 * opens at most six connections to a server.
 */
export function useLiveUpdates() {
  const queries = useQueryClient();
  useEffect(() => {
    if (typeof EventSource === 'undefined') return;
    let source: EventSource | undefined;
    let retryTimer: ReturnType<typeof setTimeout> | undefined;
    let after: string | undefined;
    let lastInput = Date.now();
    const others = new BroadcastChannel(SHARED);
    const over = new AbortController();
    let releaseLock: (() => void) | undefined;
    const touch = () => {
      lastInput = Date.now();
    };
    const refresh = ({ kind, opportunityId }: Change) => {
      if (kind === 'RESET') return invalidateEverything(queries);
      if (kind === 'NOTIFICATION') return invalidateAfterNotification(queries, opportunityId);
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
        // The browser reconnects by itself unless the request was rejected: then the session may have expired.
        if (source?.readyState !== EventSource.CLOSED) return;
        clearTimeout(retryTimer);
        retryTimer = document.visibilityState === 'hidden' ? setTimeout(pass, IDLE_RETRY) : setTimeout(renew, RETRY);
      };
    };
    const renew = async () => {
      if (Date.now() - lastInput > IDLE_AFTER) {
        retryTimer = setTimeout(renew, RETRY);
        return;
      }
      // Any call refreshes the session.
      await getMe().catch(() => undefined);
      connect();
    };
    /** The tab with the lock listens; when it closes, the next one continues where it stopped. */
    const queue = () => {
      if (!navigator.locks) return connect();
      navigator.locks
        .request(SHARED, { signal: over.signal }, () => {
          connect();
          return new Promise<void>((resolve) => {
            releaseLock = resolve;
          });
        })
        .catch(() => undefined);
    };
    /** This tab is hidden: another one may listen instead. */
    const pass = () => {
      releaseLock?.();
      queue();
    };
    queue();
    for (const sign of ['pointerdown', 'keydown', 'focus']) window.addEventListener(sign, touch);
    return () => {
      clearTimeout(retryTimer);
      source?.close();
      others.close();
      over.abort();
      releaseLock?.();
      for (const sign of ['pointerdown', 'keydown', 'focus']) window.removeEventListener(sign, touch);
    };
  }, [queries]);
}
