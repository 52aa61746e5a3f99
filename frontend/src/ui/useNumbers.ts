import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { decimalsOf } from './currencies';
import { formats } from './format';
import { MOST_DIGITS, readAmount, readWhole, type Typed, WHOLE_DIGITS, writeAmount } from './money';

/** The least and the greatest of a field. */
export type Range = readonly [number, number];

/** What was typed into fields for numbers, and in words of the reader why it is not understood. */
export function useNumbers() {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(() => {
    const amountRefusal = (typed: Typed, currency: string, wholeDigits = WHOLE_DIGITS): string | null => {
      const reading = readAmount(typed, currency, language, wholeDigits);
      if ('amount' in reading) return null;
      const { refused } = reading;
      const decimals = decimalsOf(currency);
      const written = (amount: number) => writeAmount(amount, currency, language);
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
          return t('money.long', { digits: wholeDigits, all: MOST_DIGITS });
        default:
          return t(`money.${refused.why}`, { example });
      }
    };
    const { number } = formats(language);
    return {
      amountRefusal,
      /** Null where there is none, and where it is refused. */
      amount: (typed: Typed, currency: string, wholeDigits = WHOLE_DIGITS): number | null => {
        const reading = readAmount(typed, currency, language, wholeDigits);
        return 'amount' in reading ? reading.amount : null;
      },
      wholeRefusal: (typed: Typed, [min, max]: Range): string | null => {
        if (typed === '') return null;
        const found = readWhole(typed, language);
        return found !== null && found >= min && found <= max
          ? null
          : t('form.wholeNumber', { min: number(min), max: number(max) });
      },
      whole: (typed: Typed): number | null => readWhole(typed, language),
    };
  }, [t, language]);
}
