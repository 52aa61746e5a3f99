import { Badge, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DuplicateView } from '@/api/gen';
import { useFormats } from '@/ui/format';
import { TextLink } from '@/ui/links';

/** A possible duplicate of a customer, and the reason. */
export function MatchedCustomer({
  customer,
  matchedBy,
  likeness,
}: Pick<DuplicateView, 'matchedBy' | 'likeness'> & { customer: { id: string; name: string } }) {
  const { t } = useTranslation();
  const format = useFormats();
  return (
    <Group gap="xs">
      <TextLink to="/customers/$id" params={{ id: customer.id }} size="sm" fw={600}>
        {customer.name}
      </TextLink>
      <Badge variant="default">
        {t(`registration.by.${matchedBy}`)}
        {matchedBy === 'NAME' ? ` ${format.percent(likeness)}` : ''}
      </Badge>
    </Group>
  );
}
