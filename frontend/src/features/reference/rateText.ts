/** A rate with all its decimals, in the user's language. */
export const rateText = (rate: number, language: string) =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 8, useGrouping: false }).format(rate);

/** The rate in a text, with a comma or a point before the decimals; null if it is none that can be stored. */
export function parseRate(text: string): number | null {
  const plain = text.trim();
  if (!/^\d{1,10}([.,]\d{1,8})?$/.test(plain)) return null;
  const rate = Number(plain.replace(',', '.'));
  return rate > 0 && rate <= 1_000_000_000 ? rate : null;
}
