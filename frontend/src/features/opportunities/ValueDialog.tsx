import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { OpportunityView } from '@/api/gen';
import { currencies } from '@/ui/currencies';
import { DialogButtons } from '@/ui/DialogButtons';
import { dateInput } from '@/ui/inputs';
import { MoneyInput } from '@/ui/MoneyInput';
import type { Typed } from '@/ui/money';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { fieldErrors } from '@/ui/serverErrors';
import { toast } from '@/ui/toasts';
import { useNumbers } from '@/ui/useNumbers';
import { WholeInput } from '@/ui/WholeInput';
import { useEdit } from './mutations';
import { percent } from './percent';

/** Value, currency, probability and expected close. */
export function ValueDialog({ opportunity, onClose }: { opportunity: OpportunityView; onClose: () => void }) {
  const { t } = useTranslation();
  const { amount, amountRefusal, wholeRefusal } = useNumbers();
  const edit = useEdit(opportunity);
  const form = useForm({
    initialValues: {
      estimatedValue: { amount: opportunity.estimatedValue?.amount ?? ('' as Typed) },
      currency: opportunity.currency,
      probability: opportunity.probability ?? ('' as Typed),
      estimatedCloseDate: opportunity.estimatedCloseDate ?? null,
    },
    validate: {
      estimatedValue: { amount: (value, { currency }) => amountRefusal(value, currency) },
      probability: (value) => wholeRefusal(value, percent),
    },
  });
  const save = (values: typeof form.values) => {
    const { currency } = values;
    const value = amount(values.estimatedValue.amount, currency);
    edit.mutate(
      {
        currency,
        estimatedValue: value === null ? null : { amount: value, currency },
        probability: typeof values.probability === 'number' ? values.probability : null,
        estimatedCloseDate: values.estimatedCloseDate,
      },
      {
        onSuccess: () => {
          toast(t('opportunity.saved'));
          onClose();
        },
        onError: (problem) => form.setErrors(fieldErrors(problem)),
      },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('opportunity.editValue')}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      <form noValidate onSubmit={form.onSubmit(save)}>
        <Stack>
          {edit.error ? <ProblemAlert problem={edit.error} /> : null}
          <Group grow align="flex-start">
            <MoneyInput
              label={t('opportunity.value')}
              currency={form.values.currency}
              data-autofocus
              {...form.getInputProps('estimatedValue.amount')}
            />
            <Select
              label={t('opportunity.currency')}
              data={currencies}
              searchable
              allowDeselect={false}
              {...form.getInputProps('currency')}
            />
          </Group>
          <WholeInput
            label={t('opportunity.probability')}
            unit="%"
            range={percent}
            {...form.getInputProps('probability')}
          />
          <DateInput
            label={t('opportunity.estimatedCloseDate')}
            {...dateInput(t)}
            {...form.getInputProps('estimatedCloseDate')}
          />
          <DialogButtons onClose={onClose}>
            <Button type="submit" loading={edit.isPending}>
              {t('form.save')}
            </Button>
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
