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
  const command = useOpportunityCommand();
  return (
    <DistributeDialog
      opportunity={opportunity}
      send={(body) => command.mutateAsync({ opportunity, command: { action: 'DISTRIBUTE', body } })}
      onClose={onClose}
    />
  );
}
