import { Alert, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DealRegistrationView, Money, Ref } from '@/api/gen';
import { useFormats } from '@/ui/format';

/** What was approved beside what the pending change asks for. Only what differs is shown. */
export function ScopeChange({ registration }: { registration: DealRegistrationView }) {
  const { t } = useTranslation();
  const format = useFormats();
  const { change, scope } = registration;
  if (!change) return null;
  const money = (value: Money | null | undefined) => (value ? format.money(value) : t('registration.change.none'));
  const names = (refs: Ref[]) => refs.map((one) => one.name).join(', ');
  const rows = [
    [t('registration.change.value'), money(scope.value), money(change.value)],
    [
      t('registration.change.territory'),
      scope.territory?.name ?? t('registration.change.none'),
      change.territory?.name ?? t('registration.change.none'),
    ],
    [t('registration.productLines'), names(registration.productLines), names(change.productLines)],
  ].filter(([, before, after]) => before !== after);
  const when = format.dateTime(change.requestedAt);
  return (
    <Alert variant="outline" color="orange" title={t('registration.change.waits')}>
      <Stack gap="xs">
        <Table aria-label={t('registration.change.table')} withRowBorders={false} horizontalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Td />
              <Table.Th>{t('registration.change.before')}</Table.Th>
              <Table.Th>{t('registration.change.after')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(([name, before, after]) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" fw={500}>
                  {name}
                </Table.Th>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{before}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{after}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Text size="sm">{t('registration.change.holds')}</Text>
        <Text size="xs">
          {change.requestedBy
            ? t('registration.change.requestedBy', {
                when,
                who: change.requestedBy.name,
                interpolation: { escapeValue: false },
              })
            : t('registration.change.requested', { when })}
        </Text>
      </Stack>
    </Alert>
  );
}
