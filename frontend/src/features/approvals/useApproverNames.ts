import { useTranslation } from 'react-i18next';
import type { ApprovalStepView } from '@/api/gen';

/** The approvers as text, by name or by role, in their order. */
export function useApproverNames() {
  const { t } = useTranslation();
  const one = (step: ApprovalStepView) => step.person?.name ?? t(`approver.${step.approver}`);
  const all = (steps: ApprovalStepView[]) =>
    steps
      .map(one)
      .reduce((first, next) => t('registration.andThen', { first, next, interpolation: { escapeValue: false } }));
  return { one, all };
}
