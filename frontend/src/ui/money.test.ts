import { expect, test } from 'vitest';
import { currencies, decimalsOf } from './currencies';
import { formats } from './format';
import { formatAmount, parseAmount } from './money';

const read = (text: string | number, language: string, currency = 'EUR') => {
  const reading = parseAmount(text, currency, language);
  return 'amount' in reading ? reading.amount : reading.refused.why;
};

/** Blanks that people paste: no-break, narrow no-break, thin and figure spaces. */
const [nbsp, narrow, thin, figure] = ['\u00a0', '\u202f', '\u2009', '\u2007'];

test.each([
  ['', null],
  ['   ', null],
  ['0', 0],
  ['7', 7],
  ['007', 7],
  ['45000', 45000],
  ['  45000\t', 45000],
  ['12,50', 12.5],
  ['12.50', 12.5],
  ['12,5', 12.5],
  ['.5', 0.5],
  ['0,05', 0.05],
  ['1250,50', 1250.5],
  ['1,250.00', 1250],
  ['1.250,00', 1250],
  ["1'250.00", 1250],
  ['1’250,5', 1250.5],
  ['1 250', 1250],
  ['1 250,50', 1250.5],
  ['1 250.50', 1250.5],
  [`1${nbsp}250${nbsp}000`, 1_250_000],
  [`1${narrow}250,50`, 1250.5],
  [`1${thin}250`, 1250],
  [`1${figure}250`, 1250],
  ['1,250,000', 1_250_000],
  ['1.250.000', 1_250_000],
  ['1,250,000.75', 1_250_000.75],
  ['1.250.000,75', 1_250_000.75],
  ['€1250', 1250],
  ['1250 €', 1250],
  ['eur 1,250.50', 1250.5],
  [`1 250,50${nbsp}EUR`, 1250.5],
  ['\u200e€ 5', 5],
  ['9,999,999,999,999.99', 9_999_999_999_999.99],
])('%j is the same amount in both languages', (text, amount) => {
  expect([read(text, 'en'), read(text, 'et')]).toEqual([amount, amount]);
});

test.each([
  ['-5', 'negative'],
  ['−5', 'negative'],
  ['€-5', 'negative'],
  ['(5)', 'negative'],
  ['5-', 'unreadable'],
  ['+5', 'unreadable'],
  ['1e5', 'unreadable'],
  ['1E5', 'unreadable'],
  ['12abc', 'unreadable'],
  ['abc', 'unreadable'],
  ['EUR', 'unreadable'],
  ['€', 'unreadable'],
  ['12.', 'unreadable'],
  ['.', 'unreadable'],
  [',', 'unreadable'],
  ['1..5', 'unreadable'],
  ['1,25,0', 'unreadable'],
  ['1,25,000.00', 'unreadable'],
  ['12 50', 'unreadable'],
  ['1 25,00', 'unreadable'],
  ["1 250'000", 'unreadable'],
  ['1,250 000', 'unreadable'],
  ['1.250,000,00', 'unreadable'],
  ['0 250', 'unreadable'],
  ['0,125.50', 'unreadable'],
  ['1/2', 'unreadable'],
  ['½', 'unreadable'],
  ['5²', 'unreadable'],
  ['١٢', 'unreadable'],
  ['12５', 'unreadable'],
  ['1250.-', 'unreadable'],
  ['5 %', 'unreadable'],
  ['0x10', 'unreadable'],
  ['NaN', 'unreadable'],
  ['Infinity', 'unreadable'],
  ['12.505', 'ambiguous'],
  ['0.125', 'decimals'],
  ['1250,125', 'decimals'],
  ['12.5000', 'decimals'],
  ['1,250.000', 'decimals'],
  ['$5', 'currency'],
  ['US$5', 'currency'],
  ['5 USD', 'currency'],
  ['5 kr', 'currency'],
  ['5 zł', 'currency'],
  ['5 ¥', 'currency'],
  ['€5 USD', 'currency'],
  ['10000000000000', 'long'],
  ['1234567890123456', 'long'],
  ['99999999999999999999', 'long'],
])('%j is refused in both languages', (text, why) => {
  expect([read(text, 'en'), read(text, 'et')]).toEqual([why, why]);
});

test("one separator before three digits follows the user's language, or is rejected", () => {
  expect([read('1,250', 'en'), read('1.250', 'en')]).toEqual([1250, 'ambiguous']);
  expect([read('1,250', 'et'), read('1.250', 'et')]).toEqual(['ambiguous', 'ambiguous']);
  expect([read('1,250', 'en', 'KWD'), read('1.250', 'en', 'KWD')]).toEqual([1250, 1.25]);
  expect([read('1,250', 'et', 'KWD'), read('1.250', 'et', 'KWD')]).toEqual([1.25, 'ambiguous']);
  expect([read('1 250,125', 'et', 'KWD'), read('1 250,125', 'en', 'KWD')]).toEqual([1250.125, 'ambiguous']);
  expect([read('0.125', 'en', 'KWD'), read('0.125', 'et', 'KWD')]).toEqual([0.125, 0.125]);
});

test('a currency has the decimals of ISO 4217', () => {
  expect(['JPY', 'ISK', 'KRW', 'EUR', 'HUF', 'IDR', 'KWD', 'CLF'].map(decimalsOf)).toEqual([0, 0, 0, 2, 2, 2, 3, 4]);
  for (const currency of ['JPY', 'ISK'])
    expect([read('12.5', 'en', currency), read('1,250', 'en', currency), read('1250', 'et', currency)]).toEqual([
      'decimals',
      1250,
      1250,
    ]);
  expect(read('12.505', 'en', 'KWD')).toBe(12.505);
  expect(read('12.5055', 'en', 'KWD')).toBe('decimals');
  expect(read('1234567890123.125', 'en', 'KWD')).toBe('long');
  expect(formats('en').money({ amount: 12.5, currency: 'HUF' })).toBe('HUF\u00a012.50');
});

test('an existing amount is validated for its currency too', () => {
  expect([read(12.5, 'en'), read(12.5, 'en', 'JPY'), read(1.25, 'et', 'KWD'), read(1.125, 'et')]).toEqual([
    12.5,
    'decimals',
    1.25,
    'decimals',
  ]);
});

test('the symbol of every currency is parsed', () => {
  expect([
    read('$5', 'en', 'USD'),
    read('US$5', 'et', 'USD'),
    read('5 kr', 'et', 'SEK'),
    read('¥5', 'en', 'JPY'),
  ]).toEqual([5, 5, 5, 5]);
  expect(read('€5', 'en', 'SEK')).toBe('currency');
});

test('a formatted amount is parsed to the same amount, in every currency', () => {
  for (const currency of currencies)
    for (const language of ['en', 'et'])
      for (const amount of [0, 1, 12.5, 999, 1250, 1250.5, 45_000.25, 1_234_567.89, 9_999_999_999_999]) {
        const fits = 'amount' in parseAmount(amount, currency, language);
        const written = formatAmount(amount, currency, language);
        if (fits) expect([written, read(written, language, currency)]).toEqual([written, amount]);
        else expect(typeof read(written, language, currency), written).toBe('string');
      }
});

/** A seeded random generator: the same values in each run. */
function seededRandom(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * sides);
  };
}

test('an amount is parsed correctly or rejected, whatever its format', () => {
  const random = seededRandom(7);
  const of = <T>(all: readonly T[]) => all[random(all.length)] as T;
  let understood = 0;
  for (let i = 0; i < 20_000; i++) {
    const currency = of(['EUR', 'USD', 'JPY', 'KWD', 'SEK', 'ISK']);
    const whole = String(random(10 ** (1 + random(8))));
    const fraction = String(random(10_000)).slice(0, random(5));
    const [group, decimal] = of([
      [',', '.'],
      ['.', ','],
      [' ', ','],
      [nbsp, ','],
      ["'", '.'],
      ['', '.'],
      ['', ','],
    ] as const);
    const groups = whole.replace(/\B(?=(\d{3})+$)/g, group);
    const text =
      of(['', '€', 'EUR ', '$', ' ']) + groups + (fraction ? decimal + fraction : '') + of(['', ' €', 'kr', ' ']);
    const language = of(['en', 'et']);
    const reading = read(text, language, currency);
    if (typeof reading === 'string') continue;
    understood++;
    const meant = Number(`${whole}.${fraction}`);
    // Only the user's language can decide here.
    const parts = group ? groups.split(group).length : 1;
    const alone = !fraction && parts === 2 && /[.,]/.test(group);
    const asDecimals = parts === 1 && fraction.length === 3 && whole.length <= 3 && !whole.startsWith('0');
    if (alone) expect([text, reading]).toEqual([text, group === ',' && language === 'en' ? meant : meant / 1000]);
    else if (asDecimals)
      expect([text, reading]).toEqual([text, decimal === ',' && language === 'en' ? Number(whole + fraction) : meant]);
    else expect([text, reading]).toEqual([text, meant]);
  }
  expect(understood).toBeGreaterThan(3_000);
});

test('only the digits of arbitrary characters are parsed, in their order', () => {
  const random = seededRandom(11);
  const characters = "0123456789.,  '’-+eE€$kr()%\u00a0";
  for (let i = 0; i < 50_000; i++) {
    const text = Array.from({ length: 1 + random(9) }, () => characters[random(characters.length)]).join('');
    const language = random(2) ? 'en' : 'et';
    const reading = read(text, language);
    if (typeof reading !== 'number') continue;
    const digits = text.replace(/\D/g, '');
    const shifts = [1, 10, 100].map((by) => Number(digits) / by);
    expect(shifts, `${text} in ${language}`).toContain(reading);
    // More than two trailing digits are never decimals, and two are never a group.
    const tail = /[.,](\d+)\D*$/.exec(text)?.[1]?.length ?? 0;
    const expected = tail === 1 ? 10 : tail === 2 ? 100 : 1;
    expect(reading, `${text} in ${language}`).toBe(Number(digits) / expected);
  }
});
