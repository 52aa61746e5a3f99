import { DragDropContext, Draggable, Droppable, type DropResult } from '@hello-pangea/dnd';
import { ActionIcon, Group, Menu, Paper, Skeleton, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { IconArrowsMove, IconSearch } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import {
  editOpportunity,
  getOpportunity,
  type OpportunitySummary,
  type PatchOpportunity,
  type Phase,
  type Problem,
} from '@/api/gen';
import { listOpportunitiesOptions } from '@/api/gen/@tanstack/react-query.gen';
import { zPhase } from '@/api/gen/zod.gen';
import { invalidatePhase } from '@/api/invalidation';
import { useMe } from '@/features/session/useMe';
import { type Edits, sendOver } from '@/ui/changes';
import { useFormats } from '@/ui/format';
import { TextLink } from '@/ui/links';
import { Page } from '@/ui/Page';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { toast, toastProblem } from '@/ui/toasts';
import { useDebouncedSearch } from '@/ui/useDebouncedSearch';
import { PhaseBackDialog } from './PhaseBackDialog';

const route = getRouteApi('/_app/board');
const phases = zPhase.options;
const LIMIT = 200;

type Moved = Pick<OpportunitySummary, 'id' | 'version' | 'phase'>;

/** A card moves over what others have changed in it, but not where they have moved it too. */
const moves: Edits<Moved, PatchOpportunity> = {
  values: ({ phase }) => ({ phase }),
  read: async ({ id }) => (await getOpportunity({ path: { id }, throwOnError: true })).data,
  send: async (card, body) =>
    (await editOpportunity({ path: { id: card.id }, headers: ifMatch(card), body, throwOnError: true })).data,
};

/** What is at work, by phase. Cards are moved by dragging, by keyboard or by their menu. */
export function BoardPage() {
  const { t } = useTranslation();
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
  const [back, setBack] = useState<{ card: OpportunitySummary; phase: Phase }>();
  const setQ = useDebouncedSearch((text) => void go({ search: { q: text || undefined }, replace: true }));
  const change = useMutation<unknown, Problem, { card: OpportunitySummary; body: PatchOpportunity }>({
    mutationFn: ({ card, body }) => sendOver(moves, card, body),
    // Shown at once; what the server says in the end is what counts.
    onMutate: async ({ card, body }) => {
      await queries.cancelQueries({ queryKey: options.queryKey });
      queries.setQueryData(options.queryKey, (old) =>
        old
          ? {
              ...old,
              items: old.items.map((one) => (one.id === card.id ? { ...one, phase: body.phase ?? null } : one)),
            }
          : old,
      );
    },
    onSuccess: (_, { card, body }) =>
      toast(t('board.moved', { topic: card.topic, phase: t(`phase.${body.phase as Phase}`) })),
    onError: toastProblem,
    onSettled: () => invalidatePhase(queries),
  });
  const move = (card: OpportunitySummary, phase: Phase) => {
    if (card.phase === phase) return;
    if (phases.indexOf(phase) < phases.indexOf(card.phase ?? 'PROSPECT')) setBack({ card, phase });
    else change.mutate({ card, body: { phase } });
  };
  const drop = ({ draggableId, destination }: DropResult) => {
    const card = list.data?.items.find((one) => one.id === draggableId);
    if (card && destination) move(card, destination.droppableId as Phase);
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
            {t('board.cut', { shown: LIMIT, total: list.data.total ?? '' })}
          </Text>
        ) : null}
      </Group>
      {list.error ? <ProblemAlert problem={list.error} retry={() => void list.refetch()} /> : null}
      {list.isPending ? <Skeleton h={420} role="status" aria-label={t('table.loading')} /> : null}
      {list.data ? (
        <DragDropContext onDragEnd={drop}>
          <div className="board">
            {phases.map((phase) => (
              <Column
                key={phase}
                phase={phase}
                cards={list.data.items.filter((one) => one.phase === phase)}
                move={move}
                busy={change.isPending}
              />
            ))}
          </div>
        </DragDropContext>
      ) : null}
      {back ? (
        <PhaseBackDialog
          phase={back.phase}
          onClose={() => setBack(undefined)}
          onReason={(phaseReason) => {
            change.mutate({ card: back.card, body: { phase: back.phase, phaseReason } });
            setBack(undefined);
          }}
        />
      ) : null}
    </Page>
  );
}

function Column({
  phase,
  cards,
  move,
  busy,
}: {
  phase: Phase;
  cards: OpportunitySummary[];
  move: (card: OpportunitySummary, phase: Phase) => void;
  busy: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormats();
  const sums = new Map<string, number>();
  for (const { estimatedValue: value } of cards)
    if (value) sums.set(value.currency, (sums.get(value.currency) ?? 0) + value.amount);
  return (
    <Droppable droppableId={phase}>
      {(place, over) => (
        <section
          className={over.isDraggingOver ? 'board-column over' : 'board-column'}
          aria-label={t(`phase.${phase}`)}
        >
          <Text component="h2" size="sm" fw={600} m={0} px={4}>
            {t(`phase.${phase}`)} <span className="num">({format.number(cards.length)})</span>
          </Text>
          <Text size="xs" c="dimmed" px={4} mb={8} mih={18}>
            {[...sums].map(([currency, amount]) => format.money({ amount, currency }, true)).join(' + ')}
          </Text>
          <div ref={place.innerRef} {...place.droppableProps} className="board-cards">
            {cards.map((card, index) => (
              <Card key={card.id} card={card} index={index} move={move} busy={busy} />
            ))}
            {place.placeholder}
            {cards.length === 0 ? (
              <Text size="xs" c="dimmed" px={4}>
                {t('board.empty')}
              </Text>
            ) : null}
          </div>
        </section>
      )}
    </Droppable>
  );
}

function Card({
  card,
  index,
  move,
  busy,
}: {
  card: OpportunitySummary;
  index: number;
  move: (card: OpportunitySummary, phase: Phase) => void;
  busy: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormats();
  const movable = card.actions.includes('CHANGE_PHASE');
  return (
    <Draggable draggableId={card.id} index={index} isDragDisabled={!movable}>
      {(it) => (
        <Paper ref={it.innerRef} {...it.draggableProps} p="xs" className="board-card">
          <Group wrap="nowrap" justify="space-between" align="flex-start" gap={4}>
            <TextLink to="/opportunities/$id" params={{ id: card.id }} size="sm" fw={600} lineClamp={2}>
              {card.topic}
            </TextLink>
            {movable ? (
              <ActionIcon
                component="div"
                size="sm"
                variant="transparent"
                c="dimmed"
                {...it.dragHandleProps}
                data-keep-focus={`drag ${card.id}`}
                aria-label={t('board.drag', { topic: card.topic })}
              >
                <IconArrowsMove size={16} aria-hidden />
              </ActionIcon>
            ) : null}
          </Group>
          <Text size="xs" c="dimmed" lineClamp={1}>
            {card.customer.name}
          </Text>
          <Group justify="space-between" mt={4} gap={4} wrap="nowrap">
            <Text size="xs" className="num" fw={600}>
              {card.estimatedValue ? format.money(card.estimatedValue, true) : '–'}
            </Text>
            <Text size="xs" c="dimmed" lineClamp={1}>
              {card.shared ? t('collaboration.shared') : card.partner?.name}
            </Text>
            {movable ? <MoveMenu card={card} move={move} busy={busy} /> : null}
          </Group>
        </Paper>
      )}
    </Draggable>
  );
}

function MoveMenu({
  card,
  move,
  busy,
}: {
  card: OpportunitySummary;
  move: (card: OpportunitySummary, phase: Phase) => void;
  busy: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          size="sm"
          variant="default"
          disabled={busy}
          aria-label={t('board.moveOne', { topic: card.topic })}
          data-keep-focus={`move ${card.id}`}
        >
          <span aria-hidden>⋯</span>
          <VisuallyHidden>{t('board.move')}</VisuallyHidden>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('board.move')}</Menu.Label>
        {phases
          .filter((phase) => phase !== card.phase)
          .map((phase) => (
            <Menu.Item key={phase} onClick={() => move(card, phase)}>
              {t(`phase.${phase}`)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
