import { Paper, Table, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listRegistrationsOptions } from '@/api/gen/@tanstack/react-query.gen';
import { DecisionDeadline } from '@/features/registrations/DecisionDeadline';
import { RegistrationStatusBadge } from '@/features/registrations/RegistrationStatusBadge';
import { TextLink } from '@/ui/links';
import { ProblemAlert } from '@/ui/ProblemAlert';

/** Only the latest are shown. */
const shown = 50;

/** The registrations of a customer; a partner sees its own. */
export function CustomerRegistrations({ id }: { id: string }) {
  const { t } = useTranslation();
  const found = useQuery(listRegistrationsOptions({ query: { customerId: [id], sort: '-submittedAt', limit: shown } }));
  const all = found.data?.items ?? [];
  if (found.error) return <ProblemAlert problem={found.error} retry={() => void found.refetch()} />;
  if (!all.length) return null;
  return (
    <Paper p="md">
      <Title order={2} size="h4" mb="sm">
        {t('registration.title')}
      </Title>
      <Table.ScrollContainer minWidth={560}>
        <Table aria-label={t('registration.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('registration.number')}</Table.Th>
              <Table.Th>{t('registration.partner')}</Table.Th>
              <Table.Th>{t('registration.productLines')}</Table.Th>
              <Table.Th>{t('registration.state')}</Table.Th>
              <Table.Th>{t('registration.exclusiveUntil')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {all.map((registration) => (
              <Table.Tr key={registration.id}>
                <Table.Td>
                  <TextLink to="/registrations/$id" params={{ id: registration.id }} size="sm" className="num">
                    {registration.number}
                  </TextLink>
                </Table.Td>
                <Table.Td>{registration.partner.name}</Table.Td>
                <Table.Td>{registration.productLines.map((one) => one.name).join(', ')}</Table.Td>
                <Table.Td>
                  <RegistrationStatusBadge status={registration.status} />
                </Table.Td>
                <Table.Td>
                  <DecisionDeadline registration={registration} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
