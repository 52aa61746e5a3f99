import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { attachFile, type Problem, type WriteNoteRequest, writeNote } from '@/api/gen';
import { invalidateTimeline } from '@/api/invalidation';
import { session } from '@/api/session';
import { base64 } from '@/ui/base64';
import { useDraftForm } from '@/ui/useDraftForm';
import type { Named } from './mentions';

/** A problem with the name of the file it concerns. */
const named = (problem: Problem, file: File): Problem =>
  problem.errors?.length
    ? { ...problem, title: file.name, detail: problem.errors.map((error) => error.detail).join(', '), errors: null }
    : problem;

/** The files of notes that are not sent yet, by user and opportunity. They survive navigation; a browser keeps no files over a reload. */
const attached = new Map<string, File[]>();

function useFiles(opportunity: string) {
  const key = `${session.user?.id} ${opportunity}`;
  const [files, setFiles] = useState(() => attached.get(key) ?? []);
  useEffect(() => {
    if (files.length) attached.set(key, files);
    else attached.delete(key);
    if (!files.length) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [key, files]);
  return [files, setFiles] as const;
}

/** A note while it is written. */
export type NewNote = { text: string; readers: string; picked: Named[] };

const empty: NewNote = { text: '', readers: 'EVERYONE', picked: [] };

/**
 * Writes a note, then uploads its files one by one. If one fails the note exists, and sending again continues with the rest.
 *
 * @param bodyOf       the request for a text and its readers
 * @param readersError the error of the readers: those of a draft may no longer be there
 */
export function useWriteNote(
  opportunity: string,
  bodyOf: (note: NewNote) => Promise<WriteNoteRequest>,
  readersError: (readers: string) => string | null,
) {
  const queries = useQueryClient();
  const [files, setFiles] = useFiles(opportunity);
  const [note, setNote] = useState<string>();
  const [sending, setSending] = useState<string>();
  const upload = async (noteId: string, file: File) => {
    setSending(file.name);
    const body = { name: file.name, content: await base64(file) };
    await attachFile({ path: { id: opportunity, noteId }, body, throwOnError: true }).catch((problem: Problem) => {
      throw named(problem, file);
    });
    setFiles((left) => left.filter((one) => one !== file));
  };
  const edit = useDraftForm<NewNote, void>(empty, {
    draft: `note:of:${opportunity}`,
    validate: { readers: readersError },
    // The readers stay chosen for the next note.
    holds: ({ text }) => text.trim() !== '',
    send: async (typed) => {
      const write = async () =>
        (await writeNote({ path: { id: opportunity }, body: await bodyOf(typed), throwOnError: true })).data.id;
      const noteId = note ?? (await write());
      setNote(noteId);
      edit.form.setFieldValue('text', '');
      edit.form.setFieldValue('picked', []);
      for (const file of files) await upload(noteId, file);
      setNote(undefined);
    },
    sent: (_, __, finish) => finish(false),
    settled: () => {
      setSending(undefined);
      return invalidateTimeline(queries);
    },
  });
  const drop = (file: File) => {
    const left = files.filter((one) => one !== file);
    setFiles(left);
    if (!left.length) setNote(undefined);
  };
  return { edit, files, setFiles, drop, sending, goesOn: note !== undefined && !edit.saving };
}
