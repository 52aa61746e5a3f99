import { expect, test } from 'vitest';
import { auditSearch } from '@/features/audit/search';
import { opportunitySearch } from '@/features/opportunities/search';
import { registrationSearch } from '@/features/registrations/search';
import { urlFilters } from './urlFilters';

test('one value is a list of one', () => {
  expect(opportunitySearch({ status: 'ACCEPTED' })).toEqual({ status: ['ACCEPTED'] });
  expect(opportunitySearch({ phase: 'QUOTING', view: 'managed' })).toEqual({ phase: ['QUOTING'], view: 'managed' });
  expect(registrationSearch({ status: 'SUBMITTED' })).toEqual({ status: ['SUBMITTED'] });
  const id = '0199a000-0000-7000-8000-000000000001';
  expect(opportunitySearch({ ownerId: id, productLineId: [id], closedTo: '2026-01-31' })).toEqual({
    ownerId: [id],
    productLineId: [id],
    closedTo: '2026-01-31',
  });
});

test('a search for digits stays a text', () => {
  expect(opportunitySearch({ q: 2026 })).toEqual({ q: '2026' });
  expect(auditSearch({ thingId: 12 })).toEqual({ thingId: '12' });
});

test('unknown filters and values are named, and known ones stay', () => {
  expect(opportunitySearch({ status: ['WON', 'NONSENSE'], colour: 'red', overdue: 'maybe' })).toEqual({
    status: ['WON'],
    unknown: ['status=NONSENSE', 'colour=red', 'overdue=maybe'],
  });
  expect(opportunitySearch({ status: 'NONSENSE', unknown: ['colour=red'] })).toEqual({
    unknown: ['colour=red', 'status=NONSENSE'],
  });
  expect(urlFilters({})({ nested: { a: 1 } })).toEqual({ unknown: ['nested={"a":1}'] });
});

test('an empty value is no filter', () => {
  expect(opportunitySearch({ q: '', status: undefined })).toEqual({});
});
