import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { attachFile, type Problem, type WriteNoteRequest, writeNote } from '@/api/gen';
import { invalidateTimeline } from '@/api/invalidation';

/** The content as Base64. */
const base64 = (file: File) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });

/** A problem with the name of the file it concerns. */
const named = (problem: Problem, file: File): Problem =>
  problem.errors?.length
    ? { ...problem, title: file.name, detail: problem.errors.map((error) => error.detail).join(', '), errors: null }
    : problem;

/** Writes a note, then uploads its files one by one. If one fails the note exists, and sending again continues with the rest. */
export function useWriteNote(opportunity: string, written: () => void) {
  const queries = useQueryClient();
  const [files, setFiles] = useState<File[]>([]);
  const [note, setNote] = useState<string>();
  const [sending, setSending] = useState<string>();
  const write = useMutation<void, Problem, WriteNoteRequest>({
    mutationFn: async (body) => {
      const noteId = note ?? (await writeNote({ path: { id: opportunity }, body, throwOnError: true })).data.id;
      setNote(noteId);
      written();
      for (const file of files) {
        setSending(file.name);
        const content = await base64(file);
        await attachFile({
          path: { id: opportunity, noteId },
          body: { name: file.name, content },
          throwOnError: true,
        }).catch((problem: Problem) => {
          throw named(problem, file);
        });
        setFiles((left) => left.filter((one) => one !== file));
      }
      setNote(undefined);
    },
    onSettled: () => {
      setSending(undefined);
      return invalidateTimeline(queries);
    },
  });
  const drop = (file: File) => {
    const left = files.filter((one) => one !== file);
    setFiles(left);
    if (!left.length) setNote(undefined);
    write.reset();
  };
  return { write, files, setFiles, drop, sending, goesOn: note !== undefined && !write.isPending };
}
