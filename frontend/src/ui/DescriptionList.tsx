import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Names and values, one under the other. */
export function DescriptionList({ items }: { items: [string, ReactNode][] }) {
  return (
    <dl style={{ margin: 0, display: 'grid', gridTemplateColumns: 'minmax(110px, 38%) 1fr', gap: '8px 12px' }}>
      {items.map(([name, value]) => (
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
