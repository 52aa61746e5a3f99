import { ifMatch } from '@/api/client';
import {
  type ApproveOpportunityRequest,
  acceptDistribution,
  approveOpportunity,
  type CancelOpportunityRequest,
  type CloseOpportunityRequest,
  cancelOpportunity,
  claimOpportunity,
  closeOpportunity,
  type DecideExtensionRequest,
  type DeclineOfferRequest,
  type DistributeOpportunityRequest,
  decideExtension,
  declineDistribution,
  distributeOpportunity,
  type ExtendOpportunityRequest,
  extendOpportunity,
  type HoldOpportunityRequest,
  holdOpportunity,
  type OpportunityAction,
  type OpportunitySummary,
  openOpportunityToPool,
  type RejectOpportunityRequest,
  type ReopenOpportunityRequest,
  type ReturnOpportunityRequest,
  recallOpportunity,
  rejectOpportunity,
  reopenOpportunity,
  resumeOpportunity,
  returnOpportunity,
  type TakeBackOpportunityRequest,
  takeBackOpportunity,
} from '@/api/gen';

/** The opportunity a command is for, from a list or from its page. */
export type CommandTarget = Pick<OpportunitySummary, 'id' | 'version' | 'distribution'>;

const simpleActions = ['ACCEPT', 'APPROVE', 'CLAIM', 'OPEN_TO_POOL', 'RECALL', 'RESUME'] as const;

/** Actions that need nothing but the opportunity. */
export type SimpleAction = (typeof simpleActions)[number];

export const isSimple = (action: OpportunityAction): action is SimpleAction =>
  simpleActions.some((simple) => simple === action);

/** A command on an opportunity, with its request body. */
export type OpportunityCommand =
  | { action: Exclude<SimpleAction, 'APPROVE'> }
  | { action: 'APPROVE'; body?: ApproveOpportunityRequest }
  | { action: 'CANCEL'; body: CancelOpportunityRequest }
  | { action: 'CLOSE'; body: CloseOpportunityRequest }
  | { action: 'DECIDE_EXTENSION'; body: DecideExtensionRequest }
  | { action: 'DECLINE'; body: DeclineOfferRequest }
  | { action: 'DISTRIBUTE'; body: DistributeOpportunityRequest }
  | { action: 'EXTEND'; body: ExtendOpportunityRequest; asksVendor: boolean }
  | { action: 'HOLD'; body: HoldOpportunityRequest }
  | { action: 'REJECT'; body: RejectOpportunityRequest }
  | { action: 'REOPEN'; body: ReopenOpportunityRequest }
  | { action: 'RETURN'; body: ReturnOpportunityRequest }
  | { action: 'TAKE_BACK'; body: TakeBackOpportunityRequest };

export function execute(opportunity: CommandTarget, command: OpportunityCommand): Promise<unknown> {
  const path = { id: opportunity.id };
  const offer = { path: { id: opportunity.distribution.distributionId ?? '' }, throwOnError: true } as const;
  const request = { path, headers: ifMatch(opportunity), throwOnError: true } as const;
  switch (command.action) {
    case 'ACCEPT':
      return acceptDistribution(offer);
    case 'APPROVE':
      return approveOpportunity({ ...request, body: command.body });
    case 'CANCEL':
      return cancelOpportunity({ ...request, body: command.body });
    case 'CLAIM':
      return claimOpportunity({ path, throwOnError: true });
    case 'CLOSE':
      return closeOpportunity({ ...request, body: command.body });
    case 'DECIDE_EXTENSION':
      return decideExtension({ ...request, body: command.body });
    case 'DECLINE':
      return declineDistribution({ ...offer, body: command.body });
    case 'DISTRIBUTE':
      return distributeOpportunity({ ...request, body: command.body });
    case 'EXTEND':
      return extendOpportunity({ ...request, body: command.body });
    case 'HOLD':
      return holdOpportunity({ ...request, body: command.body });
    case 'OPEN_TO_POOL':
      return openOpportunityToPool(request);
    case 'RECALL':
      return recallOpportunity(request);
    case 'REJECT':
      return rejectOpportunity({ ...request, body: command.body });
    case 'REOPEN':
      return reopenOpportunity({ ...request, body: command.body });
    case 'RESUME':
      return resumeOpportunity(request);
    case 'RETURN':
      return returnOpportunity({ ...request, body: command.body });
    case 'TAKE_BACK':
      return takeBackOpportunity({ ...request, body: command.body });
  }
}
