import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { MeView } from '@/api/gen';
import { getMeQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { session } from '@/api/session';
import { chosenLanguage, setLanguage } from '@/i18n';

/** After sign-in: sets the user's language and opens the page they wanted. */
export function useSignedIn(next?: string) {
  const queries = useQueryClient();
  const router = useRouter();
  return async (me: MeView) => {
    queries.setQueryData(getMeQueryKey(), me);
    session.begin(me);
    if (!chosenLanguage()) await setLanguage(me.language, false);
    // Only paths of this app: a link must not redirect to another site after sign-in.
    const target = next?.startsWith('/') && !next.startsWith('//') ? next : '/';
    router.history.push(target);
  };
}
