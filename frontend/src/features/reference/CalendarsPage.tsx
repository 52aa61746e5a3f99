import {
  Badge,
  Button,
  EmptyState,
  Group,
  Paper,
  Skeleton,
  Stack,
  Table,
  Text,
  Title,
  VisuallyHidden,
} from '@mantine/core';
import { IconCalendarTime, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarView, TierView } from '@/api/gen';
import { listCalendarsOptions, listTiersOptions } from '@/api/gen/@tanstack/react-query.gen';
import { useFormats } from '@/ui/format';
import { Page } from '@/ui/Page';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { CalendarDialog } from './CalendarDialog';
import { TierDialog } from './TierDialog';

/** A record as it was loaded last. */
const current = <T extends { id: string }>(all: T[] | undefined, one: T) => all?.find(({ id }) => id === one.id) ?? one;

/** The answer times of tiers, and the calendars they run in. */
export function CalendarsPage() {
  const { t } = useTranslation();
  const tiers = useQuery(listTiersOptions());
  const calendars = useQuery(listCalendarsOptions());
  const [tier, setTier] = useState<TierView>();
  const [calendar, setCalendar] = useState<CalendarView | 'new'>();
  const nameOf = (id: string | null | undefined) =>
    calendars.data?.items.find((one) => one.id === id)?.name ?? t('calendar.always');
  return (
    <Page
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setCalendar('new')}>
          {t('calendar.new')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed" maw={720}>
        {t('calendar.about')}
      </Text>
      {tiers.error ? <ProblemAlert problem={tiers.error} retry={() => void tiers.refetch()} /> : null}
      {calendars.error ? <ProblemAlert problem={calendars.error} retry={() => void calendars.refetch()} /> : null}
      <Paper p="md">
        <Title order={2} size="h4" mb="xs">
          {t('calendar.tiers')}
        </Title>
        {tiers.isPending ? <Skeleton h={120} role="status" aria-label={t('table.loading')} /> : null}
        {tiers.data ? (
          <Table.ScrollContainer minWidth={420}>
            <Table aria-label={t('calendar.tiers')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('calendar.tier')}</Table.Th>
                  <Table.Th ta="right">{t('calendar.answerHours')}</Table.Th>
                  <Table.Th>{t('calendar.calendar')}</Table.Th>
                  <Table.Th>
                    <VisuallyHidden>{t('calendar.change')}</VisuallyHidden>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {tiers.data.items.map((one) => (
                  <Table.Tr key={one.id}>
                    <Table.Td>{one.displayName}</Table.Td>
                    <Table.Td ta="right" className="num">
                      {one.answerHours}
                    </Table.Td>
                    <Table.Td>{nameOf(one.calendarId)}</Table.Td>
                    <Table.Td ta="right">
                      <Button
                        size="xs"
                        variant="default"
                        onClick={() => setTier(one)}
                        aria-label={t('calendar.changeOne', { name: one.displayName })}
                      >
                        {t('calendar.change')}
                      </Button>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        ) : null}
      </Paper>
      {calendars.isPending ? <Skeleton h={140} role="status" aria-label={t('table.loading')} /> : null}
      {calendars.data?.items.length === 0 ? (
        <Paper p="xl">
          <EmptyState
            icon={<IconCalendarTime size={28} />}
            title={t('calendar.none')}
            description={t('calendar.noneHint')}
          />
        </Paper>
      ) : null}
      {calendars.data?.items.map((one) => (
        <Calendar key={one.id} calendar={one} change={() => setCalendar(one)} />
      ))}
      {tier ? (
        <TierDialog
          tier={current(tiers.data?.items, tier)}
          calendars={calendars.data?.items ?? []}
          onClose={() => setTier(undefined)}
        />
      ) : null}
      {calendar ? (
        <CalendarDialog
          calendar={calendar === 'new' ? null : current(calendars.data?.items, calendar)}
          onClose={() => setCalendar(undefined)}
        />
      ) : null}
    </Page>
  );
}

function Calendar({ calendar, change }: { calendar: CalendarView; change: () => void }) {
  const { t } = useTranslation();
  const format = useFormats();
  return (
    <Paper p="md" component="article" aria-label={calendar.name}>
      <Stack gap="xs">
        <Group justify="space-between">
          <Text fw={600}>{calendar.name}</Text>
          <Button size="xs" variant="default" onClick={change}>
            {t('calendar.change')}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {calendar.timeZone}
        </Text>
        <Group gap={6}>
          {calendar.hours.map((one) => (
            <Badge key={`${one.day} ${one.opens}`} variant="default" tt="none">
              {t(`day.${one.day}`)} {one.opens}–{one.closes}
            </Badge>
          ))}
        </Group>
        <Text size="sm">
          {calendar.holidays.length
            ? calendar.holidays
                .map(({ day, name, opens, closes }) =>
                  [format.date(day), name, opens && closes ? `${opens}–${closes}` : null].filter(Boolean).join(' '),
                )
                .join(' · ')
            : t('calendar.noHolidays')}
        </Text>
      </Stack>
    </Paper>
  );
}
