import { Button, Modal, Select, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeclineReason, OpportunityAction, ReturnReason } from '@/api/gen';
import { zDeclineReason, zReturnReason } from '@/api/gen/zod.gen';
import { DialogButtons } from '@/ui/DialogButtons';
import { ProblemAlert } from '@/ui/ProblemAlert';
import type { CommandTarget, OpportunityCommand } from './commands';
import { useOpportunityCommand } from './mutations';

const reasonNeeded = { REJECT: true, CANCEL: true, TAKE_BACK: true, HOLD: false, REOPEN: false } as const;
const codes = { DECLINE: zDeclineReason.options, RETURN: zReturnReason.options } as const;

export type ReasonedAction = keyof typeof reasonNeeded | keyof typeof codes;
export const isReasoned = (action: OpportunityAction): action is ReasonedAction =>
  action in reasonNeeded || action in codes;

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
  const command = useOpportunityCommand(onClose);
  const [code, setCode] = useState<DeclineReason | ReturnReason | null>(null);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const reason = text.trim();
  const coded = action === 'DECLINE' || action === 'RETURN';
  const textNeeded = coded ? action === 'DECLINE' && code === 'OTHER' : reasonNeeded[action];
  /** Null as long as the form is not complete. */
  const complete = (): OpportunityCommand | null => {
    if (textNeeded && !reason) return null;
    if (action === 'DECLINE') {
      const reasonCode = codes.DECLINE.find((one) => one === code);
      return reasonCode ? { action, body: { reasonCode, reason } } : null;
    }
    if (action === 'RETURN') {
      const reasonCode = codes.RETURN.find((one) => one === code);
      return reasonCode ? { action, body: { reasonCode, reason } } : null;
    }
    return { action, body: { reason } };
  };
  const submit = () => {
    setTried(true);
    const completed = complete();
    if (completed) command.mutate({ opportunity, command: completed });
  };
  const options: (DeclineReason | ReturnReason)[] = coded ? [...codes[action]] : [];
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`opportunity.action.${action}`)}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      <Stack>
        {command.error ? <ProblemAlert problem={command.error} /> : null}
        {coded ? (
          <Select
            label={t('opportunity.reasonCode')}
            data={options.map((value) => ({ value, label: t(`reason.${value}`) }))}
            value={code}
            onChange={setCode}
            error={tried && !code ? t('form.required') : undefined}
            data-autofocus
          />
        ) : null}
        <Textarea
          label={t('opportunity.reason')}
          autosize
          minRows={3}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={tried && textNeeded && !reason ? t('form.required') : undefined}
        />
        <DialogButtons onClose={onClose}>
          <Button onClick={submit} loading={command.isPending}>
            {t(`opportunity.action.${action}`)}
          </Button>
        </DialogButtons>
      </Stack>
    </Modal>
  );
}
