import { ActionIcon, Anchor, Group, Text } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  type AttachmentView,
  deleteAttachment,
  getAttachment,
  type NoteView,
  type Problem,
  restoreAttachment,
} from '@/api/gen';
import { invalidateTimeline } from '@/api/invalidation';
import { downloadFile } from '@/ui/downloadFile';
import { useFormats } from '@/ui/format';
import { toastProblem, toastUndo } from '@/ui/toasts';

/** The attachments of a note; its author can remove them. */
export function Files({ note }: { note: NoteView }) {
  const { t } = useTranslation();
  const format = useFormats();
  const queries = useQueryClient();
  const fetching = useMutation<void, Problem, AttachmentView>({
    mutationFn: async (file) => {
      const { response } = await getAttachment({ path: { id: file.id }, parseAs: 'stream', throwOnError: true });
      downloadFile(await response.blob(), file.name);
    },
    onError: toastProblem,
  });
  const remove = useMutation<unknown, Problem, AttachmentView>({
    mutationFn: ({ id }) => deleteAttachment({ path: { id }, throwOnError: true }),
    onSuccess: (_, { id, name }) =>
      toastUndo(t('timeline.removedFile', { name }), () =>
        restoreAttachment({ path: { id }, throwOnError: true }).finally(() => invalidateTimeline(queries)),
      ),
    onError: toastProblem,
    onSettled: () => invalidateTimeline(queries),
  });
  if (!note.attachments.length) return null;
  return (
    <Group component="ul" gap="xs" m={0} p={0} mt={4} mb={4} aria-label={t('timeline.files')}>
      {note.attachments.map((file) => (
        <Group component="li" key={file.id} gap={4} wrap="nowrap" className="file" maw="100%">
          <IconPaperclip size={14} aria-hidden style={{ flex: 'none' }} />
          <Anchor
            component="button"
            type="button"
            size="sm"
            truncate
            aria-label={t('timeline.download', { name: file.name })}
            disabled={fetching.isPending}
            onClick={() => fetching.mutate(file)}
          >
            {file.name}
          </Anchor>
          <Text size="xs" c="dimmed" className="num" style={{ whiteSpace: 'nowrap' }}>
            {format.bytes(file.size)}
          </Text>
          {note.mine ? (
            <ActionIcon
              size="sm"
              aria-label={t('timeline.removeFile', { name: file.name })}
              loading={remove.isPending && remove.variables?.id === file.id}
              onClick={() => remove.mutate(file)}
            >
              <IconX size={14} />
            </ActionIcon>
          ) : null}
        </Group>
      ))}
    </Group>
  );
}
