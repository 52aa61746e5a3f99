import type { Problem } from '@/api/gen';
import { fieldAt, isMoney } from './fields';

/** The field of a server's error: `/customer/name` is `customer.name`. */
export const pathOf = ({ pointer }: { pointer: string }) => pointer.slice(1).replaceAll('/', '.');

/**
 * The server's field errors for a form.
 *
 * @param values the form's values; the error of an amount of money is shown at its number
 */
export const fieldErrors = (problem: Problem, values: object = {}): Record<string, string> =>
  Object.fromEntries(
    (problem.errors ?? []).map((error) => {
      const path = pathOf(error);
      return [isMoney(fieldAt(values, path)) ? `${path}.amount` : path, error.detail];
    }),
  );
