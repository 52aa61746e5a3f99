import { Alert, Button, Group, Modal, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import dayjs from 'dayjs';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LostReason, OpportunityView } from '@/api/gen';
import { zLostReason } from '@/api/gen/zod.gen';
import { DialogButtons } from '@/ui/DialogButtons';
import { dateInputProps } from '@/ui/dateInputProps';
import { useFormats } from '@/ui/format';
import { MoneyInput } from '@/ui/MoneyInput';
import type { NumberFieldValue } from '@/ui/money';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useNumbers } from '@/ui/useNumbers';
import { useOpportunityCommand } from './mutations';

/** Whether a value differs so much from the estimate that it may be a typo. */
const isUnusual = (actual: number, estimate: number | undefined) =>
  !!estimate && (actual > 3 * estimate || 3 * actual < estimate);

/** Closes an opportunity: won with a value, or lost with a reason. */
export function CloseDialog({ opportunity, onClose }: { opportunity: OpportunityView; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormats();
  const { amount, amountError } = useNumbers();
  const command = useOpportunityCommand(onClose);
  const [outcome, setOutcome] = useState<'WON' | 'LOST'>('WON');
  const [value, setValue] = useState<NumberFieldValue>(opportunity.value.estimated?.amount ?? '');
  const [closedOn, setClosedOn] = useState<string | null>(dayjs().format('YYYY-MM-DD'));
  const [code, setCode] = useState<LostReason | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const [asks, setAsks] = useState(false);
  const won = outcome === 'WON';
  const { currency, estimated } = opportunity.value;
  const actual = amount(value, currency);
  const refusal = actual === null ? (amountError(value, currency) ?? t('form.required')) : null;
  const submit = () => {
    setTried(true);
    if (won ? actual === null : !code) return;
    if (won && actual !== null && !asks && isUnusual(actual, estimated?.amount)) return setAsks(true);
    const body =
      actual !== null && won
        ? { outcome, actualValue: { amount: actual, currency }, closedOn }
        : { outcome, reasonCode: code, reason: reason.trim() || null, closedOn };
    command.mutate({ opportunity, command: { action: 'CLOSE', body } });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('opportunity.action.CLOSE')}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      <Stack>
        {command.error ? <ProblemAlert problem={command.error} /> : null}
        <SegmentedControl
          aria-label={t('opportunity.outcome')}
          value={outcome}
          onChange={(next) => {
            setOutcome(next);
            setAsks(false);
          }}
          data={[
            { value: 'WON', label: t('status.WON') },
            { value: 'LOST', label: t('status.LOST') },
          ]}
        />
        {won ? (
          <MoneyInput
            ref={field}
            label={t('opportunity.actualValue')}
            currency={currency}
            unit={currency}
            value={value}
            onChange={(next) => {
              setValue(next);
              setAsks(false);
            }}
            error={tried ? refusal : undefined}
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
        <DateInput label={t('opportunity.closedOn')} {...dateInputProps(t)} value={closedOn} onChange={setClosedOn} />
        {asks && actual !== null && estimated ? (
          <Alert color="orange" variant="outline" role="alert">
            <Text size="sm">
              {t('opportunity.unusualValue', {
                estimate: format.money(estimated),
                actual: format.money({ amount: actual, currency }),
              })}
            </Text>
            <Group justify="flex-end" mt="sm">
              <Button variant="default" autoFocus onClick={() => field.current?.focus()}>
                {t('opportunity.changeActual')}
              </Button>
              <Button onClick={submit} loading={command.isPending}>
                {t('opportunity.closeAnyway')}
              </Button>
            </Group>
          </Alert>
        ) : (
          <DialogButtons onClose={onClose}>
            <Button onClick={submit} loading={command.isPending}>
              {t('opportunity.action.CLOSE')}
            </Button>
          </DialogButtons>
        )}
      </Stack>
    </Modal>
  );
}
