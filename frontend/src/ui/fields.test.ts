import { expect, test } from 'vitest';
import { fieldAt, fieldsOf, pickFields, withFields } from './fields';

const values = {
  topic: 'Wi-Fi',
  value: { currency: 'EUR', estimated: { amount: 5, currency: 'EUR' } },
  classification: { territoryId: null, productLineIds: ['a', 'b'] },
};

test('fields have a path; money and lists are one field', () => {
  expect([...fieldsOf(values)]).toEqual([
    ['topic', 'Wi-Fi'],
    ['value.currency', 'EUR'],
    ['value.estimated', { amount: 5, currency: 'EUR' }],
    ['classification.territoryId', null],
    ['classification.productLineIds', ['a', 'b']],
  ]);
  expect(fieldAt(values, 'value.estimated')).toEqual({ amount: 5, currency: 'EUR' });
  expect(fieldAt(values, 'value.actual')).toBeUndefined();
});

test('some fields are picked with their groups, and set in others', () => {
  const picked = pickFields(values, ['value.estimated', 'classification.productLineIds']);
  expect(picked).toEqual({
    value: { estimated: { amount: 5, currency: 'EUR' } },
    classification: { productLineIds: ['a', 'b'] },
  });
  const other = {
    topic: 'LAN',
    value: { currency: 'USD', estimated: null },
    classification: { territoryId: 't', productLineIds: [] },
  };
  expect(withFields<object>(other, picked)).toEqual({
    topic: 'LAN',
    value: { currency: 'USD', estimated: { amount: 5, currency: 'EUR' } },
    classification: { territoryId: 't', productLineIds: ['a', 'b'] },
  });
  expect(other.value.estimated).toBeNull();
});
