import { Button, Modal, NumberInput, SegmentedControl, Select, Stack, Textarea } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LostReason, OpportunityView } from '@/api/gen';
import { zLostReason } from '@/api/gen/zod.gen';
import { DialogButtons } from '@/ui/DialogButtons';
import { dateInput, moneyInput } from '@/ui/inputs';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useMove } from './mutations';

/** Won with a value, or lost with a reason. */
export function CloseDialog({ opportunity, onClose }: { opportunity: OpportunityView; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const move = useMove(onClose);
  const [outcome, setOutcome] = useState<'WON' | 'LOST'>('WON');
  const [value, setValue] = useState<number | string>(opportunity.estimatedValue?.amount ?? '');
  const [closedOn, setClosedOn] = useState<string | null>(dayjs().format('YYYY-MM-DD'));
  const [code, setCode] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const won = outcome === 'WON';
  const submit = () => {
    setTried(true);
    if (won ? value === '' : !code) return;
    const close = won
      ? { outcome, actualValue: { amount: Number(value), currency: opportunity.currency }, closedOn }
      : { outcome, reasonCode: code as LostReason, reason: reason.trim() || null, closedOn };
    move.mutate({ opportunity, move: { action: 'CLOSE', close } });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('opportunity.action.CLOSE')}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      <Stack>
        {move.error ? <ProblemAlert problem={move.error} /> : null}
        <SegmentedControl
          aria-label={t('opportunity.outcome')}
          value={outcome}
          onChange={(next) => setOutcome(next as 'WON' | 'LOST')}
          data={[
            { value: 'WON', label: t('status.WON') },
            { value: 'LOST', label: t('status.LOST') },
          ]}
        />
        {won ? (
          <NumberInput
            label={t('opportunity.actualValue')}
            {...moneyInput(i18n.language)}
            suffix={` ${opportunity.currency}`}
            value={value}
            onChange={setValue}
            error={tried && value === '' ? t('form.required') : undefined}
          />
        ) : (
          <>
            <Select
              label={t('opportunity.reasonCode')}
              data={zLostReason.options.map((one) => ({ value: one, label: t(`reason.${one}`) }))}
              value={code}
              onChange={setCode}
              error={tried && !code ? t('form.required') : undefined}
            />
            <Textarea
              label={t('opportunity.reason')}
              autosize
              minRows={2}
              maxLength={2000}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </>
        )}
        <DateInput label={t('opportunity.closedOn')} {...dateInput(t)} value={closedOn} onChange={setClosedOn} />
        <DialogButtons onClose={onClose}>
          <Button onClick={submit} loading={move.isPending}>
            {t('opportunity.action.CLOSE')}
          </Button>
        </DialogButtons>
      </Stack>
    </Modal>
  );
}
