import { Select, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ExchangeRate, setExchangeRate } from '@/api/gen';
import { invalidateEverything } from '@/api/invalidation';
import { currencies } from '@/ui/currencies';
import { dateInputProps } from '@/ui/dateInputProps';
import { FormDialog } from '@/ui/FormDialog';
import { toast } from '@/ui/toasts';
import { useSend } from '@/ui/useSend';
import { parseRate, rateText } from './rateText';

/** Adds a rate, or corrects the one of a day. */
export function ExchangeRateDialog({
  rate,
  baseCurrency,
  onClose,
}: {
  rate: ExchangeRate | null;
  baseCurrency: string;
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const initial: { currency: string | null; validFrom: string | null; rate: string } = {
    currency: rate?.currency ?? null,
    validFrom: rate?.validFrom ?? null,
    rate: rate ? rateText(rate.rate, i18n.language) : '',
  };
  const required = (value: string | null) => (value ? null : t('form.required'));
  const edit = useSend(initial, {
    draft: `exchange-rate:${rate ? rate.currency + rate.validFrom : 'new'}`,
    validate: {
      currency: required,
      validFrom: required,
      rate: (value) => (parseRate(value) === null ? t('exchangeRate.invalid') : null),
    },
    send: async (values) => {
      const number = parseRate(values.rate);
      if (values.currency && values.validFrom && number !== null)
        await setExchangeRate({
          body: { currency: values.currency, validFrom: values.validFrom, rate: number },
          throwOnError: true,
        });
    },
    done: () => {
      toast(t('opportunity.saved'));
      onClose();
    },
    settled: () => invalidateEverything(queries),
  });
  const { form } = edit;
  const meant = parseRate(form.values.rate);
  return (
    <FormDialog
      edit={edit}
      title={rate ? t('exchangeRate.change') : t('exchangeRate.new')}
      action={t('form.save')}
      onClose={onClose}
    >
      <Select
        label={t('exchangeRate.currency')}
        data={currencies.filter((code) => code !== baseCurrency)}
        searchable
        disabled={!!rate}
        {...form.getInputProps('currency')}
      />
      <DateInput
        label={t('exchangeRate.validFrom')}
        {...dateInputProps(t)}
        disabled={!!rate}
        {...form.getInputProps('validFrom')}
      />
      <TextInput
        label={t('exchangeRate.rate', { currency: baseCurrency })}
        description={
          meant === null
            ? undefined
            : t('exchangeRate.meant', {
                base: baseCurrency,
                rate: rateText(meant, i18n.language),
                currency: form.values.currency ?? '',
              })
        }
        inputMode="decimal"
        data-autofocus
        {...form.getInputProps('rate')}
      />
    </FormDialog>
  );
}
