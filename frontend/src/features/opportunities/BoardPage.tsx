import { DragDropContext, type DropResult } from '@hello-pangea/dnd';
import { Group, Skeleton, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import { editOpportunity, getOpportunity, type OpportunitySummary, type Phase, type Problem } from '@/api/gen';
import { listOpportunitiesOptions } from '@/api/gen/@tanstack/react-query.gen';
import { zPhase } from '@/api/gen/zod.gen';
import { invalidatePhase } from '@/api/invalidation';
import { useMe } from '@/features/session/useMe';
import { type EditOperations, saveOrThrow } from '@/ui/changes';
import { useFormats } from '@/ui/format';
import { Page } from '@/ui/Page';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { toastProblem } from '@/ui/toasts';
import { useDebouncedSearch } from '@/ui/useDebouncedSearch';
import { BoardColumn } from './BoardColumn';
import { isBack, type PhaseChange, type PhaseTarget, phaseOf, usePhaseSaid } from './mutations';
import { PhaseBackDialog } from './PhaseBackDialog';

const route = getRouteApi('/_app/board');
const phases = zPhase.options;
const LIMIT = 200;

/** Changes of other fields by other users are kept; a change of the phase is a conflict. */
const phaseEdits: EditOperations<PhaseTarget, PhaseChange> = {
  values: phaseOf,
  read: async ({ id }) => (await getOpportunity({ path: { id }, throwOnError: true })).data,
  send: async (card, body) =>
    (await editOpportunity({ path: { id: card.id }, headers: ifMatch(card), body, throwOnError: true })).data,
};

/** Active opportunities by phase. Cards are moved by dragging, by keyboard or by their menu. */
export function BoardPage() {
  const { t } = useTranslation();
  const format = useFormats();
  const me = useMe();
  const { q: search } = route.useSearch();
  const go = route.useNavigate();
  const query = {
    q: search,
    status: ['ACCEPTED' as const, 'ON_HOLD' as const],
    sort: '-value',
    limit: LIMIT,
    count: true,
    ...(me.staff ? {} : { view: 'managed' as const }),
  };
  const options = listOpportunitiesOptions({ query });
  const list = useQuery(options);
  const queries = useQueryClient();
  const said = usePhaseSaid();
  const [back, setBack] = useState<{ card: OpportunitySummary; phase: Phase }>();
  const setQ = useDebouncedSearch((text) => void go({ search: { q: text || undefined }, replace: true }));
  const change = useMutation<unknown, Problem, { card: OpportunitySummary; body: PhaseChange }>({
    mutationFn: ({ card, body }) => saveOrThrow(phaseEdits, card, body),
    // Optimistic: shown immediately, then replaced by the server's response.
    onMutate: async ({ card, body }) => {
      await queries.cancelQueries({ queryKey: options.queryKey });
      queries.setQueryData(options.queryKey, (old) =>
        old
          ? {
              ...old,
              items: old.items.map((one) =>
                one.id === card.id ? { ...one, pipeline: { ...one.pipeline, phase: body.pipeline.phase } } : one,
              ),
            }
          : old,
      );
    },
    onSuccess: (_, { card, body }) => said(card, body.pipeline.phase, card.topic),
    onSettled: () => invalidatePhase(queries),
  });
  const move = (card: OpportunitySummary, phase: Phase) => {
    if (card.pipeline.phase === phase) return;
    if (isBack(card.pipeline.phase ?? 'PROSPECT', phase)) setBack({ card, phase });
    else change.mutate({ card, body: { pipeline: { phase } } }, { onError: toastProblem });
  };
  const drop = ({ draggableId, destination }: DropResult) => {
    const card = list.data?.items.find((one) => one.id === draggableId);
    const phase = phases.find((one) => one === destination?.droppableId);
    if (card && phase) move(card, phase);
  };
  return (
    <Page>
      <Group justify="space-between">
        <TextInput
          aria-label={t('opportunity.search')}
          placeholder={t('opportunity.search')}
          leftSection={<IconSearch size={16} />}
          defaultValue={search ?? ''}
          onChange={(event) => setQ(event.currentTarget.value)}
          w={{ base: '100%', sm: 320 }}
        />
        {list.data?.nextCursor ? (
          <Text size="sm" c="dimmed">
            {t('board.cut', { shown: LIMIT, total: list.data.total == null ? '' : format.total(list.data.total) })}
          </Text>
        ) : null}
      </Group>
      {list.error ? <ProblemAlert problem={list.error} retry={() => void list.refetch()} /> : null}
      {list.isPending ? <Skeleton h={420} role="status" aria-label={t('table.loading')} /> : null}
      {list.data ? (
        <DragDropContext onDragEnd={drop}>
          <div className="board">
            {phases.map((phase) => (
              <BoardColumn
                key={phase}
                phase={phase}
                cards={list.data.items.filter((one) => one.pipeline.phase === phase)}
                move={move}
                busy={change.isPending}
              />
            ))}
          </div>
        </DragDropContext>
      ) : null}
      {back ? (
        <PhaseBackDialog
          of={list.data?.items.find((one) => one.id === back.card.id) ?? back.card}
          phase={back.phase}
          send={(card, body) => change.mutateAsync({ card, body })}
          onClose={() => setBack(undefined)}
        />
      ) : null}
    </Page>
  );
}
