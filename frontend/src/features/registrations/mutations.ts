import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import {
  approveRegistration,
  type DealRegistrationView,
  decideRegistrationExtension,
  type Problem,
  postponeRegistration,
  type RefusalReason,
  type RegistrationAction,
  type RequestedField,
  rejectRegistration,
  requestRegistrationExtension,
  requestRegistrationInformation,
  resubmitRegistration,
  revokeRegistration,
  withdrawRegistration,
} from '@/api/gen';
import { invalidateRegistration } from '@/api/invalidation';
import { toast } from '@/ui/toasts';

/** The input of a registration's commands; each uses what it needs. */
export interface Answers {
  text: string;
  code: RefusalReason | null;
  fields: RequestedField[];
  until: string | null;
  granted: boolean;
}

export function useRegistrationCommand(registration: DealRegistrationView, done?: () => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return useMutation<unknown, Problem, { action: RegistrationAction; answers: Answers }>({
    mutationFn: ({ action, answers: { text, code, fields, until, granted } }) => {
      const always = { path: { id: registration.id }, headers: ifMatch(registration), throwOnError: true } as const;
      const reason = text.trim();
      switch (action) {
        case 'APPROVE':
          return approveRegistration({ ...always, body: { exclusiveUntil: until } });
        case 'REJECT':
          return rejectRegistration({ ...always, body: { reasonCode: code ?? 'OTHER', reason } });
        case 'REQUEST_INFORMATION':
          return requestRegistrationInformation({ ...always, body: { fields, reason } });
        case 'RESUBMIT':
          return resubmitRegistration({ ...always, body: { comment: reason } });
        case 'WITHDRAW':
          return withdrawRegistration(always);
        case 'REVOKE':
          return revokeRegistration({ ...always, body: { reason } });
        case 'REQUEST_EXTENSION':
          return requestRegistrationExtension({ ...always, body: { exclusiveUntil: until ?? '', reason } });
        case 'DECIDE_EXTENSION':
          return decideRegistrationExtension({
            ...always,
            body: { granted, exclusiveUntil: granted ? until : null, reason: reason || null },
          });
        case 'POSTPONE':
          return postponeRegistration({ ...always, body: { exclusiveUntil: until ?? '' } });
      }
    },
    onSuccess: () => {
      toast(t('registration.done'));
      done?.();
    },
    onSettled: () => invalidateRegistration(queries),
  });
}
