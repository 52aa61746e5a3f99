import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type UseQueryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/api/gen';

interface Found {
  items: { id: string; name: string }[];
}

/** A select whose options come from a search on the server. */
export function AsyncSelect({
  options,
  chosen,
  ...props
}: Omit<SelectProps, 'data' | 'searchValue' | 'onSearchChange'> & {
  // biome-ignore lint/suspicious/noExplicitAny: the query's types are checked where it is created
  options: (search: string) => UseQueryOptions<any, Problem, any, any>;
  /** The selected record, so that its name shows before the first search. */
  chosen?: { id: string; name: string } | null;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState(chosen?.name ?? '');
  const [search] = useDebouncedValue(text, 200);
  const found = useQuery({ ...options(search), placeholderData: (before: Found | undefined) => before });
  const data: Found | undefined = found.data;
  const items = data?.items ?? [];
  const all = chosen && !items.some((one) => one.id === chosen.id) ? [chosen, ...items] : items;
  return (
    <Select
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('table.clear') }}
      data={all.map((one) => ({ value: one.id, label: one.name }))}
      searchValue={text}
      onSearchChange={setText}
      filter={({ options: known }) => known}
      nothingFoundMessage={found.isFetching ? t('table.loading') : t('app.nothingFound')}
      {...props}
    />
  );
}
