/** The value of one field: a text, a number, an amount of money, or a list. Other objects are groups of fields. */
type Leaf = string | number | boolean | null | undefined | readonly unknown[] | { amount: unknown };

/** The path of a field: `value.estimated`. */
export type FieldPath<V> = {
  [K in keyof V & string]-?: NonNullable<V[K]> extends Leaf ? K : `${K}.${FieldPath<NonNullable<V[K]>>}`;
}[keyof V & string];

export type FieldValue<V, P extends string> = P extends keyof V
  ? V[P]
  : P extends `${infer G}.${infer R}`
    ? G extends keyof V
      ? FieldValue<NonNullable<V[G]>, R>
      : never
    : never;

/** Some of the fields in their groups, as in a merge patch. */
export type Changes<V> = { [K in keyof V]?: V[K] extends Leaf ? V[K] : Changes<V[K]> };

export const isMoney = (value: unknown): value is { amount: unknown } =>
  typeof value === 'object' && value !== null && 'amount' in value;

const isGroup = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isMoney(value);

/** All fields by their path. */
export const fieldsOf = (values: object, group = ''): Map<string, unknown> =>
  new Map(
    Object.entries(values).flatMap(([name, value]: [string, unknown]) =>
      isGroup(value) ? [...fieldsOf(value, `${group}${name}.`)] : [[`${group}${name}`, value]],
    ),
  );

export const fieldAt = (values: object, path: string) => fieldsOf(values).get(path);

/** The fields with one of the paths, in their groups. */
export function pickFields<V extends object>(values: V, paths: Iterable<string>): Changes<V>;
export function pickFields(values: object, paths: Iterable<string>): Record<string, unknown> {
  const wanted = new Set(paths);
  const pick = (from: object, group: string): [string, unknown][] =>
    Object.entries(from).flatMap(([name, value]: [string, unknown]) => {
      const path = group + name;
      if (!isGroup(value)) return wanted.has(path) ? [[name, value]] : [];
      const inside = pick(value, `${path}.`);
      return inside.length ? [[name, Object.fromEntries(inside)]] : [];
    });
  return Object.fromEntries(pick(values, ''));
}

/** The values with some fields changed. */
export function withFields<V extends object>(values: V, changes: Changes<V>): V;
export function withFields(values: Record<string, unknown>, changes: object): Record<string, unknown> {
  const result = { ...values };
  for (const [name, change] of Object.entries(changes)) {
    const before = result[name];
    result[name] = isGroup(before) && isGroup(change) ? withFields(before, change) : change;
  }
  return result;
}
