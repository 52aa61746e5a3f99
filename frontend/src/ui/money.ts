import { languages, localeOf } from '@/i18n/languages';
import { currencies, decimalsOf, fractionOf } from './currencies';

/** The value of a number field: the number, or the text if it is not a number. */
export type NumberFieldValue = number | string;

/** The initial value of a number field. */
export const inputValue = (value?: number | null): NumberFieldValue => value ?? '';

/** The number in a field that is required and valid; undefined if it is not among the changes. */
export const requiredNumber = (value: NumberFieldValue | undefined) => (typeof value === 'number' ? value : undefined);

/** The most digits that a JavaScript number keeps exactly. */
export const MAX_DIGITS = 15;

/** The most digits that the API allows before the decimal separator. */
export const INTEGER_DIGITS = 13;

/** Why the input is not an amount. */
export type ParseError =
  | { why: 'unreadable' | 'negative' | 'decimals' | 'long' }
  | { why: 'ambiguous'; whole: number }
  | { why: 'currency'; sign: string };

/** The amount (null for an empty field), or the error. */
export type Reading = { amount: number | null } | { refused: ParseError };

const refused = (why: 'unreadable' | 'negative' | 'decimals' | 'long'): Reading => ({ refused: { why } });

/** Normalizes spaces and apostrophes, and removes invisible direction marks. */
const plain = (text: string) =>
  text
    .replace(/[\u200e\u200f\u061c\ufeff]/g, '')
    .replace(/\s/g, ' ')
    .replace(/[’ʼ]/g, "'");

function signOf(currency: string, language: string, currencyDisplay: 'symbol' | 'narrowSymbol') {
  const format = new Intl.NumberFormat(localeOf(language), { style: 'currency', currency, currencyDisplay });
  return format.formatToParts(1).find((part) => part.type === 'currency')?.value ?? currency;
}

const known = new Map<string, string[]>();

/** The code and the symbols of a currency, in lower case. */
function signsOf(currency: string) {
  let signs = known.get(currency);
  if (!signs) {
    signs = [currency];
    for (const { code } of languages)
      signs.push(signOf(currency, code, 'symbol'), signOf(currency, code, 'narrowSymbol'));
    signs = signs.map((one) => one.toLowerCase());
    known.set(currency, signs);
  }
  return signs;
}

const isSign = (text: string) =>
  /^[A-Z]{0,3}\p{Sc}$/u.test(text) || currencies.some((one) => signsOf(one).includes(text.toLowerCase()));

/** Whether the digits are in groups of three; without a separator, whether there are only digits. */
function grouped(text: string, separator: string | undefined) {
  if (!separator) return /^\d*$/.test(text);
  const [first = '', ...others] = text.split(separator);
  return /^[1-9]\d{0,2}$/.test(first) && others.every((one) => /^\d{3}$/.test(one));
}

/** The group and decimal separators of a language. */
function separatorsOf(language: string) {
  const parts = new Intl.NumberFormat(localeOf(language), { useGrouping: 'always' }).formatToParts(1234.5);
  const of = (type: string) => plain(parts.find((part) => part.type === type)?.value ?? '');
  return { group: of('group'), decimal: of('decimal') };
}

/** The group and decimal separators of a text; null if they are ambiguous. */
function separate(text: string, most: number, language: string) {
  const blank = [' ', "'"].find((one) => text.includes(one));
  const [last, other] = ['.', ',']
    .filter((one) => text.includes(one))
    .sort((one, other) => text.lastIndexOf(other) - text.lastIndexOf(one));
  if (!last) return { group: blank };
  if (other) return { group: other, decimal: last };
  const [before = '', after = '', ...more] = text.split(last);
  if (more.length) return { group: last };
  if (after.length !== 3 || !grouped(before, blank ?? last)) return { group: blank, decimal: last };
  const reader = separatorsOf(language);
  if (last === reader.group && !blank) return { group: last };
  return last === reader.decimal && most >= 3 ? { group: blank, decimal: last } : null;
}

/** Parses a number made of digits and separators only. */
function readDigits(text: string, most: number, language: string): Reading {
  const separators = separate(text, most, language);
  if (!separators) return { refused: { why: 'ambiguous', whole: Number(text.replace(/\D/g, '')) } };
  const { group, decimal } = separators;
  const [whole = '', fraction = '', ...more] = decimal ? text.split(decimal) : [text];
  const complete = decimal ? /^\d+$/.test(fraction) && !more.length : whole !== '';
  if (!complete || !grouped(whole, group)) return refused('unreadable');
  if (fraction.length > most) return refused('decimals');
  const digits = group ? whole.replaceAll(group, '') : whole;
  const significant = (digits + fraction.replace(/0+$/, '')).replace(/^0+/, '');
  return significant.length > MAX_DIGITS ? refused('long') : { amount: Number(`${digits}.${fraction}`) };
}

/**
 * Parses an amount, and never guesses: ambiguous input is an error. The user's language decides only if a single
 * separator is followed by exactly three digits, which can be a group or decimals.
 *
 * @param wholeDigits the most digits before the decimal separator
 */
export function parseAmount(
  typed: NumberFieldValue,
  currency: string,
  language: string,
  wholeDigits = INTEGER_DIGITS,
): Reading {
  const most = decimalsOf(currency);
  const reading = typeof typed === 'number' ? ofNumber(typed, most) : ofText(plain(typed).trim(), currency, language);
  return 'amount' in reading && (reading.amount ?? 0) >= 10 ** wholeDigits ? refused('long') : reading;
}

const ofNumber = (amount: number, most: number): Reading =>
  fractionOf(amount) > most ? refused('decimals') : { amount };

function ofText(text: string, currency: string, language: string): Reading {
  if (text === '') return { amount: null };
  const [, before = '', digits = '', after = ''] = /^([^\d.,]*)(.*[\d.,])?([^\d.,]*)$/.exec(text) ?? [];
  if (/[-−–(]/.test(before)) return refused('negative');
  for (const sign of [before.trim(), after.trim()])
    if (sign && !signsOf(currency).includes(sign.toLowerCase()))
      return isSign(sign) ? { refused: { why: 'currency', sign } } : refused('unreadable');
  return /^[\d., ']+$/.test(digits) ? readDigits(digits, decimalsOf(currency), language) : refused('unreadable');
}

/** Formats an amount for a field: exact, and without decimals if it is whole. */
export function formatAmount(amount: number, currency: string, language: string): string {
  const least = decimalsOf(currency);
  return new Intl.NumberFormat(localeOf(language), {
    useGrouping: 'always',
    minimumFractionDigits: least,
    maximumFractionDigits: Math.max(least, fractionOf(amount)),
    trailingZeroDisplay: 'stripIfInteger',
  }).format(amount);
}

/** Parses a whole number, also with a percent sign; null if it is missing or ambiguous. */
export function parseInteger(typed: NumberFieldValue, language: string): number | null {
  if (typeof typed === 'number') return Number.isInteger(typed) ? typed : null;
  const text = plain(typed).trim().replace(/ ?%$/, '');
  const reading = /^[\d., ']+$/.test(text) ? readDigits(text, 0, language) : refused('unreadable');
  return 'amount' in reading ? reading.amount : null;
}
