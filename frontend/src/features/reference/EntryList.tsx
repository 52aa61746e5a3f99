import { Button, EmptyState, Group, Paper, Skeleton, Stack, Switch, Text } from '@mantine/core';
import { IconListDetails, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/api/gen';
import { ProblemAlert } from '@/ui/ProblemAlert';

/** The list of a vocabulary: what it is for, its entries in their order, and the retired ones if they are wanted. */
export function EntryList<E extends { id: string; retired: boolean }>({
  title,
  about,
  create,
  none,
  query,
  entries,
  onCreate,
  row,
}: {
  title: string;
  about: string;
  create: string;
  none: string;
  query: { isPending: boolean; error: Problem | null; refetch: () => unknown };
  entries: E[];
  onCreate: () => void;
  row: (entry: E) => ReactNode;
}) {
  const { t } = useTranslation();
  const [showsRetired, showRetired] = useState(false);
  const retired = entries.filter((one) => one.retired).length;
  const shown = entries.filter((one) => showsRetired || !one.retired);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Text size="sm" c="dimmed" maw={720} style={{ flex: '1 1 280px' }}>
          {about}
        </Text>
        <Button leftSection={<IconPlus size={16} />} onClick={onCreate}>
          {create}
        </Button>
      </Group>
      {retired ? (
        <Switch
          label={t('vocabulary.showRetired', { count: retired })}
          checked={showsRetired}
          onChange={(event) => showRetired(event.currentTarget.checked)}
        />
      ) : null}
      {query.error ? <ProblemAlert problem={query.error} retry={() => void query.refetch()} /> : null}
      {query.isPending ? <Skeleton h={160} role="status" aria-label={t('table.loading')} /> : null}
      {!query.isPending && !query.error && shown.length === 0 ? (
        <Paper p="xl">
          <EmptyState icon={<IconListDetails size={28} />} title={none} description={t('vocabulary.noneHint')} />
        </Paper>
      ) : null}
      {shown.length ? (
        <Paper p="md" component="ul" aria-label={title} m={0} style={{ listStyle: 'none' }}>
          {shown.map(row)}
        </Paper>
      ) : null}
    </Stack>
  );
}
