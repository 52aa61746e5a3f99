import { hashKey } from '@tanstack/react-query';
import type { Problem } from '@/api/gen';
import { isProblem } from '@/api/problem';
import { type Changes, fieldsOf, pickFields } from './fields';

/** How a record is edited: its fields, in groups or not, how to reload it, and how to send changes for its version. */
export interface EditOperations<T, V> {
  values: (record: T) => Changes<V>;
  read: (record: T) => Promise<T>;
  send: (record: T, changes: Changes<V>) => Promise<T>;
}

/** Another user has changed the same fields; nothing was sent. */
export class ConflictingChange<T> {
  readonly now: T;
  /** The paths of the fields. */
  readonly fields: string[];
  readonly problem: Problem;

  constructor(now: T, fields: string[], problem: Problem) {
    this.now = now;
    this.fields = fields;
    this.problem = problem;
  }
}

export const same = (one: unknown, other: unknown) => hashKey([one]) === hashKey([other]);

/** The fields that differ, by their path. */
function differences(values: object, before: object): Map<string, unknown> {
  const old = fieldsOf(before);
  return new Map([...fieldsOf(values)].filter(([path, value]) => !same(value, old.get(path))));
}

/** The fields that differ, in their groups. */
export const changed = <V extends object>(values: V, before: Changes<V>): Changes<V> =>
  pickFields(values, differences(values, before).keys());

/** The paths of fields that both have changed, differently: the user from `before` to `mine`, others from `before` to `now`. */
export function conflictsOf(mine: object, before: object, now: object): string[] {
  const [was, is] = [fieldsOf(before), fieldsOf(now)];
  return [...fieldsOf(mine)]
    .filter(([path, value]) => is.has(path) && !same(is.get(path), was.get(path)) && !same(is.get(path), value))
    .map(([path]) => path);
}

const MAX_ATTEMPTS = 3;

/**
 * Sends changes for the version they were made on. If another user was faster, the record is reloaded: changes of other fields are
 * kept and ours are sent again; if the same field changed, the result is the conflict.
 */
export async function saveChanges<T extends { version: number }, V extends object>(
  edits: EditOperations<T, V>,
  base: T,
  changes: Changes<V>,
  attempts = MAX_ATTEMPTS,
): Promise<T | ConflictingChange<T>> {
  try {
    return await edits.send(base, changes);
  } catch (error) {
    const late = isProblem(error) && (error.status === 412 || error.code === 'conflict');
    if (!late || attempts === 1) throw error;
    const now = await edits.read(base);
    if (now.version === base.version) throw error;
    const fields = conflictsOf(changes, edits.values(base), edits.values(now));
    return fields.length ? new ConflictingChange(now, fields, error) : saveChanges(edits, now, changes, attempts - 1);
  }
}

/** The same for edits without a form: a conflict is thrown as the server's problem. */
export async function saveOrThrow<T extends { version: number }, V extends object>(
  edits: EditOperations<T, V>,
  base: T,
  changes: Changes<V>,
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
): Omit<V, K> & { [F in K]?: Sent<V[F]> };
export function emptyAsNull(values: Record<string, unknown>, ...fields: string[]): Record<string, unknown> {
  const sent = { ...values };
  for (const field of fields) {
    const value = sent[field];
    if (typeof value === 'string') sent[field] = value.trim() || null;
  }
  return sent;
}
