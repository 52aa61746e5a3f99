import {
  ActionIcon,
  Badge,
  Button,
  Group,
  Timeline as Line,
  Menu,
  Paper,
  Skeleton,
  Stack,
  Text,
  Textarea,
  Title,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBolt, IconDots, IconNote } from '@tabler/icons-react';
import { type InfiniteData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import {
  editNote,
  type GetTimelineResponse,
  type NoteView,
  type Ref,
  restoreNote,
  type TimelineEntry,
} from '@/api/gen';
import {
  deleteNoteMutation,
  getTimelineInfiniteOptions,
  getTimelineInfiniteQueryKey,
  listPeopleOptions,
} from '@/api/gen/@tanstack/react-query.gen';
import { invalidateTimeline } from '@/api/invalidation';
import { discardDraft } from '@/ui/discardDraft';
import { readDraft } from '@/ui/drafts';
import { EditConflict } from '@/ui/EditConflict';
import { FormState } from '@/ui/FormState';
import { useFormats } from '@/ui/format';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { toastProblem, toastUndo } from '@/ui/toasts';
import { useEdit } from '@/ui/useEdit';
import { Composer } from './Composer';
import { EventText } from './EventText';
import { Files } from './Files';
import { decodeMentions, encodeMentions } from './mentions';

/** Notes and events of an opportunity, newest first, below the composer. */
export function Timeline({ id, mayWrite, partners }: { id: string; mayWrite: boolean; partners: Ref[] }) {
  const { t } = useTranslation();
  const entries = useInfiniteQuery({
    ...getTimelineInfiniteOptions({ path: { id } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    refetchInterval: 20_000,
  });
  const all = entries.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Paper p="md">
      <Title order={2} size="h4" mb="md">
        {t('timeline.title')}
      </Title>
      {mayWrite ? <Composer id={id} partners={partners} /> : null}
      {entries.error ? <ProblemAlert problem={entries.error} retry={() => void entries.refetch()} /> : null}
      {entries.isPending ? <Skeleton h={200} /> : null}
      <Line bulletSize={24} lineWidth={2}>
        {all.map((entry) => (
          <Entry key={entry.id} entry={entry} opportunity={id} />
        ))}
      </Line>
      {entries.hasNextPage ? (
        <Button
          variant="default"
          size="xs"
          mt="md"
          loading={entries.isFetchingNextPage}
          onClick={() => void entries.fetchNextPage()}
        >
          {t('timeline.older')}
        </Button>
      ) : null}
    </Paper>
  );
}

function Entry({ entry, opportunity, ...line }: { entry: TimelineEntry; opportunity: string }) {
  const { t } = useTranslation();
  const format = useFormats();
  const who = entry.actor
    ? [entry.actor.name, entry.actorPartner?.name].filter(Boolean).join(', ')
    : t('timeline.system');
  return (
    <Line.Item
      {...line}
      bullet={entry.note ? <IconNote size={14} aria-hidden /> : <IconBolt size={14} aria-hidden />}
      title={
        <Text size="sm" fw={600}>
          {who}
        </Text>
      }
    >
      {entry.note ? <Note note={entry.note} opportunity={opportunity} /> : <EventText entry={entry} />}
      <Text size="xs" c="dimmed">
        <time dateTime={entry.at} title={format.dateTime(entry.at)}>
          {format.relative(entry.at)} · {format.dateTime(entry.at)}
        </time>
        {entry.note?.editedAt ? ` · ${t('timeline.edited')}` : ''}
      </Text>
    </Line.Item>
  );
}

const textOf = (note: NoteView | null) => ({ text: decodeMentions(note?.text ?? '').text });

/** The name of the draft of a changed note. */
const draftOf = (note: { id: string }) => `note:${note.id}`;

function NoteEditor({
  note,
  opportunity,
  autoFocus,
  onClose,
  onReopen,
}: {
  note: NoteView;
  opportunity: string;
  autoFocus: boolean;
  onClose: () => void;
  onReopen: () => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const key = getTimelineInfiniteQueryKey({ path: { id: opportunity } });
  const stored = async (of: NoteView, text = '') => {
    const options = listPeopleOptions({ path: { id: opportunity } });
    const known = text.includes('@') ? await queries.ensureQueryData(options) : undefined;
    return encodeMentions(text, decodeMentions(of.text).people, known?.items ?? []);
  };
  const edit = useEdit(note, textOf, {
    draft: draftOf(note),
    read: async (before) => {
      await queries.refetchQueries({ queryKey: key });
      const pages = queries.getQueryData<InfiniteData<GetTimelineResponse>>(key)?.pages ?? [];
      const found = pages.flatMap((page) => page.items).find((entry) => entry.note?.id === before.id);
      return found?.note ?? before;
    },
    send: async (of, body) =>
      (
        await editNote({
          path: { id: opportunity, noteId: of.id },
          headers: ifMatch(of),
          body: { text: await stored(of, body.text) },
          throwOnError: true,
        })
      ).data,
    saved: async () => {
      await invalidateTimeline(queries);
      onClose();
    },
  });
  const { form } = edit;
  return (
    <form onSubmit={edit.submit}>
      <Stack gap={6} mb={4} data-keep-focus={note.id}>
        <FormState edit={edit} />
        <EditConflict edit={edit} fields={{ text: { label: t('timeline.note') } }} />
        <Textarea
          aria-label={t('timeline.note')}
          autosize
          autoFocus={autoFocus}
          minRows={2}
          maxLength={10_000}
          {...form.getInputProps('text')}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onClose();
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) edit.submit();
          }}
        />
        <Group gap="xs">
          <Button size="xs" type="submit" loading={edit.saving} disabled={!form.values.text.trim() || !!edit.conflict}>
            {t('form.save')}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              discardDraft(draftOf(note), edit.discard, onReopen);
              onClose();
            }}
          >
            {t('form.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Note({ note, opportunity }: { note: NoteView; opportunity: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const kept = note.mine && !!readDraft(draftOf(note));
  const [editing, editor] = useDisclosure(kept);
  const [chosen, setChosen] = useState(false);
  const edit = () => {
    setChosen(true);
    editor.open();
  };
  const path = { id: opportunity, noteId: note.id };
  const remove = useMutation({
    ...deleteNoteMutation(),
    onSuccess: () =>
      toastUndo(t('timeline.deleted'), () =>
        restoreNote({ path, throwOnError: true }).finally(() => invalidateTimeline(queries)),
      ),
    onError: toastProblem,
    onSettled: () => invalidateTimeline(queries),
  });
  if (editing)
    return (
      <NoteEditor note={note} opportunity={opportunity} autoFocus={chosen} onClose={editor.close} onReopen={edit} />
    );
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
      <div style={{ minWidth: 0 }}>
        {kept ? (
          <Badge variant="default" size="sm" mb={4} tt="none">
            {t('draft.one')}
          </Badge>
        ) : null}
        {note.visibility === 'EVERYONE' ? null : (
          <Badge variant="default" size="sm" mb={4}>
            {note.visibility === 'STAFF'
              ? t('timeline.staffOnly')
              : t('timeline.onlyWith', { name: note.partner?.name ?? '' })}
          </Badge>
        )}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the server renders a safe subset of Markdown and escapes everything else */}
        <div className="note-text" dangerouslySetInnerHTML={{ __html: note.html }} />
        <Files note={note} />
      </div>
      {note.mine ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon size="sm" aria-label={t('timeline.noteMenu')} data-keep-focus={note.id}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={edit}>{t('form.edit')}</Menu.Item>
            <Menu.Item disabled={remove.isPending} onClick={() => remove.mutate({ path })}>
              {t('timeline.delete')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </Group>
  );
}
