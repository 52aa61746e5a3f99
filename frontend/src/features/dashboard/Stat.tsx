import { Group, Paper, SimpleGrid, Text } from '@mantine/core';
import type { LinkOptions } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { CardLink } from '@/ui/links';

/** One figure; it links to the list it counts. */
export function Stat({
  label,
  value,
  hint,
  link,
}: {
  label: string;
  value: ReactNode;
  hint?: string;
  link?: LinkOptions;
}) {
  const card = (
    <Paper p="md" h="100%">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text fz={{ base: 20, sm: 24 }} fw={700} className="num">
        {value}
      </Text>
      {hint ? (
        <Text size="xs" c="dimmed">
          {hint}
        </Text>
      ) : null}
    </Paper>
  );
  return link ? (
    <CardLink {...link} className="stat">
      {card}
    </CardLink>
  ) : (
    card
  );
}

/** Figures under one heading. */
export function StatSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Group mb={6}>
        <Text component="h2" fw={600} fz="md" m={0}>
          {title}
        </Text>
      </Group>
      <SimpleGrid cols={{ base: 2, md: 5 }} spacing="sm">
        {children}
      </SimpleGrid>
    </section>
  );
}
