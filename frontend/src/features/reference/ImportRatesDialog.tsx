import { Alert, Anchor, FileInput, MultiSelect, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconFileImport } from '@tabler/icons-react';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ImportedRatesView, type ImportRatesRequest, importExchangeRates, type Problem } from '@/api/gen';
import { invalidateEverything } from '@/api/invalidation';
import { base64 } from '@/ui/base64';
import { dateInputProps } from '@/ui/dateInputProps';
import { FormDialog } from '@/ui/FormDialog';
import { useFormats } from '@/ui/format';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { toast } from '@/ui/toasts';
import { useSend } from '@/ui/useSend';

const source = 'https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/';

/** The last day that the API accepts. From then on there is nothing to import, so only the file is read. */
const lastDay = '2199-12-31';

const load = async (body: ImportRatesRequest) => (await importExchangeRates({ body, throwOnError: true })).data;

/** Imports a file of the European Central Bank, after showing what that changes. */
export function ImportRatesDialog({ used, onClose }: { used: string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormats();
  const queries = useQueryClient();
  const [picked, pick] = useState<{ id: string; content: string }>();
  const initial: { currencies: string[]; from: string | null } = { currencies: used, from: null };
  const edit = useSend(initial, {
    draft: 'exchangeRates:import',
    send: (values) => load({ ...requested(values), dryRun: false }),
    done: ({ added, changed }) => {
      toast(t('exchangeRate.imported', { count: added + changed }));
      onClose();
    },
    settled: () => invalidateEverything(queries),
  });
  const { form } = edit;
  const choose = async (one: File | null) =>
    pick(one ? { id: `${one.name} ${one.size} ${one.lastModified}`, content: await base64(one) } : undefined);
  const requested = ({ currencies, from }: typeof initial): ImportRatesRequest => ({
    content: picked?.content ?? '',
    from,
    currencies: currencies.length ? currencies.filter((one) => !file.data || file.data.currencies.includes(one)) : null,
  });
  const file = useQuery<ImportedRatesView, Problem>({
    queryKey: ['ratesFile', picked?.id],
    queryFn: () => load({ content: picked?.content ?? '', dryRun: true, from: lastDay }),
    enabled: !!picked,
    retry: false,
    gcTime: 0,
  });
  const preview = useQuery<ImportedRatesView, Problem>({
    queryKey: ['ratesPreview', picked?.id, form.values],
    queryFn: () => load({ ...requested(form.values), dryRun: true }),
    enabled: !!file.data,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
  const found = preview.data;
  return (
    <FormDialog
      edit={edit}
      onClose={onClose}
      title={t('exchangeRate.import')}
      action={t('exchangeRate.importNow', { count: (found?.added ?? 0) + (found?.changed ?? 0) })}
      disabled={!found || !!preview.error || found.added + found.changed === 0}
    >
      <Text size="sm">
        {t('exchangeRate.importAbout')}{' '}
        <Anchor href={source} target="_blank" rel="noreferrer" inherit>
          {t('exchangeRate.importSource')}
        </Anchor>
      </Text>
      <FileInput
        label={t('exchangeRate.file')}
        placeholder={t('exchangeRate.fileHint')}
        accept=".xml,.csv,application/xml,text/csv"
        leftSection={<IconFileImport size={16} />}
        data-autofocus
        onChange={(one) => void choose(one)}
      />
      {file.error ? <ProblemAlert problem={file.error} /> : null}
      {file.data ? (
        <>
          <MultiSelect
            label={t('exchangeRate.currencies')}
            placeholder={form.values.currencies.length ? '' : t('exchangeRate.allCurrencies')}
            data={file.data.currencies}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('table.clear') }}
            {...form.getInputProps('currencies')}
          />
          <DateInput
            {...dateInputProps(t)}
            label={t('exchangeRate.from')}
            description={t('exchangeRate.days', {
              first: format.date(file.data.firstDay),
              last: format.date(file.data.lastDay),
            })}
            {...form.getInputProps('from')}
          />
          {preview.error ? <ProblemAlert problem={preview.error} /> : null}
          {found && !preview.error ? (
            <Alert variant="light" role="status">
              {t('exchangeRate.preview', {
                added: format.number(found.added),
                changed: format.number(found.changed),
                unchanged: format.number(found.unchanged),
              })}
            </Alert>
          ) : null}
        </>
      ) : null}
    </FormDialog>
  );
}
