import { Textarea } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Phase } from '@/api/gen';
import { FormDialog } from '@/ui/FormDialog';
import { useSend } from '@/ui/useSend';
import type { PhaseChange, PhaseTarget } from './mutations';

/** Asks for the reason to go back to an earlier phase. */
export function PhaseBackDialog<T extends PhaseTarget>({
  of,
  phase,
  send,
  onClose,
}: {
  of: T;
  phase: Phase;
  send: (of: T, change: PhaseChange) => Promise<unknown>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const current = useRef(of);
  useEffect(() => {
    current.current = of;
  }, [of]);
  // What the user saw. After a conflict the current one counts, as the user has seen its phase.
  const seen = useRef<T | undefined>(of);
  const edit = useSend(
    { reason: '' },
    {
      draft: `PHASE:${of.id}:${phase}`,
      validate: { reason: (reason) => (reason.trim() ? null : t('form.required')) },
      send: ({ reason }) =>
        send(seen.current ?? current.current, { pipeline: { phase, phaseReason: reason.trim() } }).catch(
          (problem: unknown) => {
            seen.current = undefined;
            throw problem;
          },
        ),
      done: onClose,
    },
  );
  return (
    <FormDialog
      edit={edit}
      title={t('opportunity.phaseBack', { phase: t(`phase.${phase}`) })}
      action={t('form.save')}
      onClose={onClose}
    >
      <Textarea
        label={t('opportunity.reason')}
        autosize
        minRows={2}
        maxLength={2000}
        data-autofocus
        {...edit.form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
