import dayjs from 'dayjs';
import { expect, test } from 'vitest';
import { setDayjsLocale } from './dayjsLocale';

test.each([
  ['en', 'March Su Mo'],
  ['et', 'märts P E'],
  ['lv', 'marts Sv Pi'],
])('the calendar speaks %s', (language, expected) => {
  setDayjsLocale(language);
  const [sunday, monday] = [dayjs('2026-03-01'), dayjs('2026-03-02')];
  expect(`${sunday.format('MMMM dd')} ${monday.format('dd')}`).toBe(expected);
});
