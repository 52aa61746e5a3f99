import { skipToken, useQuery } from '@tanstack/react-query';
import type { Role, UserView } from '@/api/gen';
import { getOwnedByUserOptions } from '@/api/gen/@tanstack/react-query.gen';

/**
 * What a user has to hand over. Another role in the company of a partner takes nothing away.
 *
 * @param role the next role; without one, the user is deactivated
 */
export function useOwned(user: UserView, role?: Role) {
  const options = getOwnedByUserOptions({ path: { id: user.id }, query: { role } });
  const asked = role !== user.role && (!user.partnerId || !role);
  const found = useQuery({ ...options, queryFn: asked ? options.queryFn : skipToken, gcTime: 0 });
  const owned = asked ? found.data : undefined;
  const count = owned ? owned.openOpportunities + owned.partners + owned.approvals + owned.assignedOpportunities : 0;
  return {
    owned,
    count,
    /** The work of a partner's user stays with the company if there is nobody else. */
    required: count > 0 && (!user.partnerId || !!owned?.successors.length),
    loading: asked && found.isPending,
    error: asked ? found.error : null,
    retry: () => void found.refetch(),
  };
}
