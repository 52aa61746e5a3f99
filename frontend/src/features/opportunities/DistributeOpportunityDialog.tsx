import type { OpportunityView } from '@/api/gen';
import { DistributeDialog } from '@/features/distribution/DistributeDialog';
import { useOpportunityCommand } from './mutations';

/** Distributes one opportunity. */
export function DistributeOpportunityDialog({
  opportunity,
  onClose,
}: {
  opportunity: OpportunityView;
  onClose: () => void;
}) {
  const command = useOpportunityCommand(onClose);
  return (
    <DistributeDialog
      opportunity={opportunity}
      problem={command.error}
      saving={command.isPending}
      onDistribute={(body) => command.mutate({ opportunity, command: { action: 'DISTRIBUTE', body } })}
      onClose={onClose}
    />
  );
}
