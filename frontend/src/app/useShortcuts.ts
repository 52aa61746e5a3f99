import { useEffect, useRef } from 'react';

/** Single keys and two in a row; never while the user types or a dialog is open. */
export function useShortcuts(actions: Record<string, () => void>) {
  const pending = useRef('');
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element && event.target.matches('input, textarea, select, [contenteditable="true"]');
      if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('[role="dialog"]')) return;
      const both = `${pending.current} ${event.key}`.trim();
      pending.current = event.key === 'g' ? 'g' : '';
      const action = latest.current[both] ?? latest.current[event.key];
      if (action) {
        event.preventDefault();
        action();
      }
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
