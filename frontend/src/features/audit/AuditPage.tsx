import {
  Alert,
  Badge,
  Button,
  Code,
  EmptyState,
  Group,
  Paper,
  Select,
  Skeleton,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconHistory, IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AuditEventView } from '@/api/gen';
import { checkAuditOptions, listAuditEventsInfiniteOptions } from '@/api/gen/@tanstack/react-query.gen';
import { DescriptionList } from '@/ui/DescriptionList';
import { useFormats } from '@/ui/format';
import { Page } from '@/ui/Page';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { knownFilters } from '@/ui/urlFilters';
import { useDebouncedSearch } from '@/ui/useDebouncedSearch';
import { columnName, thingName, things } from './names';

const route = getRouteApi('/_app/settings/audit');

/** The audit: changes and denied requests. */
export function AuditPage() {
  const { t, i18n } = useTranslation();
  const search = route.useSearch();
  const go = route.useNavigate();
  const events = useInfiniteQuery({
    ...listAuditEventsInfiniteOptions({ query: { ...knownFilters(search), limit: 50 } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const set = (patch: typeof search) => void go({ search: (old) => ({ ...old, ...patch }), replace: true });
  const setRecordId = useDebouncedSearch((thingId) => set({ thingId: thingId || undefined }));
  const all = events.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page>
      <Text size="sm" c="dimmed" maw={720}>
        {t('audit.about')}
      </Text>
      <Seal />
      <Group align="end">
        <Select
          label={t('audit.kind')}
          placeholder={t('audit.all')}
          clearable
          data={(['CHANGE', 'DENIAL'] as const).map((value) => ({ value, label: t(`audit.kinds.${value}`) }))}
          value={search.kind ?? null}
          onChange={(kind) => set({ kind: kind ?? undefined })}
        />
        <Select
          label={t('audit.thing')}
          placeholder={t('audit.all')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('table.clear') }}
          nothingFoundMessage={t('app.nothingFound')}
          data={[...new Set([...things(), ...(search.thing ? [search.thing] : [])])]
            .map((value) => ({ value, label: thingName(value) }))
            .sort((one, other) => one.label.localeCompare(other.label, i18n.language))}
          value={search.thing ?? null}
          onChange={(thing) => set({ thing: thing ?? undefined })}
          w={{ base: '100%', sm: 280 }}
        />
        <TextInput
          label={t('audit.thingId')}
          defaultValue={search.thingId ?? ''}
          onChange={(event) => setRecordId(event.currentTarget.value)}
          w={{ base: '100%', sm: 320 }}
        />
      </Group>
      {events.error ? <ProblemAlert problem={events.error} retry={() => void events.refetch()} /> : null}
      {events.isPending ? <Skeleton h={240} role="status" aria-label={t('table.loading')} /> : null}
      {events.isSuccess && all.length === 0 ? (
        <Paper p="xl">
          <EmptyState icon={<IconHistory size={28} />} title={t('audit.none')} description={t('audit.noneHint')} />
        </Paper>
      ) : null}
      {all.map((event) => (
        <Event key={event.id} event={event} />
      ))}
      {events.hasNextPage ? (
        <Button variant="default" loading={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
          {t('timeline.older')}
        </Button>
      ) : null}
    </Page>
  );
}

/** Verifies the hash chain on request only, which takes up to two seconds. */
function Seal() {
  const { t } = useTranslation();
  const format = useFormats();
  const seal = useQuery({ ...checkAuditOptions(), enabled: false });
  return (
    <Stack gap="xs">
      <Group>
        <Button
          variant="default"
          leftSection={<IconShieldCheck size={16} />}
          loading={seal.isFetching}
          onClick={() => void seal.refetch()}
        >
          {t('audit.check')}
        </Button>
      </Group>
      {seal.error ? <ProblemAlert problem={seal.error} retry={() => void seal.refetch()} /> : null}
      {seal.data ? (
        <Alert
          color={seal.data.whole ? undefined : 'red'}
          variant="outline"
          role="status"
          title={
            seal.data.whole
              ? t('audit.whole', { count: seal.data.sealed, number: format.number(seal.data.sealed) })
              : t('audit.broken', { position: seal.data.brokenAt })
          }
        >
          <Code style={{ overflowWrap: 'anywhere' }}>{seal.data.hash}</Code>
          {seal.data.verifiedSince ? (
            <Text size="sm">{t('audit.verifiedSince', { time: format.dateTime(seal.data.verifiedSince) })}</Text>
          ) : null}
        </Alert>
      ) : null}
    </Stack>
  );
}

function Event({ event }: { event: AuditEventView }) {
  const { t } = useTranslation();
  const format = useFormats();
  const who = event.actor ? [event.actor.name, event.company?.name].filter(Boolean).join(', ') : t('timeline.system');
  const { change, denial } = event;
  const fields = [...new Set([...Object.keys(change?.before ?? {}), ...Object.keys(change?.after ?? {})])];
  const shown = (value: unknown) =>
    value == null
      ? '–'
      : typeof value === 'boolean'
        ? t(value ? 'form.yes' : 'form.no')
        : typeof value === 'object'
          ? JSON.stringify(value)
          : String(value);
  return (
    <Paper p="md" component="article" aria-label={`${event.id}`}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Badge variant="default">{t(`audit.kinds.${event.kind}`)}</Badge>
          <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
            {change ? `${t(`audit.operations.${change.operation}`)}: ${thingName(change.thing)}` : denial?.request}
          </Text>
        </Group>
        <Text size="sm" c="dimmed">
          {format.dateTime(event.at)}
        </Text>
      </Group>
      <Text size="sm">{denial && !event.actor ? denial.address : who}</Text>
      <details>
        <summary>
          <Text size="sm" component="span">
            {t('audit.details')}
          </Text>
        </summary>
        <DescriptionList
          items={[
            change ? [t('audit.thingId'), change.thingId] : null,
            ...fields.map(
              (field) =>
                [
                  columnName(field),
                  change?.operation === 'UPDATE'
                    ? `${shown(change.before?.[field])} → ${shown(change.after?.[field])}`
                    : shown((change?.after ?? change?.before)?.[field]),
                ] as const,
            ),
            denial ? [t('audit.answer'), `${denial.status} ${denial.code}`] : null,
            denial?.address ? [t('audit.address'), denial.address] : null,
            [t('audit.trace'), event.traceId],
          ]}
        />
      </details>
    </Paper>
  );
}
