import { expect, test } from 'vitest';
import { ConflictingChange, changed, type EditOperations, emptyAsNull, saveChanges, saveOrThrow } from './changes';
import { type Changes, withFields } from './fields';
import { inputValue } from './money';

interface TestRecord {
  version: number;
  name: string;
  days: number | null;
  value: { currency: string; estimated: { amount: number; currency: string } | null };
  pipeline: { probability: number | null; notes: string[] };
}
type Values = Omit<TestRecord, 'version'>;

const problem = (status: number, code: string) => ({ type: '', title: code, status, code, traceId: '' });

/** A record that another user may have changed, and the requests that were sent. */
function server(now: TestRecord, meanwhile: Changes<Values>[] = []) {
  const sent: [number, Changes<Values>][] = [];
  let record = now;
  const edits: EditOperations<TestRecord, Values> = {
    values: ({ version: _, ...values }) => values,
    read: async () => record,
    send: async (of, changes) => {
      const other = meanwhile.shift();
      if (other) record = { ...withFields(record, other), version: record.version + 1 };
      sent.push([of.version, changes]);
      if (of.version !== record.version) throw problem(412, 'if-match.stale');
      record = { ...withFields(record, changes), version: record.version + 1 };
      return record;
    },
  };
  return { edits, sent };
}

const euros = (amount: number) => ({ amount, currency: 'EUR' });

const base: TestRecord = {
  version: 1,
  name: 'Gold',
  days: 30,
  value: { currency: 'EUR', estimated: euros(1000) },
  pipeline: { probability: null, notes: ['a'] },
};

test('changes of other fields are kept, more than once', async () => {
  const { edits, sent } = server(base, [{ name: 'Silver' }, { name: 'Bronze' }]);
  expect(await saveChanges(edits, base, { days: 60 })).toEqual({ ...base, version: 4, name: 'Bronze', days: 60 });
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

test('changes of other fields in the same group are kept', async () => {
  const { edits, sent } = server(base, [{ pipeline: { notes: ['a', 'b'] }, value: { estimated: euros(3000) } }]);
  expect(await saveChanges(edits, base, { pipeline: { probability: 40 } })).toMatchObject({
    value: { currency: 'EUR', estimated: euros(3000) },
    pipeline: { probability: 40, notes: ['a', 'b'] },
  });
  expect(sent.at(-1)).toEqual([2, { pipeline: { probability: 40 } }]);
});

test('a conflict has the path of the field in its group', async () => {
  const { edits, sent } = server(base, [{ pipeline: { notes: ['b'], probability: 10 }, value: { estimated: null } }]);
  const mine = { pipeline: { probability: 10, notes: ['c'] }, value: { estimated: euros(2000) } };
  expect(await saveChanges(edits, base, mine)).toMatchObject({
    fields: ['pipeline.notes', 'value.estimated'],
    now: { value: { currency: 'EUR', estimated: null } },
  });
  expect(sent).toHaveLength(1);
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

test('of a group only the changed fields are changes; money and lists are whole', () => {
  const { version: _, ...before } = base;
  const values = withFields(before, {
    value: { estimated: { amount: 1000, currency: 'USD' } },
    pipeline: { notes: [] },
  });
  expect(changed(values, before)).toEqual({
    value: { estimated: { amount: 1000, currency: 'USD' } },
    pipeline: { notes: [] },
  });
  expect(changed(withFields(before, { value: { estimated: null } }), before)).toEqual({ value: { estimated: null } });
  expect(changed(withFields(values, before), before)).toEqual({});
});

test('an empty field is sent as null, a missing one is not sent', () => {
  expect(emptyAsNull({ name: ' Gold ', phone: '  ', days: inputValue() }, 'phone', 'days')).toEqual({
    name: ' Gold ',
    phone: null,
    days: null,
  });
  const partial: { name?: string; days?: number } = { days: 5 };
  expect(emptyAsNull(partial, 'name', 'days')).toEqual({ days: 5 });
});
