import type * as z from 'zod/mini';

type Field = z.ZodMiniType;
/** What the address of a list says: the known filters, and what it has beside them. */
export type UrlFilters<S extends Record<string, Field>> = z.infer<z.ZodMiniObject<S>> & { unknown?: string[] };

const plain = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);
const shown = (value: unknown) => (plain(value) ? String(value) : JSON.stringify(value));

/** The value, in the forms in which a person or another system may write it; and which of its parts are unknown. */
function read(field: Field, value: unknown): { value?: unknown; unknown: unknown[] } {
  // The router reads `q=2026` as a number, and `status=WON` is a list of one.
  const forms = plain(value) ? [value, String(value), [value], [String(value)]] : [value];
  for (const form of forms) {
    const parsed = field.safeParse(form);
    if (parsed.success) return { value: parsed.data, unknown: [] };
  }
  if (!Array.isArray(value)) return { unknown: [value] };
  const known = value.filter((one) => field.safeParse([one]).success);
  return { value: known.length ? known : undefined, unknown: value.filter((one) => !known.includes(one)) };
}

/**
 * Reads the filters of a list from its address. Nothing is dropped silently: unknown filters and values are named in
 * `unknown`, which the page shows.
 */
export function urlFilters<S extends Record<string, Field>>(fields: S) {
  return (search: Record<string, unknown>): UrlFilters<S> => {
    const known: Record<string, unknown> = {};
    const unknown = Array.isArray(search.unknown) ? search.unknown.filter(plain).map(String) : [];
    for (const [name, value] of Object.entries(search)) {
      if (name === 'unknown') continue;
      // The router keeps what is not overwritten.
      known[name] = undefined;
      if (value === undefined || value === null || value === '') continue;
      const field = fields[name];
      const parsed = field ? read(field, value) : { unknown: [value] };
      known[name] = parsed.value;
      unknown.push(...parsed.unknown.map((one) => `${name}=${shown(one)}`));
    }
    // Each part was parsed by its field.
    return { ...known, unknown: unknown.length ? [...new Set(unknown)].slice(0, 10) : undefined } as UrlFilters<S>;
  };
}

/** The filters that the server knows. */
export function knownFilters<F extends { unknown?: string[] }>({ unknown: _, ...known }: F) {
  return known;
}
