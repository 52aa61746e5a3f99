import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type UseQueryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/api/gen';

interface Named {
  id: string;
  name: string;
}

interface Found {
  items: Named[];
}

// biome-ignore lint/suspicious/noExplicitAny: the query's types are checked where it is created
type Options = UseQueryOptions<any, Problem, any, any>;

/** A select whose options come from a search on the server. */
export function AsyncSelect({
  options,
  record,
  chosen,
  ...props
}: Omit<SelectProps, 'data' | 'searchValue' | 'onSearchChange'> & {
  options: (search: string) => Options;
  /** Reads the selected record, whose name a restored draft does not know. */
  record?: (id: string) => Options;
  /** The selected record, so that its name shows before the first search. */
  chosen?: Named | null;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState(chosen?.name ?? '');
  const [search] = useDebouncedValue(text, 200);
  const found = useQuery({ ...options(search), placeholderData: (before: Found | undefined) => before });
  const data: Found | undefined = found.data;
  const items = data?.items ?? [];
  const id = typeof props.value === 'string' ? props.value : '';
  const isKnown = chosen?.id === id || items.some((one) => one.id === id);
  const read = useQuery({ ...(record ?? options)(record ? id : ''), enabled: !!record && !!id && !isKnown });
  const restored: Named | undefined = record && id && !isKnown ? read.data : undefined;
  const others = [chosen, restored].filter((one) => one && !items.some(({ id: known }) => known === one.id));
  const all = [...others.filter((one) => !!one), ...items];
  return (
    <Select
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('table.clear') }}
      data={all.map((one) => ({ value: one.id, label: one.name }))}
      searchValue={text}
      onSearchChange={setText}
      filter={({ options: known }) => known}
      nothingFoundMessage={found.error?.title ?? (found.isFetching ? t('table.loading') : t('app.nothingFound'))}
      {...props}
    />
  );
}
