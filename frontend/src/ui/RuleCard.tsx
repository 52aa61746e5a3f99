import { ActionIcon, Button, Group, Paper, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** A rule in an ordered list, with buttons to move, edit and remove it. */
export function RuleCard({
  name,
  place,
  last,
  busy,
  badge,
  children,
  onMove,
  onChange,
  onRemove,
}: {
  name: string;
  place: number;
  last: number;
  busy: boolean;
  badge?: React.ReactNode;
  children: React.ReactNode;
  onMove: (to: number) => void;
  onChange: () => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Paper component="li" p="md" aria-label={name}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div style={{ minWidth: 0, flex: '1 1 240px' }}>
          <Group gap="xs">
            <Text fw={600}>
              {place}. {name}
            </Text>
            {badge}
          </Group>
          {children}
        </div>
        <Group gap={6}>
          <ActionIcon
            variant="default"
            aria-label={t('rule.up', { name })}
            disabled={place === 1 || busy}
            onClick={() => onMove(place - 1)}
          >
            <IconArrowUp size={16} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            aria-label={t('rule.down', { name })}
            disabled={place === last || busy}
            onClick={() => onMove(place + 1)}
          >
            <IconArrowDown size={16} />
          </ActionIcon>
          <Button size="xs" variant="default" aria-label={t('calendar.changeOne', { name })} onClick={onChange}>
            {t('calendar.change')}
          </Button>
          <Button size="xs" variant="default" aria-label={t('rule.removeOne', { name })} onClick={onRemove}>
            {t('rule.remove')}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
