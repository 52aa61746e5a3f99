import { EmptyState, Paper, Skeleton, Table } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listDistributionRunsOptions } from '@/api/gen/@tanstack/react-query.gen';
import { useFormats } from '@/ui/format';
import { TextLink } from '@/ui/links';
import { Page } from '@/ui/Page';
import { ProblemAlert } from '@/ui/ProblemAlert';

/** The latest bulk distributions and their status. */
export function DistributionRunsPage() {
  const { t } = useTranslation();
  const format = useFormats();
  const runs = useQuery({ ...listDistributionRunsOptions(), refetchInterval: 10_000 });
  const all = runs.data?.items ?? [];
  return (
    <Page>
      <TextLink to="/opportunities" size="sm">
        {t('opportunity.back')}
      </TextLink>
      {runs.error ? <ProblemAlert problem={runs.error} retry={() => void runs.refetch()} /> : null}
      {runs.isPending ? <Skeleton h={200} role="status" aria-label={t('table.loading')} /> : null}
      {runs.data && all.length === 0 ? (
        <Paper p="xl">
          <EmptyState icon={<IconSend size={28} />} title={t('run.none')} description={t('run.noneHint')} />
        </Paper>
      ) : null}
      {all.length ? (
        <Paper>
          <Table.ScrollContainer minWidth={560}>
            <Table aria-label={t('run.allTitle')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('run.started')}</Table.Th>
                  <Table.Th>{t('run.startedBy')}</Table.Th>
                  <Table.Th>{t('method.title')}</Table.Th>
                  <Table.Th ta="right">{t('run.opportunities')}</Table.Th>
                  <Table.Th>{t('run.state')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {all.map((run) => (
                  <Table.Tr key={run.id}>
                    <Table.Td>
                      <TextLink to="/opportunities/runs/$id" params={{ id: run.id }} size="sm" fw={600}>
                        {format.dateTime(run.createdAt)}
                      </TextLink>
                    </Table.Td>
                    <Table.Td>{run.createdBy.name}</Table.Td>
                    <Table.Td>{t(`method.${run.method}`)}</Table.Td>
                    <Table.Td ta="right" className="num">
                      {format.number(run.total)}
                    </Table.Td>
                    <Table.Td>{t(`run.short.${run.status}`)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Paper>
      ) : null}
    </Page>
  );
}
