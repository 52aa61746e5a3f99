import { useTranslation } from 'react-i18next';
import type { Problem } from '@/api/gen';
import { FormDialog } from '@/ui/FormDialog';
import { isNotEligible, OverrideReason } from '@/ui/OverrideReason';
import type { CommandTarget } from './commands';
import { useCommandForm } from './mutations';

/** Asks why a partner may work on what it has found, although rules exclude it. */
export function ApproveDialog({
  opportunity,
  refused,
  onClose,
}: {
  opportunity: CommandTarget;
  /** The answer to the approval without a reason. */
  refused: Problem;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const edit = useCommandForm(
    opportunity,
    'APPROVE',
    { overrideReason: '' },
    {
      validate: { overrideReason: (reason) => (reason.trim() ? null : t('form.required')) },
      toCommand: ({ overrideReason }) => ({ action: 'APPROVE', body: { overrideReason: overrideReason.trim() } }),
      onClose,
    },
  );
  const problem = isNotEligible(edit.problem) ? edit.problem : refused;
  return (
    <FormDialog
      edit={edit}
      title={t('opportunity.action.APPROVE')}
      action={t('opportunity.action.APPROVE')}
      onClose={onClose}
    >
      <OverrideReason
        reasons={(problem?.errors ?? []).map((one) => one.detail)}
        data-autofocus
        {...edit.form.getInputProps('overrideReason')}
      />
    </FormDialog>
  );
}
