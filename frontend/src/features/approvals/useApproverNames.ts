import { useTranslation } from 'react-i18next';
import type { ApprovalStepView } from '@/api/gen';

/** Who decides, in words: somebody by name or by role, one after the other. */
export function useApproverNames() {
  const { t } = useTranslation();
  const one = (step: ApprovalStepView) => step.person?.name ?? t(`approver.${step.approver}`);
  const all = (steps: ApprovalStepView[]) =>
    steps
      .map(one)
      .reduce((first, next) => t('registration.andThen', { first, next, interpolation: { escapeValue: false } }));
  return { one, all };
}
