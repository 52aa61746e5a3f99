import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type AddCollaboratorRequest, type Problem, putCollaborator, removeCollaborator } from '@/api/gen';
import { invalidateOpportunity } from '@/api/invalidation';
import { toast } from '@/ui/toasts';

/** Adds a partner to the collaboration, changes whether it leads, or removes it. */
export function useCollaboration(opportunity: { id: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return useMutation<
    unknown,
    Problem,
    { partnerId: string; put: AddCollaboratorRequest } | { partnerId: string; remove: true }
  >({
    mutationFn: (change) => {
      const path = { id: opportunity.id, partnerId: change.partnerId };
      return 'put' in change
        ? putCollaborator({ path, body: change.put, throwOnError: true })
        : removeCollaborator({ path, throwOnError: true });
    },
    onSuccess: () => toast(t('opportunity.saved')),
    onSettled: () => invalidateOpportunity(queries),
  });
}
