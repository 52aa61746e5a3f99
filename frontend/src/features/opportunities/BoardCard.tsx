import { Draggable } from '@hello-pangea/dnd';
import { ActionIcon, Group, Menu, Paper, Text, VisuallyHidden } from '@mantine/core';
import { IconArrowsMove } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OpportunitySummary, Phase } from '@/api/gen';
import { zPhase } from '@/api/gen/zod.gen';
import { useFormats } from '@/ui/format';
import { TextLink } from '@/ui/links';

/** An opportunity on the board, moved by dragging, by keyboard or by its menu. */
export function BoardCard({
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
              {card.value.estimated ? format.money(card.value.estimated, true) : '–'}
            </Text>
            <Text size="xs" c="dimmed" lineClamp={1}>
              {card.assignment.shared ? t('collaboration.shared') : card.assignment.partner?.name}
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
        {zPhase.options
          .filter((phase) => phase !== card.pipeline.phase)
          .map((phase) => (
            <Menu.Item key={phase} onClick={() => move(card, phase)}>
              {t(`phase.${phase}`)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
