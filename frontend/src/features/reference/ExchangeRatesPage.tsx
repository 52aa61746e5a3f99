import { ActionIcon, Button, EmptyState, Group, Paper, Skeleton, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconCoins, IconFileImport, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deleteExchangeRate, type ExchangeRate, type Problem } from '@/api/gen';
import { listExchangeRatesOptions } from '@/api/gen/@tanstack/react-query.gen';
import { invalidateEverything } from '@/api/invalidation';
import { useMe } from '@/features/session/useMe';
import { confirm } from '@/ui/confirm';
import { useFormats } from '@/ui/format';
import { Page } from '@/ui/Page';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { toast, toastProblem } from '@/ui/toasts';
import { ExchangeRateDialog } from './ExchangeRateDialog';
import { ImportRatesDialog } from './ImportRatesDialog';
import { rateText } from './rateText';

/** The rates by which sums are converted. That of the base currency is always 1. */
export function ExchangeRatesPage() {
  const { t, i18n } = useTranslation();
  const format = useFormats();
  const me = useMe();
  const queries = useQueryClient();
  const found = useQuery(listExchangeRatesOptions());
  const [open, setOpen] = useState<ExchangeRate | 'new' | 'import'>();
  const remove = useMutation<unknown, Problem, ExchangeRate>({
    mutationFn: ({ currency, validFrom }) => deleteExchangeRate({ path: { currency, validFrom }, throwOnError: true }),
    onSuccess: () => toast(t('exchangeRate.deleted')),
    onError: toastProblem,
    onSettled: () => invalidateEverything(queries),
  });
  const rates = found.data?.items.filter((one) => one.currency !== me.baseCurrency);
  const nameOf = (one: ExchangeRate) => ({ currency: one.currency, date: format.date(one.validFrom) });
  return (
    <Page
      actions={
        <>
          <Button variant="default" leftSection={<IconFileImport size={16} />} onClick={() => setOpen('import')}>
            {t('exchangeRate.import')}
          </Button>
          <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen('new')}>
            {t('exchangeRate.new')}
          </Button>
        </>
      }
    >
      <Text size="sm" c="dimmed" maw={720}>
        {t('exchangeRate.about', { currency: me.baseCurrency })}
      </Text>
      {found.error ? <ProblemAlert problem={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending ? <Skeleton h={160} role="status" aria-label={t('table.loading')} /> : null}
      {rates?.length === 0 ? (
        <Paper p="xl">
          <EmptyState
            icon={<IconCoins size={28} />}
            title={t('exchangeRate.none')}
            description={t('exchangeRate.noneHint')}
          />
        </Paper>
      ) : null}
      {rates?.length ? (
        <Paper p="md">
          <Table.ScrollContainer minWidth={300}>
            <Table aria-label={t('exchangeRate.title')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('exchangeRate.currency')}</Table.Th>
                  <Table.Th>{t('exchangeRate.validFrom')}</Table.Th>
                  <Table.Th ta="right">{t('exchangeRate.rate', { currency: me.baseCurrency })}</Table.Th>
                  <Table.Th>
                    <VisuallyHidden>{t('exchangeRate.change')}</VisuallyHidden>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rates.map((one) => (
                  <Table.Tr key={one.currency + one.validFrom}>
                    <Table.Td>{one.currency}</Table.Td>
                    <Table.Td className="num">{format.date(one.validFrom)}</Table.Td>
                    <Table.Td ta="right" className="num">
                      {rateText(one.rate, i18n.language)}
                    </Table.Td>
                    <Table.Td>
                      <Group gap={4} justify="flex-end" wrap="nowrap">
                        <ActionIcon
                          variant="subtle"
                          aria-label={t('exchangeRate.changeOne', nameOf(one))}
                          onClick={() => setOpen(one)}
                        >
                          <IconPencil size={16} />
                        </ActionIcon>
                        <ActionIcon
                          variant="subtle"
                          aria-label={t('exchangeRate.deleteOne', nameOf(one))}
                          onClick={() =>
                            confirm({
                              title: t('exchangeRate.deleteOne', nameOf(one)),
                              text: t('exchangeRate.deleteHint'),
                              action: t('exchangeRate.delete'),
                              act: () => remove.mutate(one),
                            })
                          }
                        >
                          <IconTrash size={16} />
                        </ActionIcon>
                      </Group>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Paper>
      ) : null}
      {open === 'import' ? (
        <ImportRatesDialog used={[...new Set(rates?.map((one) => one.currency))]} onClose={() => setOpen(undefined)} />
      ) : null}
      {open && open !== 'import' ? (
        <ExchangeRateDialog
          rate={open === 'new' ? null : open}
          baseCurrency={me.baseCurrency}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
    </Page>
  );
}
