import { Alert, Button, Group, SegmentedControl, Select, Text, Textarea } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LostReason, OpportunityView } from '@/api/gen';
import { zLostReason } from '@/api/gen/zod.gen';
import { dateInputProps } from '@/ui/dateInputProps';
import { FormDialog } from '@/ui/FormDialog';
import { useFormats } from '@/ui/format';
import { MoneyInput } from '@/ui/MoneyInput';
import { inputValue, type NumberFieldValue } from '@/ui/money';
import { useNumbers } from '@/ui/useNumbers';
import type { OpportunityCommand } from './commands';
import { useCommandForm } from './mutations';

type Closing = {
  outcome: 'WON' | 'LOST';
  actual: NumberFieldValue;
  closedOn: string | null;
  code: LostReason | null;
  reason: string;
};

/** Whether a value differs so much from the estimate that it may be a typo. */
const isUnusual = (actual: number, estimate: number | undefined) =>
  !!estimate && (actual > 3 * estimate || 3 * actual < estimate);

/** Closes an opportunity: won with a value, or lost with a reason. */
export function CloseDialog({ opportunity, onClose }: { opportunity: OpportunityView; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormats();
  const { amount, amountError } = useNumbers();
  const { currency, estimated } = opportunity.value;
  /** The amount that the user has confirmed although it is unusual. */
  const [confirmed, setConfirmed] = useState<number>();
  const [asks, setAsks] = useState<number>();
  const initial: Closing = {
    outcome: 'WON',
    actual: inputValue(estimated?.amount),
    closedOn: dayjs().format('YYYY-MM-DD'),
    code: null,
    reason: '',
  };
  const commandOf = ({ outcome, actual: typed, closedOn, code, reason }: Closing): OpportunityCommand | null => {
    const actual = amount(typed, currency);
    if (outcome === 'LOST')
      return code
        ? { action: 'CLOSE', body: { outcome, reasonCode: code, reason: reason.trim() || null, closedOn } }
        : null;
    return actual === null
      ? null
      : { action: 'CLOSE', body: { outcome, actualValue: { amount: actual, currency }, closedOn } };
  };
  const edit = useCommandForm(opportunity, 'CLOSE', initial, {
    validate: {
      actual: (typed, { outcome }) =>
        outcome === 'WON' && amount(typed, currency) === null
          ? (amountError(typed, currency) ?? t('form.required'))
          : null,
      code: (code, { outcome }) => (outcome === 'LOST' && !code ? t('form.required') : null),
    },
    toCommand: commandOf,
    onClose,
  });
  const { form } = edit;
  const won = form.values.outcome === 'WON';
  const actual = won ? amount(form.values.actual, currency) : null;
  const unusual = actual !== null && actual !== confirmed && isUnusual(actual, estimated?.amount);
  const asking = unusual && asks === actual;
  /** An unusual value is asked about first. */
  const submit = (event?: React.FormEvent<HTMLFormElement>) => {
    if (!unusual) return edit.submit(event);
    event?.preventDefault();
    setAsks(actual);
  };
  return (
    <FormDialog
      edit={{ ...edit, submit }}
      title={t('opportunity.action.CLOSE')}
      action={t('opportunity.action.CLOSE')}
      onClose={onClose}
      buttons={
        asking && estimated ? (
          <Alert color="orange" variant="outline" role="alert">
            <Text size="sm">
              {t('opportunity.unusualValue', {
                estimate: format.money(estimated),
                actual: format.money({ amount: actual, currency }),
              })}
            </Text>
            <Group justify="flex-end" mt="sm">
              <Button variant="default" autoFocus onClick={() => form.getInputNode('actual')?.focus()}>
                {t('opportunity.changeActual')}
              </Button>
              <Button
                loading={edit.saving}
                onClick={() => {
                  setConfirmed(actual);
                  edit.submit();
                }}
              >
                {t('opportunity.closeAnyway')}
              </Button>
            </Group>
          </Alert>
        ) : undefined
      }
    >
      <SegmentedControl
        aria-label={t('opportunity.outcome')}
        data={[
          { value: 'WON', label: t('status.WON') },
          { value: 'LOST', label: t('status.LOST') },
        ]}
        {...form.getInputProps('outcome')}
      />
      {won ? (
        <MoneyInput
          label={t('opportunity.actualValue')}
          currency={currency}
          unit={currency}
          {...form.getInputProps('actual')}
        />
      ) : (
        <>
          <Select
            label={t('opportunity.reasonCode')}
            data={zLostReason.options.map((one) => ({ value: one, label: t(`reason.${one}`) }))}
            {...form.getInputProps('code')}
          />
          <Textarea
            label={t('opportunity.reason')}
            autosize
            minRows={2}
            maxLength={2000}
            {...form.getInputProps('reason')}
          />
        </>
      )}
      <DateInput label={t('opportunity.closedOn')} {...dateInputProps(t)} {...form.getInputProps('closedOn')} />
    </FormDialog>
  );
}
