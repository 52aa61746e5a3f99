import { Badge, Collapse, Group, Progress, Stack, Table, Text, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatchView } from '@/api/gen';
import { useFormats } from '@/ui/format';

/** A candidate: its rank, its score as a bar, why it is not eligible, and on demand each rule and score. */
export function Candidate({ match, before, children }: { match: MatchView; before?: string; children?: ReactNode }) {
  const { t } = useTranslation();
  const format = useFormats();
  const [open, setOpen] = useState(false);
  const broken = match.verdicts.filter((verdict) => !verdict.fulfilled);
  return (
    <div>
      <Group wrap="nowrap" gap="sm">
        {children}
        <div style={{ flex: 1, minWidth: 0 }}>
          <Group gap={6}>
            <Text size="sm" fw={600}>
              {match.rank ? `${match.rank}. ` : ''}
              {match.partner.name}
            </Text>
            {before ? <Badge variant="default">{before}</Badge> : null}
          </Group>
          <Text size="xs" c="dimmed">
            {[
              match.tier?.name,
              t('distribute.load', { open: match.open, capacity: match.capacity ?? '∞' }),
              ...broken.map((verdict) => t(`match.broken.${verdict.rule}`)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </div>
        <div style={{ width: 84 }}>
          <Text size="xs" ta="right" className="num">
            {format.percent(match.total)}
          </Text>
          <Progress value={match.total * 100} size="sm" aria-label={t('match.total', { name: match.partner.name })} />
        </div>
        <UnstyledButton
          aria-expanded={open}
          aria-label={t('match.explain', { name: match.partner.name })}
          onClick={(event) => {
            event.stopPropagation();
            event.preventDefault();
            setOpen(!open);
          }}
          p={4}
        >
          <IconChevronDown size={16} style={{ transform: open ? 'rotate(180deg)' : undefined }} />
        </UnstyledButton>
      </Group>
      <Collapse expanded={open}>{open ? <Explained match={match} /> : null}</Collapse>
    </div>
  );
}

function Explained({ match }: { match: MatchView }) {
  const { t } = useTranslation();
  const format = useFormats();
  const all = match.scores.reduce((sum, one) => sum + one.weight, 0);
  return (
    <Stack gap="xs" py="xs">
      <Group gap="sm">
        {match.verdicts.map((verdict) => (
          <Group key={verdict.rule} gap={4} wrap="nowrap">
            {verdict.fulfilled ? <IconCheck size={14} aria-hidden /> : <IconX size={14} aria-hidden />}
            <Text size="xs">
              {t(verdict.fulfilled ? `match.rule.${verdict.rule}` : `match.broken.${verdict.rule}`)}
            </Text>
          </Group>
        ))}
      </Group>
      <Table aria-label={t('match.scores')} fz="xs" verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('match.score')}</Table.Th>
            <Table.Th ta="right">{t('match.value')}</Table.Th>
            <Table.Th ta="right">{t('match.weight')}</Table.Th>
            <Table.Th ta="right">{t('match.points')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {match.scores.map((one) => (
            <Table.Tr key={one.score}>
              <Table.Td>{t(`match.by.${one.score}`)}</Table.Td>
              <Table.Td ta="right" className="num">
                {format.percent(one.value)}
              </Table.Td>
              <Table.Td ta="right" className="num">
                {one.weight}
              </Table.Td>
              <Table.Td ta="right" className="num">
                {all ? format.percent((one.value * one.weight) / all) : '–'}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
