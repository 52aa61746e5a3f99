import { useSyncExternalStore } from 'react';

/** The forms on screen whose input is not saved, and whether each waits for the connection. */
const forms = new Map<string, { waits: boolean }>();
const listeners = new Set<() => void>();

function change(apply: () => void) {
  apply();
  for (const listener of listeners) listener();
}

/** Registers a form until the returned function is called. */
export function markUnsaved(form: string, waits: boolean) {
  change(() => forms.set(form, { waits }));
  return () => change(() => forms.delete(form));
}

export const hasUnsaved = () => forms.size > 0;

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
const countWaiting = () => [...forms.values()].filter(({ waits }) => waits).length;

/** The number of forms that are sent when the connection is back. */
export const useWaiting = () => useSyncExternalStore(subscribe, countWaiting);
