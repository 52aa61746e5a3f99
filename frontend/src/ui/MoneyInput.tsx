import { useTranslation } from 'react-i18next';
import { formatAmount } from './money';
import { NumberField, type NumberFieldProps } from './NumberField';
import { useNumbers } from './useNumbers';

/** A field for an amount of money. Ambiguous or invalid input shows an error that says how to write it. */
export function MoneyInput({
  currency,
  wholeDigits,
  ...rest
}: NumberFieldProps & { currency: string; wholeDigits?: number }) {
  const { i18n } = useTranslation();
  const { amount, amountError } = useNumbers();
  return (
    <NumberField
      read={(text) => amount(text, currency, wholeDigits) ?? text.trimStart()}
      write={(value) => formatAmount(value, currency, i18n.language)}
      refusal={(value) => amountError(value, currency, wholeDigits)}
      {...rest}
    />
  );
}
