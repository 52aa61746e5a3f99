import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ifMatch } from '@/api/client';
import { editMe, getMe, type MeView, type PatchMeRequest, type Problem } from '@/api/gen';
import { getMeQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { saveOrThrow } from '@/ui/changes';

export const readMe = async () => (await getMe({ throwOnError: true })).data;

export const sendMe = async (me: MeView, body: PatchMeRequest) =>
  (await editMe({ headers: ifMatch(me), body, throwOnError: true })).data;

/** Changes the user's profile on top of its current state, which another tab may have changed. */
export function useEditMe(done?: () => void) {
  const queries = useQueryClient();
  return useMutation<MeView, Problem, { me: MeView; change: (me: MeView) => PatchMeRequest }>({
    mutationFn: ({ me, change }) =>
      saveOrThrow({ values: () => ({}), read: readMe, send: (of: MeView) => sendMe(of, change(of)) }, me, {}),
    onSuccess: (saved) => {
      queries.setQueryData(getMeQueryKey(), saved);
      done?.();
    },
  });
}
