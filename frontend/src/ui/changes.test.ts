import { expect, test } from 'vitest';
import { ConflictingChange, changed, type EditOperations, emptyAsNull, saveChanges, saveOrThrow } from './changes';

interface TestRecord {
  version: number;
  name: string;
  days: number | null;
}
type Values = Pick<TestRecord, 'name' | 'days'>;

const problem = (status: number, code: string) => ({ type: '', title: code, status, code, traceId: '' });

/** A record that another user may have changed, and the requests that were sent. */
function server(now: TestRecord, meanwhile: Partial<TestRecord>[] = []) {
  const sent: [number, Partial<Values>][] = [];
  let record = now;
  const edits: EditOperations<TestRecord, Values> = {
    values: ({ name, days }) => ({ name, days }),
    read: async () => record,
    send: async (of, changes) => {
      const other = meanwhile.shift();
      if (other) record = { ...record, ...other, version: record.version + 1 };
      sent.push([of.version, changes]);
      if (of.version !== record.version) throw problem(412, 'if-match.stale');
      record = { ...record, ...changes, version: record.version + 1 };
      return record;
    },
  };
  return { edits, sent };
}

const base: TestRecord = { version: 1, name: 'Gold', days: 30 };

test('changes of other fields are kept, more than once', async () => {
  const { edits, sent } = server(base, [{ name: 'Silver' }, { name: 'Bronze' }]);
  expect(await saveChanges(edits, base, { days: 60 })).toEqual({ version: 4, name: 'Bronze', days: 60 });
  expect(sent.map(([version]) => version)).toEqual([1, 2, 3]);
});

test('another value of the same field is a conflict, and nothing is overwritten', async () => {
  const { edits, sent } = server(base, [{ name: 'Silver', days: 90 }]);
  const result = await saveChanges(edits, base, { days: 60 });
  expect(result).toBeInstanceOf(ConflictingChange);
  expect(result).toMatchObject({ fields: ['days'], now: { name: 'Silver', days: 90 } });
  expect(sent).toHaveLength(1);
  const conflicting = server(base, [{ days: 90 }]);
  await expect(saveOrThrow(conflicting.edits, base, { days: 60 })).rejects.toMatchObject({ status: 412 });
});

test('the same value of the same field is not a conflict', async () => {
  const { edits } = server(base, [{ days: 60 }]);
  expect(await saveChanges(edits, base, { days: 60 })).toMatchObject({ days: 60 });
});

test('retries are limited, and other problems are thrown unchanged', async () => {
  const busy = server(
    base,
    Array.from({ length: 9 }, (_, index) => ({ name: `${index}` })),
  );
  await expect(saveChanges(busy.edits, base, { days: 60 })).rejects.toMatchObject({ status: 412 });
  expect(busy.sent).toHaveLength(3);
  const { edits } = server(base);
  const refuse = (refusal: unknown) => ({ ...edits, send: () => Promise.reject(refusal) });
  for (const refusal of [problem(422, 'invalid'), problem(409, 'duplicate'), problem(409, 'conflict')])
    await expect(saveChanges(refuse(refusal), base, { days: 60 })).rejects.toBe(refusal);
});

test('only different values are changes, whatever the order of their properties', () => {
  interface Fields {
    money: { amount: number; currency: string };
    ids: string[];
    day: string | null;
  }
  const before: Fields = { money: { amount: 1, currency: 'EUR' }, ids: ['a', 'b'], day: null };
  expect(changed<Fields>({ ...before, money: { currency: 'EUR', amount: 1 }, ids: ['a', 'b'] }, before)).toEqual({});
  expect(
    changed<Fields>({ ...before, money: { amount: 1, currency: 'USD' }, ids: ['a'], day: '2027-01-01' }, before),
  ).toEqual({
    money: { amount: 1, currency: 'USD' },
    ids: ['a'],
    day: '2027-01-01',
  });
});

test('an empty field is sent as null, a missing one is not sent', () => {
  expect(emptyAsNull({ name: ' Gold ', phone: '  ', days: '' as number | string }, 'phone', 'days')).toEqual({
    name: ' Gold ',
    phone: null,
    days: null,
  });
  expect(emptyAsNull({ days: 5 } as { name?: string; days?: number }, 'name', 'days')).toEqual({ days: 5 });
});
