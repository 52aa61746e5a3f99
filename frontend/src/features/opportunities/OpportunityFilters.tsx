import { MultiSelect, Pill, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { zOpportunityStatus } from '@/api/gen/zod.gen';
import { useFormats } from '@/ui/format';
import { useDebouncedSearch } from '@/ui/useDebouncedSearch';
import type { OpportunitySearch } from './search';

/** A condition by name, and the search without it. */
type Chip = [name: string, without: Partial<OpportunitySearch>];

/** A list without values is no filter. */
const withoutEmpty = (patch: Partial<OpportunitySearch>): Partial<OpportunitySearch> =>
  Object.fromEntries(
    Object.entries(patch).map(([name, value]) => [name, Array.isArray(value) && !value.length ? undefined : value]),
  );

/** The filters of the list: a search, statuses, and a chip for each other condition. */
export function OpportunityFilters({
  search,
  set,
  withStatus,
}: {
  search: OpportunitySearch;
  set: (patch: Partial<OpportunitySearch>) => void;
  withStatus: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormats();
  const setQ = useDebouncedSearch((text) => set({ q: text || undefined }));
  const chips: (Chip | false)[] = [
    !!search.overdue && [t('opportunity.overdue'), { overdue: undefined }],
    !!search.extensionRequested && [t('opportunity.extension.requested'), { extensionRequested: undefined }],
    !!search.exhausted && [t('match.exhausted'), { exhausted: undefined }],
    ...(search.alert ?? []).map(
      (alert): Chip => [t(`alert.${alert}`), { alert: search.alert?.filter((one) => one !== alert) }],
    ),
    ...(search.phase ?? []).map(
      (phase): Chip => [t(`phase.${phase}`), { phase: search.phase?.filter((one) => one !== phase) }],
    ),
    ...(search.source ?? []).map(
      (source): Chip => [t(`source.${source}`), { source: search.source?.filter((one) => one !== source) }],
    ),
    !!search.shared && [t('collaboration.shared'), { shared: undefined }],
    !!search.partnerId && [t('opportunity.onePartner'), { partnerId: undefined }],
    !!search.customerId && [t('opportunity.oneCustomer'), { customerId: undefined }],
    !!search.ownerId && [t('opportunity.oneOwner'), { ownerId: undefined }],
    !!search.territoryId && [t('opportunity.oneTerritory'), { territoryId: undefined }],
    !!search.productLineId && [t('opportunity.oneProductLine'), { productLineId: undefined }],
    !!search.closedFrom && [
      t('opportunity.closedSince', { date: format.date(search.closedFrom) }),
      { closedFrom: undefined },
    ],
    !!search.closedTo && [
      t('opportunity.closedUntil', { date: format.date(search.closedTo) }),
      { closedTo: undefined },
    ],
  ];
  return (
    <>
      <TextInput
        aria-label={t('opportunity.search')}
        placeholder={t('opportunity.search')}
        leftSection={<IconSearch size={16} />}
        defaultValue={search.q ?? ''}
        onChange={(event) => setQ(event.currentTarget.value)}
        w={{ base: '100%', sm: 280 }}
      />
      {withStatus ? (
        <MultiSelect
          aria-label={t('opportunity.status')}
          placeholder={search.status?.length ? '' : t('opportunity.anyStatus')}
          data={zOpportunityStatus.options.map((value) => ({ value, label: t(`status.${value}`) }))}
          value={search.status ?? []}
          onChange={(next) => set({ status: next.length ? next : undefined })}
          clearable
          clearButtonProps={{ 'aria-label': t('table.clear') }}
          w={{ base: '100%', sm: 280 }}
        />
      ) : null}
      {chips
        .filter((chip): chip is Chip => !!chip)
        .map(([label, without]) => (
          <Pill
            key={label}
            size="lg"
            withRemoveButton
            removeButtonProps={{ 'aria-label': t('table.remove', { name: label }), 'aria-hidden': false, tabIndex: 0 }}
            onRemove={() => set(withoutEmpty(without))}
          >
            {label}
          </Pill>
        ))}
    </>
  );
}
