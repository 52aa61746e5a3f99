import i18next from 'i18next';
import { reach, requestTo } from './connection';
import type { MeView } from './gen';

/** Why the session of this tab is over: it expired or was ended, or the user has signed out in another tab. */
export type Ending = 'expired' | 'signed-out';

type Message = { kind: 'in'; id: string } | { kind: 'out' };

const CHANNEL = 'sild-session';
const LOCK = 'sild-refresh';
const REFRESHED = 'sild-refreshed';

/** The user whose pages this tab shows. */
let user: MeView | undefined;
let ending: Ending | null = null;
let waiting: (() => void)[] = [];
const listeners = new Set<() => void>();

const tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(CHANNEL);
const tell = (message: Message) => tabs?.postMessage(message);

function change(next: Ending | null) {
  ending = next;
  if (!next) {
    for (const proceed of waiting) proceed();
    waiting = [];
  }
  for (const listener of listeners) listener();
}

/** Another user has signed in: nothing of the first one may stay on screen or in memory. */
const replaceUser = () => window.location.assign('/');

tabs?.addEventListener('message', ({ data }: MessageEvent<Message>) => {
  if (!user) return;
  if (data.kind === 'out') change('signed-out');
  else if (data.id !== user.id) replaceUser();
  else if (ending) change(null);
});

/** The session of this tab, and what the other tabs say about it. */
export const session = {
  get user() {
    return user;
  },
  ending: () => ending,
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  /** The pages of a signed-in user are shown. */
  show: (me: MeView) => {
    user = me;
  },
  /** A user has signed in here, or in place of an ended session. Requests that waited for it are sent. */
  begin: (me: MeView) => {
    tell({ kind: 'in', id: me.id });
    if (user && user.id !== me.id) return replaceUser();
    session.show(me);
    change(null);
  },
  /** The user has signed out here, which ends the session of the other tabs as well. */
  end: () => {
    session.forget();
    tell({ kind: 'out' });
  },
  /** The pages of the user are gone from this tab. */
  forget: () => {
    user = undefined;
    waiting = [];
    change(null);
  },
  /** Waits until the same user has signed in again. */
  signedIn: () => {
    change(ending ?? 'expired');
    return new Promise<void>((proceed) => waiting.push(proceed));
  },
};

let refreshing: Promise<Response | null> | null = null;

async function refreshUnlessDone(since: number): Promise<Response | null> {
  if (Number(localStorage.getItem(REFRESHED)) > since) return null;
  const headers = { 'Accept-Language': i18next.language };
  const answer = await reach(requestTo('/api/v1/sessions/refresh', { method: 'POST', headers }));
  if (!answer.ok) return answer;
  localStorage.setItem(REFRESHED, String(Date.now()));
  const me: MeView = await answer.json();
  if (user && me.id !== user.id) replaceUser();
  return null;
}

/**
 * Refreshes the session once for all requests and all tabs.
 *
 * @param since when the request was sent that found it expired
 * @return null if the session continues, else the answer of the server
 */
export function refreshSession(since: number): Promise<Response | null> {
  const alone = () => refreshUnlessDone(since);
  refreshing ??= (navigator.locks ? navigator.locks.request(LOCK, alone) : alone()).finally(() => {
    refreshing = null;
  });
  return refreshing;
}
