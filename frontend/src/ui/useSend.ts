import { useState } from 'react';
import { type DraftFormOptions, useDraftForm } from './useDraftForm';

/** A form that sends a new record or a command, closed by `done`. */
export function useSend<V extends Record<string, unknown>, R>(
  initial: V,
  { done, ...it }: Omit<DraftFormOptions<V, R>, 'sent'> & { done: (result: R, values: V) => unknown },
) {
  // What the form starts with stays the same while other users change the record.
  const [base] = useState(initial);
  return useDraftForm(base, {
    ...it,
    sent: (result, values, finish) => {
      finish(true);
      return done(result, values);
    },
  });
}
