import { Droppable } from '@hello-pangea/dnd';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OpportunitySummary, Phase } from '@/api/gen';
import { useFormats } from '@/ui/format';
import { BoardCard } from './BoardCard';

/** A phase with its cards and the sum of their values. */
export function BoardColumn({
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
  for (const { estimated } of cards.map((card) => card.value))
    if (estimated) sums.set(estimated.currency, (sums.get(estimated.currency) ?? 0) + estimated.amount);
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
              <BoardCard key={card.id} card={card} index={index} move={move} busy={busy} />
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
