import type { UseFormInput } from '@mantine/form';
import { useEffect, useState } from 'react';
import type { Problem } from '@/api/gen';
import { ConflictingChange, changed, conflictsOf, type EditOperations, same, saveChanges } from './changes';
import type { Draft } from './drafts';
import { fieldAt, pickFields, withFields } from './fields';
import { useDraftForm } from './useDraftForm';

/** Who made a conflicting change, and when. */
export interface Author {
  name: string;
  at: string;
}

/** Fields that two users have changed, for the user to resolve. */
export interface Conflict<T, V> {
  /** The paths of the fields. */
  fields: string[];
  authors: Record<string, Author | undefined>;
  /** The values when the edit started, and the record as it is now. */
  was: V;
  now: T;
  /** Whether it was found while saving: then the form is sent once all is resolved. */
  saving: boolean;
}

interface Options<T, V> {
  /** The name of the draft. */
  draft: string;
  validate?: UseFormInput<V>['validate'];
  read: EditOperations<T, V>['read'];
  send: EditOperations<T, V>['send'];
  create?: (values: V) => Promise<T>;
  saved: (record: T) => unknown;
  settled?: () => unknown;
  errors?: (problem: Problem, record: T | null) => Record<string, string>;
  authors?: (record: T, fields: string[]) => Promise<Record<string, Author | undefined>>;
  /** For an editor that stays open after it has saved. */
  staysOpen?: boolean;
}

/** The conflicts of a draft with what other users have changed since it was written. */
function conflictOf<T, V extends object>(draft: Draft<V> | undefined, record: T | null, now: V) {
  if (!draft || !record) return undefined;
  const fields = conflictsOf(draft.mine, draft.before, now);
  if (!fields.length) return undefined;
  const was = withFields(now, pickFields(withFields(now, draft.before), fields));
  return { fields, authors: {}, was, now: record, saving: false };
}

/**
 * An edit session: a form for a record, whose values may be in groups like the API's. It keeps the version it was opened
 * with, and sends only changed fields. Another user's changes of other fields appear in it; a change of the same field is
 * shown, and the user resolves it before anything is sent.
 *
 * @param record    the current record, which the live stream reloads; null for a new one
 * @param valuesOf the form's values for a record
 */
export function useEdit<T extends { version: number }, V extends Record<string, unknown>>(
  record: T | null,
  valuesOf: (record: T | null) => V,
  { draft, validate, staysOpen = false, ...it }: Options<T, V>,
) {
  const [base, setBase] = useState(record);
  const [conflict, setConflict] = useState<Conflict<T, V>>();
  const values = valuesOf(base);
  const before = conflict ? withFields(values, pickFields(conflict.was, conflict.fields)) : values;
  const edit = useDraftForm<V, T | ConflictingChange<T>>(
    values,
    {
      draft,
      validate,
      send: async (typed) => {
        if (!base) return it.create ? it.create(typed) : Promise.reject(new Error('Nothing to change'));
        const changes = changed(typed, values);
        return Object.keys(changes).length ? saveChanges<T, V>({ ...it, values: valuesOf }, base, changes) : base;
      },
      sent: async (result, typed, finish) => {
        if (result instanceof ConflictingChange) return merge(result.now, true);
        setConflict(undefined);
        finish(!staysOpen);
        if (staysOpen) rebase(typed, result);
        return it.saved(result);
      },
      settled: it.settled,
      errors: it.errors && ((problem) => it.errors?.(problem, base) ?? {}),
    },
    before,
  );
  const { form } = edit;

  /** Updates unchanged fields to the current record and keeps changed ones. */
  const rebase = (was: V, now: T) => {
    const after = valuesOf(now);
    const mine = changed(form.getValues(), was);
    setBase(now);
    form.setInitialValues(after);
    form.setValues(withFields(after, mine));
  };
  const showAuthors = async (now: T, fields: string[]) => {
    const authors = await it.authors?.(now, fields).catch(() => undefined);
    if (authors) setConflict((shown) => (shown?.now === now ? { ...shown, authors } : shown));
  };
  /** Takes over what other users have changed; fields that the user has changed too are conflicts. */
  const merge = async (now: T, saving: boolean) => {
    const typed = form.getValues();
    const after = valuesOf(now);
    const open = (conflict?.fields ?? []).filter((field) => !same(fieldAt(typed, field), fieldAt(after, field)));
    const fields = [...new Set([...open, ...conflictsOf(changed(typed, values), values, after)])];
    rebase(values, now);
    const was = withFields(values, pickFields(conflict?.was ?? values, open));
    setConflict(fields.length ? { was, now, fields, authors: {}, saving } : undefined);
    if (fields.length) await showAuthors(now, fields);
  };
  useEffect(() => {
    if (record && base && record.version > base.version && !edit.saving) void merge(record, false);
  });
  const { found } = edit;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft is compared once, when the editor opens
  useEffect(() => {
    const restored = conflictOf(found, record, valuesOf(record));
    setConflict(restored);
    if (restored) void showAuthors(restored.now, restored.fields);
  }, []);

  /** Marks a field as resolved. */
  const decided = (field: string) => {
    const fields = conflict?.fields.filter((one) => one !== field) ?? [];
    setConflict(conflict && fields.length ? { ...conflict, fields } : undefined);
    return fields.length === 0;
  };
  return {
    ...edit,
    /** The record that changes are compared with. */
    base,
    /** Nothing is sent while a conflict is open. */
    submit: (event?: React.FormEvent<HTMLFormElement>) => {
      if (!conflict) return edit.submit(event);
      event?.preventDefault();
    },
    discard: () => {
      setConflict(undefined);
      edit.discard();
    },
    conflict,
    valuesOf,
    /** Keeps the user's value. If the conflict was found while saving, the form is sent after the last one. */
    keep: (field: string) => {
      if (decided(field) && conflict?.saving) edit.submit();
    },
    /** Takes the other user's value. */
    take: (field: string) => {
      if (conflict) form.setValues(withFields(form.getValues(), pickFields(valuesOf(conflict.now), [field])));
      decided(field);
    },
  };
}
