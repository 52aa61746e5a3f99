import { type UseFormInput, useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Problem } from '@/api/gen';
import { ConflictingChange, changed, type EditOperations, same, saveChanges } from './changes';
import { fieldErrors } from './fieldErrors';
import { pickFields, withFields } from './fields';

/** Who made a conflicting change, and when. */
export interface Author {
  name: string;
  at: string;
}

/** Fields that two users have changed, for the user to resolve. */
export interface Conflict<T> {
  /** The paths of the fields. */
  fields: string[];
  authors: Record<string, Author | undefined>;
  /** The record when the edit started, and as it is now. */
  was: T;
  now: T;
}

interface Options<T, V> {
  validate?: UseFormInput<V>['validate'];
  read: EditOperations<T, V>['read'];
  send: EditOperations<T, V>['send'];
  create?: (values: V) => Promise<T>;
  saved: (record: T) => unknown;
  settled?: () => unknown;
  errors?: (problem: Problem, record: T | null) => Record<string, string>;
  authors?: (record: T, fields: string[]) => Promise<Record<string, Author | undefined>>;
  /** For an editor that is always open: it shows other users' changes while the form is unchanged. */
  follows?: boolean;
}

/**
 * A form for a record, whose values may be in groups like the API's. It keeps the version it was opened with, also when
 * the record is reloaded, and sends only changed fields. If another user has changed the same fields, the user resolves
 * each of them before anything is sent.
 *
 * @param record    the record when the editor opens; null for a new one
 * @param valuesOf the form's values for a record
 */
export function useEdit<T extends { version: number }, V extends Record<string, unknown>>(
  record: T | null,
  valuesOf: (record: T | null) => V,
  { validate, follows = false, ...it }: Options<T, V>,
) {
  const [base, setBase] = useState(record);
  const [conflict, setConflict] = useState<Conflict<T>>();
  const form = useForm<V>({ initialValues: valuesOf(record), validate });

  /** Updates unchanged fields to the current record and keeps changed ones. */
  const rebase = (before: V, now: T) => {
    const after = valuesOf(now);
    const mine = changed(form.getValues(), before);
    setBase(now);
    form.setInitialValues(after);
    form.setValues(withFields(after, mine));
  };
  const save = useMutation<T | ConflictingChange<T>, Problem, V>({
    mutationFn: async (values) => {
      if (!base) return it.create ? it.create(values) : Promise.reject(new Error('Nothing to change'));
      const changes = changed(values, valuesOf(base));
      return Object.keys(changes).length ? saveChanges<T, V>({ ...it, values: valuesOf }, base, changes) : base;
    },
    onSuccess: async (result, values) => {
      if (result instanceof ConflictingChange) {
        const { now, fields } = result;
        const authors = await (it.authors?.(now, fields).catch(() => ({})) ?? {});
        if (base) {
          rebase(valuesOf(base), now);
          setConflict({ was: base, now, fields, authors });
        }
      } else {
        setConflict(undefined);
        if (follows) rebase(values, result);
        await it.saved(result);
      }
    },
    onError: (problem, values) => form.setErrors(it.errors?.(problem, base) ?? fieldErrors(problem, values)),
    onSettled: () => void it.settled?.(),
  });
  const dirty = !same(form.values, valuesOf(base));
  useEffect(() => {
    if (follows && record && base && record.version > base.version && !dirty && !save.isPending)
      rebase(form.values, record);
  });
  const submit = form.onSubmit((values) => save.mutate(values));
  // Nothing is sent while a conflict is open.
  const submitted = form.onSubmit((values) => (conflict ? undefined : save.mutate(values)));
  /** Marks a field as resolved. */
  const decided = (field: string) => {
    const fields = conflict?.fields.filter((one) => one !== field) ?? [];
    setConflict(conflict && fields.length ? { ...conflict, fields } : undefined);
    return fields.length === 0;
  };
  return {
    form,
    /** The record that changes are compared with. */
    base,
    dirty,
    submit: submitted,
    problem: save.error,
    saving: save.isPending,
    conflict,
    valuesOf,
    /** Keeps the user's value; after the last conflict the form is sent. */
    keep: (field: string) => {
      if (decided(field)) submit();
    },
    /** Takes the other user's value. */
    take: (field: string) => {
      if (conflict) form.setValues(withFields(form.getValues(), pickFields(valuesOf(conflict.now), [field])));
      decided(field);
    },
  };
}
