import { hashKey } from '@tanstack/react-query';
import type { Problem } from '@/api/gen';
import { isProblem } from '@/api/problem';
import type { Typed } from './money';

/** How a thing is edited: which fields it has, how it is read again, and how changes of it are sent against its version. */
export interface Edits<T, V> {
  values: (thing: T) => Partial<V>;
  read: (thing: T) => Promise<T>;
  send: (thing: T, changes: Partial<V>) => Promise<T>;
}

/** Somebody else has changed the same fields meanwhile; nothing has been sent. */
export class Clash<T> {
  readonly now: T;
  readonly fields: string[];
  readonly problem: Problem;

  constructor(now: T, fields: string[], problem: Problem) {
    this.now = now;
    this.fields = fields;
    this.problem = problem;
  }
}

export const same = (one: unknown, other: unknown) => hashKey([one]) === hashKey([other]);

/** The fields that are not as they were. */
export const changed = <V extends object>(values: V, before: Partial<V>): Partial<V> =>
  Object.fromEntries(
    Object.entries(values).filter(([field, value]) => !same(value, before[field as keyof V])),
  ) as Partial<V>;

const TRIES = 3;

/**
 * Sends changes against the version that they were made on. Where somebody was first, what they have changed is read: other fields stay
 * as they are now and the changes are sent over them; where it was one of these fields, both values have to be looked at.
 */
export async function sendChanges<T extends { version: number }, V extends object>(
  edits: Edits<T, V>,
  base: T,
  changes: Partial<V>,
  tries = TRIES,
): Promise<T | Clash<T>> {
  try {
    return await edits.send(base, changes);
  } catch (error) {
    const late = isProblem(error) && (error.status === 412 || error.code === 'conflict');
    if (!late || tries === 1) throw error;
    const now = await edits.read(base);
    if (now.version === base.version) throw error;
    const [before, after] = [edits.values(base), edits.values(now)];
    const theirs = changed(after, before);
    const fields = Object.keys(changes).filter(
      (field) => field in theirs && !same(theirs[field as keyof V], changes[field as keyof V]),
    );
    return fields.length ? new Clash(now, fields, error) : sendChanges(edits, now, changes, tries - 1);
  }
}

/** The same where there is nothing to decide on: a clash is told as the server tells it. */
export async function sendOver<T extends { version: number }, V extends object>(
  edits: Edits<T, V>,
  base: T,
  changes: Partial<V>,
): Promise<T> {
  const result = await sendChanges(edits, base, changes);
  if (result instanceof Clash) throw result.problem;
  return result;
}

type Sent<X> = number extends X ? number | null : string | null;

/** Of fields that may be empty, null where they are; and texts without blanks around them. */
export function emptyAsNull<V extends object, K extends keyof V>(
  values: V,
  ...fields: K[]
): Omit<V, K> & { [F in K]?: Sent<V[F]> } {
  const sent = { ...values } as Record<string, unknown>;
  for (const field of fields as string[]) {
    const value = sent[field] as Typed | undefined;
    if (typeof value === 'string') sent[field] = value.trim() || null;
  }
  return sent as Omit<V, K> & { [F in K]?: Sent<V[F]> };
}
