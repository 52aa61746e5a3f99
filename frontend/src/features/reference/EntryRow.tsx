import { ActionIcon, Badge, Button, Group, Menu, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** An entry in the list of a vocabulary, with what can be done with it. */
export function EntryRow({
  name,
  others,
  depth = 0,
  retired,
  merging = false,
  busy,
  canMerge,
  details,
  onUp,
  onDown,
  onChange,
  onRetire,
  onMerge,
}: {
  name: string;
  /** Its names in other languages. */
  others: string;
  depth?: number;
  retired: boolean;
  merging?: boolean;
  busy: boolean;
  canMerge: boolean;
  details?: ReactNode;
  /** Absent in a list that the vendor does not order; undefined for the first one. */
  onUp?: (() => void) | undefined;
  onDown?: (() => void) | undefined;
  onChange: () => void;
  onRetire: () => void;
  onMerge: () => void;
}) {
  const { t } = useTranslation();
  const of = { name, interpolation: { escapeValue: false } };
  return (
    <Group
      component="li"
      aria-label={name}
      justify="space-between"
      wrap="nowrap"
      gap="sm"
      py={6}
      style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}
    >
      <div style={{ minWidth: 0, paddingInlineStart: `calc(${Math.min(depth, 6)} * var(--mantine-spacing-md))` }}>
        <Group gap="xs">
          <Text style={{ overflowWrap: 'anywhere' }} c={retired ? 'dimmed' : undefined}>
            {name}
          </Text>
          {retired ? <Badge variant="default">{t('vocabulary.retired')}</Badge> : null}
          {merging ? <Badge variant="default">{t('vocabulary.merging')}</Badge> : null}
        </Group>
        {others || details ? (
          <Text size="xs" c="dimmed">
            {others}
            {others && details ? ' · ' : null}
            {details}
          </Text>
        ) : null}
      </div>
      <Group gap={6} wrap="nowrap">
        {onUp || onDown ? (
          <>
            <ActionIcon
              variant="default"
              aria-label={t('rule.up', of)}
              disabled={!onUp || busy}
              onClick={onUp}
              visibleFrom="xs"
            >
              <IconArrowUp size={16} />
            </ActionIcon>
            <ActionIcon
              variant="default"
              aria-label={t('rule.down', of)}
              disabled={!onDown || busy}
              onClick={onDown}
              visibleFrom="xs"
            >
              <IconArrowDown size={16} />
            </ActionIcon>
          </>
        ) : null}
        <Button size="xs" variant="default" aria-label={t('calendar.changeOne', of)} onClick={onChange}>
          {t('calendar.change')}
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" aria-label={t('vocabulary.more', of)}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {onUp ? (
              <Menu.Item hiddenFrom="xs" disabled={busy} onClick={onUp}>
                {t('vocabulary.up')}
              </Menu.Item>
            ) : null}
            {onDown ? (
              <Menu.Item hiddenFrom="xs" disabled={busy} onClick={onDown}>
                {t('vocabulary.down')}
              </Menu.Item>
            ) : null}
            <Menu.Item disabled={busy} onClick={onRetire}>
              {retired ? t('vocabulary.restore') : t('vocabulary.retire')}
            </Menu.Item>
            <Menu.Item disabled={!canMerge} onClick={onMerge}>
              {t('vocabulary.mergeMenu')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
    </Group>
  );
}
