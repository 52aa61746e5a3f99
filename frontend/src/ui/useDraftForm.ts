import { type UseFormInput, type UseFormReturnType, useForm } from '@mantine/form';
import { onlineManager, useMutation } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import type { Problem } from '@/api/gen';
import { forgetUnanswered } from '@/api/idempotency';
import { isLost } from '@/api/problem';
import { changed, same } from './changes';
import { type Draft, dropDraft, readDraft, writeDraft } from './drafts';
import { fieldErrors } from './fieldErrors';
import { type Changes, fieldsOf, pickFields, withFields } from './fields';
import { markUnsaved } from './unsaved';

export interface DraftFormOptions<V, R> {
  /** The name of the draft, unique for the record and what is edited of it. Without it nothing is kept, for secrets. */
  draft: string | undefined;
  validate?: UseFormInput<V>['validate'];
  /** Whether changed values hold something to lose; without it, all do. */
  holds?: (values: V) => boolean;
  send: (values: V) => Promise<R>;
  /** Called after a successful send; `finish` clears the draft, and ends the session if the form closes. */
  sent: (result: R, values: V, finish: (closes: boolean) => void) => unknown;
  settled?: () => unknown;
  errors?: (problem: Problem, values: V) => Record<string, string>;
}

/** What every form has: `FormDialog` and the other editors work with it. */
export interface DraftForm<V> {
  form: UseFormReturnType<V>;
  dirty: boolean;
  /** Whether there is something to lose at this moment. */
  unsaved: () => boolean;
  submit: (event?: React.FormEvent<HTMLFormElement>) => void;
  problem: Problem | null;
  saving: boolean;
  /** When the restored draft was written; null if there was none. */
  restored: string | null;
  /** Clears the draft and resets the form. */
  discard: () => void;
}

/** How long a connection must last before a lost send is repeated. */
const SETTLED = 500;

/** The draft's changes of fields that the form still has. */
function changesOf<V extends object>(draft: Draft<V> | undefined, base: V): Changes<V> {
  return draft ? pickFields<V>(withFields(base, draft.mine), pathsOf(draft, base)) : {};
}

const pathsOf = <V extends object>({ mine }: Draft<V>, base: V) => {
  const known = fieldsOf(base);
  return [...fieldsOf(mine).keys()].filter((path) => known.has(path));
};

/**
 * A form whose input is kept as a draft while it is typed, until it is sent or discarded. A send that the network loses
 * keeps the input, and is repeated when the connection is back. It is never sent twice at the same time.
 *
 * @param base what the values are without the user's changes
 * @param before what the changed fields were when the user changed them, if another user has changed them since
 */
export function useDraftForm<V extends Record<string, unknown>, R>(
  base: V,
  { draft: name, validate, ...it }: DraftFormOptions<V, R>,
  before: V = base,
) {
  const [found] = useState(() => (name ? readDraft<V>(name) : undefined));
  const [restored, setRestored] = useState(() =>
    found && !same(withFields(base, changesOf(found, base)), base) ? found.at : null,
  );
  const form = useForm<V>({ initialValues: withFields(base, changesOf(found, base)), validate });
  const id = useId();
  const finished = useRef(false);
  const sending = useRef(false);
  const dirty = !same(form.values, base) && (it.holds?.(form.values) ?? true);
  const latest = useRef({ dirty, base });
  latest.current = { dirty, base };

  const finish = (closes: boolean) => {
    finished.current = closes;
    if (name) dropDraft(name);
    setRestored(null);
  };
  const save = useMutation<R, Problem, V>({
    mutationFn: it.send,
    onSuccess: (result, values) => it.sent(result, values, finish),
    onError: (problem, values) => form.setErrors(it.errors?.(problem, values) ?? fieldErrors(problem, values)),
    onSettled: () => {
      sending.current = false;
      void it.settled?.();
    },
  });
  const send = (values: V) => {
    if (sending.current) return;
    sending.current = true;
    finished.current = false;
    save.mutate(values);
  };
  const submit = form.onSubmit(send, (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus());

  useEffect(() => {
    if (!name || finished.current) return;
    if (dirty) writeDraft(name, { mine: changed(form.values, base), before: unchanged(form.values, base, before) });
    else dropDraft(name);
  }, [name, dirty, form.values, base, before]);

  const waits = isLost(save.error) && same(save.variables, form.values);
  useEffect(() => (dirty ? markUnsaved(id, waits) : undefined), [id, dirty, waits]);
  const resend = useRef(submit);
  resend.current = submit;
  useEffect(() => {
    if (!waits) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = onlineManager.subscribe((online) => {
      clearTimeout(timer);
      timer = online ? setTimeout(() => resend.current(), SETTLED) : undefined;
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [waits]);

  return {
    form,
    dirty,
    unsaved: () => !finished.current && latest.current.dirty,
    submit,
    send,
    problem: save.error,
    saving: save.isPending,
    restored,
    /** The draft that was found. */
    found,
    discard: () => {
      if (name) dropDraft(name);
      if (isLost(save.error)) forgetUnanswered();
      save.reset();
      setRestored(null);
      form.clearErrors();
      form.setInitialValues(latest.current.base);
      form.setValues(latest.current.base);
    },
  };
}

/** The changed fields as they were before. */
const unchanged = <V extends object>(values: V, base: V, before: V) =>
  pickFields<V>(before, fieldsOf(changed(values, base)).keys());
