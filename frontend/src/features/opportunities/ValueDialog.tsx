import { Button, Group, Modal, NumberInput, Select, Stack } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { OpportunityView } from '@/api/gen';
import { DialogButtons } from '@/ui/DialogButtons';
import { currencies, dateInput, moneyInput, percentInput } from '@/ui/inputs';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { fieldErrors } from '@/ui/serverErrors';
import { toast } from '@/ui/toasts';
import { useEdit } from './mutations';

/** Value, currency, probability and expected close. */
export function ValueDialog({ opportunity, onClose }: { opportunity: OpportunityView; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const edit = useEdit(opportunity);
  const form = useForm({
    initialValues: {
      estimatedValue: { amount: opportunity.estimatedValue?.amount ?? ('' as number | '') },
      currency: opportunity.currency,
      probability: opportunity.probability ?? ('' as number | ''),
      estimatedCloseDate: opportunity.estimatedCloseDate ?? null,
    },
  });
  const save = (values: typeof form.values) => {
    const { amount } = values.estimatedValue;
    edit.mutate(
      {
        currency: values.currency,
        estimatedValue: amount === '' ? null : { amount: Number(amount), currency: values.currency },
        probability: values.probability === '' ? null : Number(values.probability),
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
            <NumberInput
              label={t('opportunity.value')}
              {...moneyInput(i18n.language)}
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
          <NumberInput label={t('opportunity.probability')} {...percentInput} {...form.getInputProps('probability')} />
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
