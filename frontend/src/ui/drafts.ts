import { session } from '@/api/session';
import type { Changes } from './fields';

/** What a user has typed and not saved: the changed fields, and what they were before. */
export interface Draft<V> {
  at: string;
  mine: Changes<V>;
  before: Changes<V>;
}

const PREFIX = 'sild-draft:';
const LIFETIME = 30 * 24 * 3_600_000;

/** Drafts belong to a user: another one on the same browser has their own. */
const keyOf = (name: string) => (session.user ? `${PREFIX}${session.user.id}:${name}` : undefined);

function parse(text: string | null | undefined) {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

export function readDraft<V>(name: string): Draft<V> | undefined {
  const key = keyOf(name);
  const draft: Draft<V> | null = key ? parse(localStorage.getItem(key)) : null;
  return draft?.mine && draft.before ? draft : undefined;
}

export function writeDraft<V>(name: string, draft: Omit<Draft<V>, 'at'>) {
  const key = keyOf(name);
  if (!key) return;
  try {
    localStorage.setItem(key, JSON.stringify({ at: new Date().toISOString(), ...draft }));
  } catch {
    // The storage is full or forbidden: what was typed stays in the form only.
  }
}

export function dropDraft(name: string) {
  const key = keyOf(name);
  if (key) localStorage.removeItem(key);
}

/** Deletes drafts that nobody has continued for a month. */
export function dropOldDrafts(now = Date.now()) {
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(PREFIX)) continue;
    const written = Date.parse(parse(localStorage.getItem(key))?.at);
    if (!(written > now - LIFETIME)) localStorage.removeItem(key);
  }
}
