import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

type Row = readonly [name: string, value: ReactNode];

/** Names and values, one under the other. A row that does not apply is left out. */
export function DescriptionList({ items }: { items: readonly (Row | false | null)[] }) {
  return (
    <dl style={{ margin: 0, display: 'grid', gridTemplateColumns: 'minmax(110px, 38%) 1fr', gap: '8px 12px' }}>
      {items
        .filter((row): row is Row => !!row)
        .map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <Text component="dt" size="sm" c="dimmed">
              {name}
            </Text>
            <Text component="dd" size="sm" m={0} style={{ overflowWrap: 'anywhere' }}>
              {value ?? '–'}
            </Text>
          </div>
        ))}
    </dl>
  );
}
