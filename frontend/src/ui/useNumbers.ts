import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { decimalsOf } from './currencies';
import { formats } from './format';
import { formatAmount, INTEGER_DIGITS, MAX_DIGITS, type NumberFieldValue, parseAmount, parseInteger } from './money';

/** The minimum and maximum of a field. */
export type Range = readonly [number, number];

/** Parses the input of number fields; errors are in the user's language. */
export function useNumbers() {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(() => {
    const amountError = (typed: NumberFieldValue, currency: string, wholeDigits = INTEGER_DIGITS): string | null => {
      const reading = parseAmount(typed, currency, language, wholeDigits);
      if ('amount' in reading) return null;
      const { refused } = reading;
      const decimals = decimalsOf(currency);
      const written = (amount: number) => formatAmount(amount, currency, language);
      const example = written(decimals ? 1250.5 : 1250);
      switch (refused.why) {
        case 'ambiguous':
          return decimals
            ? t('money.ambiguous', { whole: written(refused.whole), example: written(12.5) })
            : t('money.noDecimals', { currency, example: written(refused.whole) });
        case 'decimals':
          return t(decimals ? 'money.decimals' : 'money.noDecimals', { currency, decimals, example });
        case 'currency':
          return t('money.currency', { currency, sign: refused.sign });
        case 'long':
          return t('money.long', { digits: wholeDigits, all: MAX_DIGITS });
        default:
          return t(`money.${refused.why}`, { example });
      }
    };
    const { number } = formats(language);
    return {
      amountError,
      /** Null for an empty or invalid field. */
      amount: (typed: NumberFieldValue, currency: string, wholeDigits = INTEGER_DIGITS): number | null => {
        const reading = parseAmount(typed, currency, language, wholeDigits);
        return 'amount' in reading ? reading.amount : null;
      },
      integerError: (typed: NumberFieldValue, [min, max]: Range): string | null => {
        if (typed === '') return null;
        const found = parseInteger(typed, language);
        return found !== null && found >= min && found <= max
          ? null
          : t('form.wholeNumber', { min: number(min), max: number(max) });
      },
      whole: (typed: NumberFieldValue): number | null => parseInteger(typed, language),
    };
  }, [t, language]);
}
