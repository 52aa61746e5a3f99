import type { Problem } from '@/api/gen';

/** The server's field errors for a form: `/customer/name` is the field `customer.name`. */
export const fieldErrors = (problem: Problem): Record<string, string> =>
  Object.fromEntries(
    (problem.errors ?? []).map((error) => [error.pointer.slice(1).replaceAll('/', '.'), error.detail]),
  );
