import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';

/** What somebody is typing, once they pause; one and the same object as long as it says the same. */
export function useSettled<T>(value: T): T {
  const [said] = useDebouncedValue(JSON.stringify(value), 400);
  return useMemo(() => JSON.parse(said) as T, [said]);
}
