import { useTranslation } from 'react-i18next';
import { writeAmount } from './money';
import { TypedInput, type TypedInputProps } from './TypedInput';
import { useNumbers } from './useNumbers';

/** An amount of money: understood as it was meant, or refused with how to write it. */
export function MoneyInput({
  currency,
  wholeDigits,
  ...rest
}: TypedInputProps & { currency: string; wholeDigits?: number }) {
  const { i18n } = useTranslation();
  const { amount, amountRefusal } = useNumbers();
  return (
    <TypedInput
      read={(text) => amount(text, currency, wholeDigits) ?? text.trimStart()}
      write={(value) => writeAmount(value, currency, i18n.language)}
      refusal={(value) => amountRefusal(value, currency, wholeDigits)}
      {...rest}
    />
  );
}
