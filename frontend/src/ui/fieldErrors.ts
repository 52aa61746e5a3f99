import type { Problem } from '@/api/gen';
import { fieldAt, isMoney } from './fields';

/**
 * The server's field errors for a form: `/customer/name` is the field `customer.name`.
 *
 * @param values the form's values; the error of an amount of money is shown at its number
 */
export const fieldErrors = (problem: Problem, values: object = {}): Record<string, string> =>
  Object.fromEntries(
    (problem.errors ?? []).map((error) => {
      const path = error.pointer.slice(1).replaceAll('/', '.');
      return [isMoney(fieldAt(values, path)) ? `${path}.amount` : path, error.detail];
    }),
  );
