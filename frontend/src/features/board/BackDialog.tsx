import { Button, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Phase } from '@/api/gen';
import { DialogButtons } from '@/ui/DialogButtons';

/** Why a phase is gone back to. */
export function BackDialog({
  phase,
  onReason,
  onClose,
}: {
  phase: Phase;
  onReason: (reason: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('opportunity.phaseBack', { phase: t(`phase.${phase}`) })}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      <Stack>
        <Textarea
          label={t('opportunity.reasonCode')}
          autosize
          minRows={2}
          maxLength={2000}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <DialogButtons onClose={onClose}>
          <Button disabled={!reason.trim()} onClick={() => onReason(reason)}>
            {t('form.save')}
          </Button>
        </DialogButtons>
      </Stack>
    </Modal>
  );
}
