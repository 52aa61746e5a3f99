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
import { modals } from '@mantine/modals';
import { IconBolt, IconDots, IconNote } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch, invalidate } from '@/api/client';
import type { NoteView, Ref, TimelineEntry } from '@/api/gen';
import { deleteNoteMutation, editNoteMutation, getTimelineInfiniteOptions } from '@/api/gen/@tanstack/react-query.gen';
import { useFormats } from '@/ui/format';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { toastProblem } from '@/ui/toasts';
import { Composer } from './Composer';
import { EventText } from './EventText';
import { Files } from './Files';

/** Notes and events of an opportunity, the newest first, with the composer always at hand. */
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
  const f = useFormats();
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
        <time dateTime={entry.at} title={f.dateTime(entry.at)}>
          {f.relative(entry.at)} · {f.dateTime(entry.at)}
        </time>
        {entry.note?.editedAt ? ` · ${t('timeline.edited')}` : ''}
      </Text>
    </Line.Item>
  );
}

function Note({ note, opportunity }: { note: NoteView; opportunity: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<string | null>(null);
  const path = { id: opportunity, noteId: note.id };
  const readAgain = () => invalidate(queries, 'getTimeline');
  const edit = useMutation({
    ...editNoteMutation(),
    onSuccess: async () => {
      await readAgain();
      setDraft(null);
    },
    onError: toastProblem,
  });
  const remove = useMutation({ ...deleteNoteMutation(), onSuccess: readAgain, onError: toastProblem });
  const confirm = () =>
    modals.openConfirmModal({
      title: t('timeline.delete'),
      children: t('timeline.deleteConfirm'),
      labels: { confirm: t('timeline.delete'), cancel: t('form.cancel') },
      closeButtonProps: { 'aria-label': t('form.close') },
      onConfirm: () => remove.mutate({ path }),
    });
  if (draft !== null)
    return (
      <Stack gap={6} mb={4}>
        <Textarea
          aria-label={t('timeline.note')}
          autosize
          autoFocus
          minRows={2}
          maxLength={10_000}
          value={draft}
          onChange={(event) => setDraft(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button
            size="xs"
            loading={edit.isPending}
            disabled={!draft.trim()}
            onClick={() => edit.mutate({ path, headers: ifMatch(note), body: { text: draft } })}
          >
            {t('form.save')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setDraft(null)}>
            {t('form.cancel')}
          </Button>
        </Group>
      </Stack>
    );
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
      <div style={{ minWidth: 0 }}>
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
            <ActionIcon size="sm" aria-label={t('timeline.noteMenu')}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setDraft(note.text)}>{t('form.edit')}</Menu.Item>
            <Menu.Item onClick={confirm}>{t('timeline.delete')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </Group>
  );
}
