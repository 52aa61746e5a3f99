import { languages, localeOf } from '@/i18n/languages';
import { currencies, decimalsOf, fractionOf } from './currencies';

/** What a field for a number holds: the number where what was typed is understood, else the text as it was typed. */
export type Typed = number | string;

/** The value of a field for a number that may be missing. */
export const inputValue = (value?: number | null): Typed => value ?? '';

/** More digits than this no number of the browser keeps exactly. */
export const MOST_DIGITS = 15;

/** How many digits the contract allows before the decimal sign. */
export const WHOLE_DIGITS = 13;

/** Why what was typed is no amount. */
export type Refusal =
  | { why: 'unreadable' | 'negative' | 'decimals' | 'long' }
  | { why: 'ambiguous'; whole: number }
  | { why: 'currency'; sign: string };

/** An amount, none in an empty field, or why there is none. */
export type Reading = { amount: number | null } | { refused: Refusal };

const refused = (why: 'unreadable' | 'negative' | 'decimals' | 'long'): Reading => ({ refused: { why } });

/** Blanks of any width are one, apostrophes too; marks of direction, which nobody sees, are dropped. */
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

/** The code of a currency and its signs, in small letters. */
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

/** Whether digits stand in groups of three; without a separator, whether there are digits alone. */
function grouped(text: string, separator: string | undefined) {
  if (!separator) return /^\d*$/.test(text);
  const [first = '', ...others] = text.split(separator);
  return /^[1-9]\d{0,2}$/.test(first) && others.every((one) => /^\d{3}$/.test(one));
}

/** How people of a language separate groups and decimals. */
function separatorsOf(language: string) {
  const parts = new Intl.NumberFormat(localeOf(language), { useGrouping: 'always' }).formatToParts(1234.5);
  const of = (type: string) => plain(parts.find((part) => part.type === type)?.value ?? '');
  return { group: of('group'), decimal: of('decimal') };
}

/** What separates the groups and what the decimals; null where that can be read in two ways. */
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

/** A number of digits and separators alone. */
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
  return significant.length > MOST_DIGITS ? refused('long') : { amount: Number(`${digits}.${fraction}`) };
}

/**
 * The amount that somebody means, or why that cannot be told; never another amount. The language of the reader decides only where one
 * separator stands before exactly three digits: whether it groups them or begins the decimals.
 *
 * @param wholeDigits how many digits may stand before the decimal sign
 */
export function readAmount(typed: Typed, currency: string, language: string, wholeDigits = WHOLE_DIGITS): Reading {
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

/** An amount as people of a language write it in a field: exactly, and without decimals where it has none. */
export function writeAmount(amount: number, currency: string, language: string): string {
  const least = decimalsOf(currency);
  return new Intl.NumberFormat(localeOf(language), {
    useGrouping: 'always',
    minimumFractionDigits: least,
    maximumFractionDigits: Math.max(least, fractionOf(amount)),
    trailingZeroDisplay: 'stripIfInteger',
  }).format(amount);
}

/** The whole number that somebody means, of percent too; null where there is none or it cannot be told. */
export function readWhole(typed: Typed, language: string): number | null {
  if (typeof typed === 'number') return Number.isInteger(typed) ? typed : null;
  const text = plain(typed).trim().replace(/ ?%$/, '');
  const reading = /^[\d., ']+$/.test(text) ? readDigits(text, 0, language) : refused('unreadable');
  return 'amount' in reading ? reading.amount : null;
}
