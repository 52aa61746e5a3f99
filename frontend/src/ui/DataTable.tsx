import {
  ActionIcon,
  Box,
  Button,
  Group,
  Menu,
  ScrollArea,
  Skeleton,
  Stack,
  Table,
  Text,
  UnstyledButton,
  useMatches,
} from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconArrowDown, IconArrowsSort, IconArrowUp, IconColumns3 } from '@tabler/icons-react';
import {
  type ColumnDef,
  type ColumnVisibilityState,
  columnVisibilityFeature,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/api/gen';
import { useFormats } from './format';
import { ProblemAlert } from './ProblemAlert';

export const features = tableFeatures({ rowSortingFeature, columnVisibilityFeature });
export type Column<T extends object> = ColumnDef<typeof features, T>;
type Meta = { align?: 'right'; label: string };
const isMeta = (value: unknown): value is Meta => typeof value === 'object' && value !== null && 'label' in value;
const meta = ({ meta: value }: { meta?: unknown }) => (isMeta(value) ? value : undefined);

/** The previous cursor of each page that this tab has visited. */
const cameFrom = new Map<string, string | undefined>();

export interface DataTableProps<T extends { id: string }> {
  name: string;
  label: string;
  columns: Column<T>[];
  page: { items: T[]; nextCursor?: string | null; total?: number | null } | undefined;
  error: Problem | null;
  retry: () => void;
  sort: string;
  onSort: (sort: string) => void;
  cursor: string | undefined;
  onCursor: (cursor: string | undefined) => void;
  stale: boolean;
  toolbar: ReactNode;
  empty: ReactNode;
  hidden?: string[];
  /** A row on a phone, where a wide table would scroll sideways. */
  card: (row: T) => ReactNode;
}

/** A table that the server sorts, filters and pages; its state comes from the URL. */
export function DataTable<T extends { id: string }>(props: DataTableProps<T>) {
  const { t } = useTranslation();
  const format = useFormats();
  const narrow = useMatches({ base: true, sm: false }, { getInitialValueInEffect: false });
  const [visibility, setVisibility] = useLocalStorage<ColumnVisibilityState>({
    key: `sild-columns-${props.name}`,
    defaultValue: Object.fromEntries((props.hidden ?? []).map((id) => [id, false])),
    getInitialValueInEffect: false,
  });
  const sorting: SortingState = [{ id: props.sort.replace('-', ''), desc: props.sort.startsWith('-') }];
  const table = useTable({
    features,
    columns: props.columns,
    data: props.page?.items ?? [],
    getRowId: (row) => row.id,
    manualSorting: true,
    enableSortingRemoval: false,
    state: { sorting, columnVisibility: visibility },
    onSortingChange: (update) => {
      const next = typeof update === 'function' ? update(sorting) : update;
      if (next[0]) props.onSort((next[0].desc ? '-' : '') + next[0].id);
    },
    onColumnVisibilityChange: (update) => setVisibility(typeof update === 'function' ? update(visibility) : update),
  });
  const failed = !!props.error && !props.page;
  const loading = !props.page && !failed;
  const shown = table.getVisibleLeafColumns().length;
  const next = props.page?.nextCursor;
  const forward = () => {
    if (!next) return;
    cameFrom.set(next, props.cursor);
    props.onCursor(next);
  };
  return (
    <>
      <Group p="sm" gap="sm" justify="space-between" wrap="nowrap" align="flex-start">
        <Group gap="sm" style={{ flex: 1 }}>
          {props.toolbar}
        </Group>
        {narrow ? null : (
          <Menu position="bottom-end" closeOnItemClick={false}>
            <Menu.Target>
              <ActionIcon variant="default" size={36} aria-label={t('table.columns')} title={t('table.columns')}>
                <IconColumns3 size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {table
                .getAllLeafColumns()
                .filter((column) => column.getCanHide())
                .map((column) => (
                  <Menu.CheckboxItem
                    key={column.id}
                    checked={column.getIsVisible()}
                    onChange={(on) => column.toggleVisibility(on)}
                  >
                    {meta(column.columnDef)?.label}
                  </Menu.CheckboxItem>
                ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      {props.error ? <ProblemAlert problem={props.error} retry={props.retry} /> : null}
      {failed ? null : narrow ? (
        <Stack component="ul" gap={0} m={0} p={0} aria-label={props.label} aria-busy={loading || props.stale}>
          {loading
            ? Array.from({ length: 6 }, (_, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no id
                <li key={index} style={{ listStyle: 'none', padding: 8 }}>
                  <Skeleton h={56} />
                </li>
              ))
            : null}
          {props.page?.items.map((row) => (
            <Box
              component="li"
              key={row.id}
              px="sm"
              py="xs"
              style={{ listStyle: 'none', borderTop: '1px solid var(--mantine-color-default-border)' }}
            >
              {props.card(row)}
            </Box>
          ))}
        </Stack>
      ) : (
        <ScrollArea.Autosize viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': props.label }}>
          <Table
            aria-label={props.label}
            aria-busy={loading || props.stale}
            style={{ opacity: props.stale ? 0.6 : 1 }}
            miw={760}
          >
            <Table.Thead>
              {table.getHeaderGroups().map((group) => (
                <Table.Tr key={group.id}>
                  {group.headers.map((header) => {
                    const direction = header.column.getIsSorted();
                    const can = header.column.getCanSort();
                    return (
                      <Table.Th
                        key={header.id}
                        scope="col"
                        ta={meta(header.column.columnDef)?.align}
                        aria-sort={
                          can
                            ? direction === 'asc'
                              ? 'ascending'
                              : direction === 'desc'
                                ? 'descending'
                                : 'none'
                            : undefined
                        }
                      >
                        {can ? (
                          <UnstyledButton className="sort" onClick={header.column.getToggleSortingHandler()}>
                            <table.FlexRender header={header} />
                            {direction === 'asc' ? (
                              <IconArrowUp size={14} aria-hidden />
                            ) : direction === 'desc' ? (
                              <IconArrowDown size={14} aria-hidden />
                            ) : (
                              <IconArrowsSort size={14} aria-hidden opacity={0.45} />
                            )}
                          </UnstyledButton>
                        ) : (
                          <table.FlexRender header={header} />
                        )}
                      </Table.Th>
                    );
                  })}
                </Table.Tr>
              ))}
            </Table.Thead>
            <Table.Tbody>
              {loading
                ? Array.from({ length: 10 }, (_, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no id
                    <Table.Tr key={index}>
                      <Table.Td colSpan={shown}>
                        <Skeleton h={24} />
                      </Table.Td>
                    </Table.Tr>
                  ))
                : table.getRowModel().rows.map((row) => (
                    <Table.Tr key={row.id}>
                      {row.getVisibleCells().map((cell) => (
                        <Table.Td
                          key={cell.id}
                          ta={meta(cell.column.columnDef)?.align}
                          className={meta(cell.column.columnDef)?.align ? 'num' : undefined}
                        >
                          <table.FlexRender cell={cell} />
                        </Table.Td>
                      ))}
                    </Table.Tr>
                  ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
      )}
      {props.page?.items.length !== 0 ? null : next ? (
        <Text p="sm" ta="center" c="dimmed">
          {t('table.continue')}
        </Text>
      ) : (
        props.empty
      )}
      <Group p="sm" justify="space-between" gap="sm">
        <Text size="sm" c="dimmed" role="status">
          {loading
            ? t('table.loading')
            : props.page?.total == null
              ? ''
              : t('table.total', { total: format.total(props.page.total) })}
        </Text>
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            disabled={!props.cursor}
            onClick={() => props.onCursor(props.cursor ? cameFrom.get(props.cursor) : undefined)}
          >
            {t('table.previous')}
          </Button>
          <Button size="xs" variant="default" disabled={!next} onClick={forward}>
            {t('table.next')}
          </Button>
        </Group>
      </Group>
    </>
  );
}
