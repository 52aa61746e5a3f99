import { type UseFormInput, useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Problem } from '@/api/gen';
import { Clash, changed, type Edits, same, sendChanges } from './changes';
import { fieldErrors } from './serverErrors';

/** Who made the other change of a field, and when. */
export interface Author {
  name: string;
  at: string;
}

/** What is to be decided on. */
export interface Conflict<T> {
  fields: string[];
  authors: Record<string, Author | undefined>;
  /** The thing as it was when it was changed here, and as it is now. */
  was: T;
  now: T;
}

interface Options<T, V> {
  validate?: UseFormInput<V>['validate'];
  read: Edits<T, V>['read'];
  send: Edits<T, V>['send'];
  create?: (values: V) => Promise<T>;
  saved: (thing: T) => unknown;
  settled?: () => unknown;
  errors?: (problem: Problem, thing: T | null) => Record<string, string>;
  authors?: (thing: T, fields: string[]) => Promise<Record<string, Author | undefined>>;
  /** For an editor that is open all the time: what others change shows in it as long as nothing was changed here. */
  follows?: boolean;
}

/**
 * A form on a thing. It holds on to the version that it was opened on, whatever is read again meanwhile, and sends only what was changed.
 * What others have changed in the same fields is to be decided on, field by field, before anything is sent.
 *
 * @param thing    what is edited, as it is when the editor is opened; null where it is new
 * @param valuesOf what the fields of the form hold of it
 */
export function useEdit<T extends { version: number }, V extends Record<string, unknown>>(
  thing: T | null,
  valuesOf: (thing: T | null) => V,
  { validate, follows = false, ...it }: Options<T, V>,
) {
  const [base, setBase] = useState(thing);
  const [clash, setClash] = useState<Conflict<T>>();
  const form = useForm<V>({ initialValues: valuesOf(thing), validate });

  /** What was not changed here since becomes what it is now; what was changed here stays. */
  const rebase = (before: V, now: T) => {
    const after = valuesOf(now);
    const mine = changed(form.getValues(), before);
    setBase(now);
    form.setInitialValues(after);
    form.setValues({ ...after, ...mine });
  };
  const save = useMutation<T | Clash<T>, Problem, V>({
    mutationFn: async (values) => {
      if (!base) return it.create ? it.create(values) : Promise.reject(new Error('Nothing to change'));
      const changes = changed(values, valuesOf(base));
      return Object.keys(changes).length ? sendChanges<T, V>({ ...it, values: valuesOf }, base, changes) : base;
    },
    onSuccess: async (result, values) => {
      if (result instanceof Clash) {
        const { now, fields } = result;
        const authors = await (it.authors?.(now, fields).catch(() => ({})) ?? {});
        if (base) {
          rebase(valuesOf(base), now);
          setClash({ was: base, now, fields, authors });
        }
      } else {
        setClash(undefined);
        if (follows) rebase(values, result);
        await it.saved(result);
      }
    },
    onError: (problem) => form.setErrors((it.errors ?? fieldErrors)(problem, base)),
    onSettled: () => void it.settled?.(),
  });
  const dirty = !same(form.values, valuesOf(base));
  useEffect(() => {
    if (follows && thing && base && thing.version > base.version && !dirty && !save.isPending)
      rebase(form.values, thing);
  });
  const submit = form.onSubmit((values) => save.mutate(values));
  // What is not decided on is not sent.
  const submitted = form.onSubmit((values) => (clash ? undefined : save.mutate(values)));
  /** The field is decided on. */
  const decided = (field: string) => {
    const fields = clash?.fields.filter((one) => one !== field) ?? [];
    setClash(clash && fields.length ? { ...clash, fields } : undefined);
    return fields.length === 0;
  };
  return {
    form,
    /** The thing that changes are held against. */
    base,
    dirty,
    submit: submitted,
    problem: save.error,
    saving: save.isPending,
    clash,
    valuesOf,
    /** My value stays in the field; with the last decision it is sent. */
    keep: (field: string) => {
      if (decided(field)) submit();
    },
    /** The other value comes into the field. */
    take: (field: string) => {
      if (clash) form.setFieldValue(field as never, valuesOf(clash.now)[field] as never);
      decided(field);
    },
  };
}
