import { Button, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Phase, Problem } from '@/api/gen';
import { DialogButtons } from '@/ui/DialogButtons';
import { ProblemAlert } from '@/ui/ProblemAlert';

/** Asks for the reason to go back to an earlier phase. */
export function PhaseBackDialog({
  phase,
  problem,
  saving = false,
  onReason,
  onClose,
}: {
  phase: Phase;
  problem?: Problem | null;
  saving?: boolean;
  onReason: (reason: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const save = () => {
    setTried(true);
    if (reason.trim()) onReason(reason.trim());
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('opportunity.phaseBack', { phase: t(`phase.${phase}`) })}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      <Stack>
        {problem ? <ProblemAlert problem={problem} /> : null}
        <Textarea
          label={t('opportunity.reason')}
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={tried && !reason.trim() ? t('form.required') : undefined}
          data-autofocus
        />
        <DialogButtons onClose={onClose}>
          <Button onClick={save} loading={saving}>
            {t('form.save')}
          </Button>
        </DialogButtons>
      </Stack>
    </Modal>
  );
}
