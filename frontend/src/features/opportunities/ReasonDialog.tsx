import { Button, Modal, Select, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeclineReason, ReturnReason } from '@/api/gen';
import { zDeclineReason, zReturnReason } from '@/api/gen/zod.gen';
import { DialogButtons } from '@/ui/DialogButtons';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { type Movable, useMove } from './mutations';

const reasonNeeded = { REJECT: true, CANCEL: true, TAKE_BACK: true, HOLD: false, REOPEN: false } as const;
const codes = { DECLINE: zDeclineReason.options, RETURN: zReturnReason.options } as const;

export type ReasonedAction = keyof typeof reasonNeeded | keyof typeof codes;
export const isReasoned = (action: string): action is ReasonedAction => action in reasonNeeded || action in codes;

/** Asks why, before a move that wants a reason. */
export function ReasonDialog({
  action,
  opportunity,
  onClose,
}: {
  action: ReasonedAction;
  opportunity: Movable;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const move = useMove(onClose);
  const [code, setCode] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const coded = action === 'DECLINE' || action === 'RETURN';
  const textNeeded = coded ? action === 'DECLINE' && code === 'OTHER' : reasonNeeded[action];
  const complete = (!coded || code) && (!textNeeded || reason.trim());
  const submit = () => {
    setTried(true);
    if (!complete) return;
    if (action === 'DECLINE')
      move.mutate({ opportunity, move: { action, reasonCode: code as DeclineReason, reason: reason.trim() } });
    else if (action === 'RETURN')
      move.mutate({ opportunity, move: { action, reasonCode: code as ReturnReason, reason: reason.trim() } });
    else move.mutate({ opportunity, move: { action, reason: reason.trim() } });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`opportunity.action.${action}`)}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      <Stack>
        {move.error ? <ProblemAlert problem={move.error} /> : null}
        {coded ? (
          <Select
            label={t('opportunity.reasonCode')}
            data={codes[action].map((value) => ({ value, label: t(`reason.${value}`) }))}
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
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={tried && textNeeded && !reason.trim() ? t('form.required') : undefined}
        />
        <DialogButtons onClose={onClose}>
          <Button onClick={submit} loading={move.isPending}>
            {t(`opportunity.action.${action}`)}
          </Button>
        </DialogButtons>
      </Stack>
    </Modal>
  );
}
