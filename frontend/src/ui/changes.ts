import { hashKey } from '@tanstack/react-query';
import type { Problem } from '@/api/gen';
import { isProblem } from '@/api/problem';
import type { NumberFieldValue } from './money';

/** How a record is edited: its fields, how to reload it, and how to send changes for its version. */
export interface EditOperations<T, V> {
  values: (record: T) => Partial<V>;
  read: (record: T) => Promise<T>;
  send: (record: T, changes: Partial<V>) => Promise<T>;
}

/** Another user has changed the same fields; nothing was sent. */
export class ConflictingChange<T> {
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

/** The fields that differ. */
export const changed = <V extends object>(values: V, before: Partial<V>): Partial<V> =>
  Object.fromEntries(
    Object.entries(values).filter(([field, value]) => !same(value, before[field as keyof V])),
  ) as Partial<V>;

const MAX_ATTEMPTS = 3;

/**
 * Sends changes for the version they were made on. If another user was faster, the record is reloaded: changes of other fields are
 * kept and ours are sent again; if the same field changed, the result is the conflict.
 */
export async function saveChanges<T extends { version: number }, V extends object>(
  edits: EditOperations<T, V>,
  base: T,
  changes: Partial<V>,
  attempts = MAX_ATTEMPTS,
): Promise<T | ConflictingChange<T>> {
  try {
    return await edits.send(base, changes);
  } catch (error) {
    const late = isProblem(error) && (error.status === 412 || error.code === 'conflict');
    if (!late || attempts === 1) throw error;
    const now = await edits.read(base);
    if (now.version === base.version) throw error;
    const [before, after] = [edits.values(base), edits.values(now)];
    const theirs = changed(after, before);
    const fields = Object.keys(changes).filter(
      (field) => field in theirs && !same(theirs[field as keyof V], changes[field as keyof V]),
    );
    return fields.length ? new ConflictingChange(now, fields, error) : saveChanges(edits, now, changes, attempts - 1);
  }
}

/** The same for edits without a form: a conflict is thrown as the server's problem. */
export async function saveOrThrow<T extends { version: number }, V extends object>(
  edits: EditOperations<T, V>,
  base: T,
  changes: Partial<V>,
): Promise<T> {
  const result = await saveChanges(edits, base, changes);
  if (result instanceof ConflictingChange) throw result.problem;
  return result;
}

type Sent<X> = number extends X ? number | null : string | null;

/** Trims texts and sends empty fields as null. */
export function emptyAsNull<V extends object, K extends keyof V>(
  values: V,
  ...fields: K[]
): Omit<V, K> & { [F in K]?: Sent<V[F]> } {
  const sent = { ...values } as Record<string, unknown>;
  for (const field of fields as string[]) {
    const value = sent[field] as NumberFieldValue | undefined;
    if (typeof value === 'string') sent[field] = value.trim() || null;
  }
  return sent as Omit<V, K> & { [F in K]?: Sent<V[F]> };
}
