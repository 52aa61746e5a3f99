import { skipToken, useQuery } from '@tanstack/react-query';
import type { Role, UserView } from '@/api/gen';
import { getOwnedByUserOptions } from '@/api/gen/@tanstack/react-query.gen';

/**
 * What a user of the vendor has to hand over. Users of partners own nothing of this kind.
 *
 * @param role the next role; without one, the user is deactivated
 */
export function useOwned(user: UserView, role?: Role) {
  const options = getOwnedByUserOptions({ path: { id: user.id }, query: { role } });
  const asked = !user.partnerId && role !== user.role;
  const found = useQuery({ ...options, queryFn: asked ? options.queryFn : skipToken, gcTime: 0 });
  const owned = asked ? found.data : undefined;
  const count = owned ? owned.openOpportunities + owned.partners + owned.approvals : 0;
  return {
    owned,
    count,
    loading: asked && found.isPending,
    error: asked ? found.error : null,
    retry: () => void found.refetch(),
  };
}
