import { useDebouncedCallback } from '@mantine/hooks';
import { useRouter } from '@tanstack/react-router';

/**
 * Searches once typing pauses. Navigation that has started wins: a pending search must not bring the user
 * back to the list.
 */
export function useDebouncedSearch(search: (text: string) => void): (text: string) => void {
  const router = useRouter();
  return useDebouncedCallback((text: string) => {
    const { latestLocation, state } = router;
    if (latestLocation.pathname === (state.resolvedLocation ?? latestLocation).pathname) search(text.trim());
  }, 250);
}
