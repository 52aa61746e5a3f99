import { useDebouncedCallback } from '@mantine/hooks';
import { useRouter } from '@tanstack/react-router';

/**
 * Searches once typing pauses. While another page is on its way in this one still stands: who has left it already must not be brought
 * back by what was typed before.
 */
export function useDebouncedSearch(search: (text: string) => void): (text: string) => void {
  const router = useRouter();
  return useDebouncedCallback((text: string) => {
    const { latestLocation, state } = router;
    if (latestLocation.pathname === (state.resolvedLocation ?? latestLocation).pathname) search(text.trim());
  }, 250);
}
