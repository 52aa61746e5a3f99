import decimals from './decimals.json';

/** The currencies that the form offers first; every other one of ISO 4217 follows. */
const common = ['EUR', 'USD', 'SEK', 'NOK', 'DKK', 'PLN', 'GBP', 'CHF'];
export const currencies = [...common, ...Intl.supportedValuesOf('currency').filter((code) => !common.includes(code))];

/** How many decimals a currency has, by ISO 4217 as the server knows it; the browser's table has others. */
export const decimalsOf = (currency: string): number =>
  Number(Object.entries(decimals).find(([, codes]) => codes.split(' ').includes(currency))?.[0] ?? 2);

/** How many decimals an amount has. */
export const fractionOf = (amount: number) => String(amount).split('.')[1]?.length ?? 0;
