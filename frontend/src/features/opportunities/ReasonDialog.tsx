import { Select, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeclineReason, OpportunityAction, ReturnReason } from '@/api/gen';
import { zDeclineReason, zReturnReason } from '@/api/gen/zod.gen';
import { FormDialog } from '@/ui/FormDialog';
import { isNotEligible, OverrideReason } from '@/ui/OverrideReason';
import type { CommandTarget, OpportunityCommand } from './commands';
import { useCommandForm } from './mutations';

const reasonNeeded = { REJECT: true, CANCEL: true, TAKE_BACK: true, HOLD: false, REOPEN: false } as const;
const codes = { DECLINE: zDeclineReason.options, RETURN: zReturnReason.options } as const;

export type ReasonedAction = keyof typeof reasonNeeded | keyof typeof codes;
export const isReasoned = (action: OpportunityAction): action is ReasonedAction =>
  action in reasonNeeded || action in codes;

type Reason = { code: DeclineReason | ReturnReason | null; reason: string; overrideReason: string };

const isCoded = (action: ReasonedAction): action is keyof typeof codes => action in codes;

const textNeeded = (action: ReasonedAction, { code }: Reason) =>
  isCoded(action) ? action === 'DECLINE' && code === 'OTHER' : reasonNeeded[action];

/** The command; null as long as the form is not complete. */
function commandOf(action: ReasonedAction, values: Reason): OpportunityCommand | null {
  const reason = values.reason.trim();
  if (textNeeded(action, values) && !reason) return null;
  if (action === 'DECLINE') {
    const reasonCode = codes.DECLINE.find((one) => one === values.code);
    return reasonCode ? { action, body: { reasonCode, reason } } : null;
  }
  if (action === 'RETURN') {
    const reasonCode = codes.RETURN.find((one) => one === values.code);
    return reasonCode ? { action, body: { reasonCode, reason } } : null;
  }
  if (action === 'REOPEN') return { action, body: { reason, overrideReason: values.overrideReason.trim() || null } };
  return { action, body: { reason } };
}

/** Asks for the reason of an action that needs one. */
export function ReasonDialog({
  action,
  opportunity,
  onClose,
}: {
  action: ReasonedAction;
  opportunity: CommandTarget;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const initial: Reason = { code: null, reason: '', overrideReason: '' };
  const edit = useCommandForm(opportunity, action, initial, {
    validate: {
      code: (code) => (isCoded(action) && !code ? t('form.required') : null),
      reason: (reason, values) => (textNeeded(action, values) && !reason.trim() ? t('form.required') : null),
    },
    toCommand: (values) => commandOf(action, values),
    onClose,
  });
  const options: (DeclineReason | ReturnReason)[] = isCoded(action) ? [...codes[action]] : [];
  return (
    <FormDialog
      edit={edit}
      title={t(`opportunity.action.${action}`)}
      action={t(`opportunity.action.${action}`)}
      onClose={onClose}
    >
      {isCoded(action) ? (
        <Select
          label={t('opportunity.reasonCode')}
          data={options.map((value) => ({ value, label: t(`reason.${value}`) }))}
          data-autofocus
          {...edit.form.getInputProps('code')}
        />
      ) : null}
      <Textarea
        label={t('opportunity.reason')}
        autosize
        minRows={3}
        maxLength={2000}
        {...edit.form.getInputProps('reason')}
      />
      {isNotEligible(edit.problem) ? (
        <OverrideReason
          reasons={(edit.problem?.errors ?? []).map((one) => one.detail)}
          {...edit.form.getInputProps('overrideReason')}
          error={null}
        />
      ) : null}
    </FormDialog>
  );
}
