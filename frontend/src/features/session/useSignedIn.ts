import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { MeView } from '@/api/gen';
import { getMeQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { chosenLanguage, setLanguage } from '@/i18n';

/** What happens once somebody is in: their language, and the page they were after. */
export function useSignedIn(next?: string) {
  const queries = useQueryClient();
  const router = useRouter();
  return async (me: MeView) => {
    queries.setQueryData(getMeQueryKey(), me);
    if (!chosenLanguage()) await setLanguage(me.language, false);
    // Only paths of our own: a link must not send people elsewhere after they signed in.
    const target = next?.startsWith('/') && !next.startsWith('//') ? next : '/';
    router.history.push(target);
  };
}
