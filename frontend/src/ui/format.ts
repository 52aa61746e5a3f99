import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Money } from '@/api/gen';
import { localeOf } from '@/i18n/languages';
import { decimalsOf, fractionOf } from './currencies';

const relativeSteps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

const byteSteps: [string, number][] = [
  ['megabyte', 1_000_000],
  ['kilobyte', 1_000],
];

/** A day without a time has no time zone: it is the same day everywhere. */
const pointInTime = (date: string) => new Date(/^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T00:00` : date);

/** `total` of a list is not higher. */
const MOST_COUNTED = 10_000;

/** Formats for numbers, money and time in a language. */
export function formats(language: string) {
  const locale = localeOf(language);
  const number = new Intl.NumberFormat(locale, { useGrouping: 'always', maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const date = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric' });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const month = new Intl.DateTimeFormat(locale, { month: 'short', year: '2-digit' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const country = new Intl.DisplayNames(locale, { type: 'region' });
  return {
    money: (money: Money, compact = false) =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency: money.currency,
        useGrouping: 'always',
        ...(compact
          ? { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 }
          : {
              // The browser's decimals differ from the server's: it would round forints.
              minimumFractionDigits: decimalsOf(money.currency),
              maximumFractionDigits: Math.max(decimalsOf(money.currency), Math.min(4, fractionOf(money.amount))),
              trailingZeroDisplay: 'stripIfInteger',
            }),
      }).format(money.amount),
    number: (value: number) => number.format(value),
    /** The number of items in a list; the server stops counting at a limit. */
    total: (items: number) => number.format(items) + (items >= MOST_COUNTED ? '+' : ''),
    percent: (value: number) => percent.format(value),
    /** A file size. */
    bytes: (size: number) => {
      const [unit, step] = byteSteps.find(([, bytes]) => size >= bytes) ?? ['byte', 1];
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay: 'short',
        maximumFractionDigits: 1,
      }).format(size / step);
    },
    /** The day of a date, or of an instant in the user's time zone. */
    date: (dayOrInstant: string) => date.format(pointInTime(dayOrInstant)),
    dateTime: (instant: string) => dateTime.format(new Date(instant)),
    month: (yearMonth: string) => month.format(pointInTime(`${yearMonth}-15`)),
    country: (code: string) => country.of(code) ?? code,
    /** From now: *in 3 hours*, *2 days ago*. */
    relative: (instant: string, now = Date.now()) => {
      const distance = new Date(instant).getTime() - now;
      const [unit, size] = relativeSteps.find(([, step]) => Math.abs(distance) >= step) ?? ['minute', 60_000];
      return relative.format(Math.trunc(distance / size), unit);
    },
  };
}

export function useFormats() {
  const { i18n } = useTranslation();
  return useMemo(() => formats(i18n.language), [i18n.language]);
}
