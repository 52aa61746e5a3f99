import { ifMatch } from '@/api/client';
import {
  type ApproveRegistrationData,
  approveRegistration,
  approveRegistrationChange,
  type DealRegistrationView,
  type DecideRegistrationExtensionData,
  decideRegistrationExtension,
  type PostponeRegistrationData,
  postponeRegistration,
  type RejectRegistrationChangeData,
  type RejectRegistrationData,
  type RequestRegistrationExtensionData,
  type RequestRegistrationInformationData,
  type ResubmitRegistrationData,
  type RevokeRegistrationData,
  rejectRegistration,
  rejectRegistrationChange,
  requestRegistrationExtension,
  requestRegistrationInformation,
  resubmitRegistration,
  revokeRegistration,
  withdrawRegistration,
  withdrawRegistrationChange,
} from '@/api/gen';

/** A command on a registration, with its request body. */
export type RegistrationCommand =
  | { action: 'APPROVE'; body: ApproveRegistrationData['body'] }
  | { action: 'REJECT'; body: RejectRegistrationData['body'] }
  | { action: 'REQUEST_INFORMATION'; body: RequestRegistrationInformationData['body'] }
  | { action: 'RESUBMIT'; body: ResubmitRegistrationData['body'] }
  | { action: 'WITHDRAW' }
  | { action: 'REVOKE'; body: RevokeRegistrationData['body'] }
  | { action: 'REQUEST_EXTENSION'; body: RequestRegistrationExtensionData['body'] }
  | { action: 'DECIDE_EXTENSION'; body: DecideRegistrationExtensionData['body'] }
  | { action: 'APPROVE_CHANGE' }
  | { action: 'REJECT_CHANGE'; body: RejectRegistrationChangeData['body'] }
  | { action: 'WITHDRAW_CHANGE' }
  | { action: 'POSTPONE'; body: PostponeRegistrationData['body'] };

export function execute(registration: DealRegistrationView, command: RegistrationCommand): Promise<unknown> {
  const request = { path: { id: registration.id }, headers: ifMatch(registration), throwOnError: true } as const;
  switch (command.action) {
    case 'APPROVE':
      return approveRegistration({ ...request, body: command.body });
    case 'REJECT':
      return rejectRegistration({ ...request, body: command.body });
    case 'REQUEST_INFORMATION':
      return requestRegistrationInformation({ ...request, body: command.body });
    case 'RESUBMIT':
      return resubmitRegistration({ ...request, body: command.body });
    case 'WITHDRAW':
      return withdrawRegistration(request);
    case 'REVOKE':
      return revokeRegistration({ ...request, body: command.body });
    case 'REQUEST_EXTENSION':
      return requestRegistrationExtension({ ...request, body: command.body });
    case 'DECIDE_EXTENSION':
      return decideRegistrationExtension({ ...request, body: command.body });
    case 'APPROVE_CHANGE':
      return approveRegistrationChange(request);
    case 'REJECT_CHANGE':
      return rejectRegistrationChange({ ...request, body: command.body });
    case 'WITHDRAW_CHANGE':
      return withdrawRegistrationChange(request);
    case 'POSTPONE':
      return postponeRegistration({ ...request, body: command.body });
  }
}
