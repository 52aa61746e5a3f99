import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { CheckRegistrationRequest } from '@/api/gen';
import { checkRegistrationOptions } from '@/api/gen/@tanstack/react-query.gen';

/** Checks while the user types whether exclusivity is available; null checks nothing. */
export function useProtection(asked: CheckRegistrationRequest | null) {
  // As text, so that equal input gives an equal key.
  const [text] = useDebouncedValue(JSON.stringify(asked), 400);
  const body: CheckRegistrationRequest | null = JSON.parse(text);
  return useQuery({
    ...checkRegistrationOptions({ body: body ?? { productLineIds: [] } }),
    enabled: body !== null,
    retry: false,
  });
}
