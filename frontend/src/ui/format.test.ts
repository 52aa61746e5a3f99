import { expect, test } from 'vitest';
import { dateInputProps } from './dateInputProps';
import { fieldErrors } from './fieldErrors';
import { formats } from './format';

test('money, dates and relative times in Estonian and English', () => {
  const et = formats('et');
  expect(et.money({ amount: 6384, currency: 'EUR' })).toBe('6\u00a0384\u00a0€');
  expect(et.money({ amount: 6384.5, currency: 'EUR' })).toBe('6\u00a0384,50\u00a0€');
  expect(et.date('2026-04-03')).toBe('03.04.2026');
  expect(formats('en').money({ amount: 1250000, currency: 'EUR' }, true)).toBe('€1.3m');
  const now = Date.parse('2026-03-01T10:00:00Z');
  expect(formats('en').relative('2026-03-01T15:30:00Z', now)).toBe('in 5 hours');
  expect(et.relative('2026-02-27T10:00:00Z', now)).toBe('üleeile');
});

test('a total at which the server stops counting is a minimum', () => {
  expect(formats('en').total(9_999)).toBe('9,999');
  expect(formats('en').total(10_000)).toBe('10,000+');
});

test('typed dates are day first', () => {
  const { dateParser } = dateInputProps(((key: string) => key) as never);
  expect(dateParser('03.04.2026')).toBe('2026-04-03');
  expect(dateParser('3/4/2026')).toBe('2026-04-03');
  expect(dateParser('31.02.2026')).toBeNull();
});

test("the server's pointers are the form's fields", () => {
  const required = { code: 'required', detail: 'must not be empty' };
  const errors = ['/customer/name', '/value/estimated'].map((pointer) => ({ pointer, ...required }));
  const problem = { type: '', title: '', status: 422, code: 'invalid', traceId: '', errors };
  expect(fieldErrors(problem)).toEqual({
    'customer.name': 'must not be empty',
    'value.estimated': 'must not be empty',
  });
  const values = { customer: { name: '' }, value: { estimated: { amount: '', currency: 'EUR' } } };
  expect(fieldErrors(problem, values)).toEqual({
    'customer.name': 'must not be empty',
    'value.estimated.amount': 'must not be empty',
  });
});

test('a day is the same in every time zone', () => {
  const { TZ } = process.env;
  const zones = ['America/New_York', 'Pacific/Kiritimati', 'Europe/Tallinn', 'Pacific/Pago_Pago'];
  const shown = zones.map((zone) => {
    process.env.TZ = zone;
    const { date, month } = formats('et');
    return [date('2027-04-01'), date('2027-10-31'), month('2027-04')];
  });
  process.env.TZ = TZ;
  for (const one of shown) expect(one).toEqual(['01.04.2027', '31.10.2027', expect.stringContaining('apr')]);
});
