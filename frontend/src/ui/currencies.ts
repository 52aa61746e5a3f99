import decimals from './decimals.json';

/** The currencies at the top of a select; the rest of ISO 4217 follows. */
const common = ['EUR', 'USD', 'SEK', 'NOK', 'DKK', 'PLN', 'GBP', 'CHF'];
export const currencies = [...common, ...Intl.supportedValuesOf('currency').filter((code) => !common.includes(code))];

/** The decimals of a currency as the server has them (ISO 4217); the browser's differ. */
export const decimalsOf = (currency: string): number =>
  Number(Object.entries(decimals).find(([, codes]) => codes.split(' ').includes(currency))?.[0] ?? 2);

/** The number of decimals of an amount. */
export const fractionOf = (amount: number) => String(amount).split('.')[1]?.length ?? 0;
