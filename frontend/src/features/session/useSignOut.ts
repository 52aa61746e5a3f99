import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { signOutMutation } from '@/api/gen/@tanstack/react-query.gen';
import { session } from '@/api/session';
import { toastProblem } from '@/ui/toasts';

/** Signs out, also in the other tabs. */
export function useSignOut() {
  const go = useNavigate();
  const queries = useQueryClient();
  const signOut = useMutation({
    ...signOutMutation(),
    onSuccess: async () => {
      session.end();
      await go({ to: '/sign-in', ignoreBlocker: true });
      queries.clear();
    },
    onError: toastProblem,
  });
  return () => signOut.mutate({});
}
