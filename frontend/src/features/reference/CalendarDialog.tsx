import { ActionIcon, Button, Checkbox, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import { type CalendarView, createCalendar, editCalendar, getCalendar, type PatchCalendarRequest } from '@/api/gen';
import { invalidateCalendars } from '@/api/invalidation';
import { dateInputProps } from '@/ui/dateInputProps';
import { EditConflict } from '@/ui/EditConflict';
import { FormDialog } from '@/ui/FormDialog';
import { useFormats } from '@/ui/format';
import { toast } from '@/ui/toasts';
import { useEdit } from '@/ui/useEdit';

const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
const zones = Intl.supportedValuesOf('timeZone');

const valuesOf = (calendar: CalendarView | null) => ({
  name: calendar?.name ?? '',
  timeZone: calendar?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  week: days.map((day, index) => {
    const hours = calendar?.hours.filter((one) => one.day === day) ?? [];
    return {
      day,
      works: calendar ? hours.length > 0 : index < 5,
      times: hours.length ? hours.map(({ opens, closes }) => `${opens}–${closes}`).join(', ') : '09:00–17:00',
    };
  }),
  holidays: special(calendar),
});
type Values = ReturnType<typeof valuesOf>;
type Special = { day: string | null; name: string; times: string };

/** Holidays and short days; a day with several hours is one row. */
function special(calendar: CalendarView | null): Special[] {
  const rows: Special[] = [];
  for (const { day, name, opens, closes } of calendar?.holidays ?? []) {
    const hours = opens && closes ? `${opens}–${closes}` : '';
    const known = rows.find((row) => row.day === day && row.name === name);
    if (known) known.times = `${known.times}, ${hours}`;
    else rows.push({ day, name, times: hours });
  }
  return rows;
}

/** The hours in a text such as 9–12, 13:00-17; undefined if it has anything else. */
export function readTimes(text: string) {
  const hours = text
    .split(/[,;]/)
    .map((one) => /^\s*(\d{1,2})(?:[:.](\d\d))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d\d))?\s*$/.exec(one))
    .map((one) => one && { opens: time(one[1], one[2]), closes: time(one[3], one[4]) });
  return hours.every(
    (one): one is { opens: string; closes: string } =>
      !!one && /^([01]\d|2[0-3]):[0-5]\d$/.test(one.opens) && /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(one.closes),
  )
    ? hours
    : undefined;
}

const time = (hour = '', minute = '00') => `${hour.padStart(2, '0')}:${minute}`;

const hoursOf = (week: Values['week']) =>
  week.filter((one) => one.works).flatMap(({ day, times }) => (readTimes(times) ?? []).map((one) => ({ day, ...one })));

const daysOf = (holidays: Values['holidays']) =>
  holidays.flatMap(({ day, name, times }) => {
    const row = { day: day ?? '', name };
    return times.trim() ? (readTimes(times) ?? []).map((one) => ({ ...row, ...one })) : [row];
  });

const bodyOf = ({ week, holidays, ...others }: Partial<Values>): PatchCalendarRequest => ({
  ...others,
  ...(week ? { hours: hoursOf(week) } : {}),
  ...(holidays ? { holidays: daysOf(holidays) } : {}),
});

/** Edits a calendar: working hours, time zone, holidays. */
export function CalendarDialog({ calendar, onClose }: { calendar: CalendarView | null; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormats();
  const queries = useQueryClient();
  const edit = useEdit(calendar, valuesOf, {
    draft: `calendar:${calendar?.id ?? 'new'}`,
    validate: {
      name: (value) => (value.trim() ? null : t('form.required')),
      week: {
        times: (value, { week }, path) =>
          week[Number(path.split('.')[1])]?.works && !readTimes(value) ? t('calendar.timesFormat') : null,
      },
      holidays: {
        day: (value) => (value ? null : t('form.required')),
        name: (value) => (value.trim() ? null : t('form.required')),
        times: (value) => (value.trim() && !readTimes(value) ? t('calendar.timesFormat') : null),
      },
    },
    read: async ({ id }) => (await getCalendar({ path: { id }, throwOnError: true })).data,
    send: async (of, changes) =>
      (await editCalendar({ path: { id: of.id }, headers: ifMatch(of), body: bodyOf(changes), throwOnError: true }))
        .data,
    create: async ({ name, timeZone, week, holidays }) => {
      const body = { name, timeZone, hours: hoursOf(week), holidays: daysOf(holidays) };
      return (await createCalendar({ body, throwOnError: true })).data;
    },
    saved: () => {
      toast(t('opportunity.saved'));
      onClose();
    },
    settled: () => invalidateCalendars(queries),
  });
  const { form } = edit;
  return (
    <FormDialog
      edit={edit}
      onClose={onClose}
      size="lg"
      title={calendar ? t('calendar.changeOne', { name: calendar.name }) : t('calendar.new')}
      action={t('form.save')}
    >
      <EditConflict
        edit={edit}
        fields={{
          name: { label: t('calendar.name') },
          timeZone: { label: t('calendar.timeZone') },
          week: {
            label: t('calendar.hours'),
            show: (week) =>
              hoursOf(week)
                .map((one) => `${t(`day.${one.day}`)} ${one.opens}–${one.closes}`)
                .join('\n'),
          },
          holidays: {
            label: t('calendar.holidays'),
            show: (holidays) =>
              holidays.map(({ day, name, times }) => `${day ? format.date(day) : '–'} ${name} ${times}`).join('\n'),
          },
        }}
      />
      <TextInput label={t('calendar.name')} withAsterisk {...form.getInputProps('name')} data-autofocus />
      <Select
        label={t('calendar.timeZone')}
        data={zones}
        searchable
        allowDeselect={false}
        {...form.getInputProps('timeZone')}
      />
      <Stack gap={6} role="group" aria-label={t('calendar.hours')}>
        <Text size="sm" fw={500}>
          {t('calendar.hours')}
        </Text>
        <Text size="xs" c="dimmed">
          {t('calendar.hoursHint')}
        </Text>
        {form.values.week.map((one, index) => (
          <Group key={one.day} gap="sm" wrap="nowrap" align="flex-start">
            <Checkbox
              label={t(`day.${one.day}`)}
              w={130}
              pt={8}
              {...form.getInputProps(`week.${index}.works`, { type: 'checkbox' })}
            />
            <TextInput
              aria-label={t('calendar.times', { day: t(`day.${one.day}`) })}
              style={{ flex: 1 }}
              maxLength={200}
              disabled={!one.works}
              {...form.getInputProps(`week.${index}.times`)}
            />
          </Group>
        ))}
      </Stack>
      <Stack gap={6} role="group" aria-label={t('calendar.holidays')}>
        <Group justify="space-between">
          <Text size="sm" fw={500}>
            {t('calendar.holidays')}
          </Text>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => form.insertListItem('holidays', { day: null, name: '', times: '' })}
          >
            {t('calendar.addHoliday')}
          </Button>
        </Group>
        {form.values.holidays.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a new row has no id
          <Group key={index} gap="sm" align="flex-start">
            <DateInput
              {...dateInputProps(t)}
              aria-label={t('calendar.holidayDay')}
              {...form.getInputProps(`holidays.${index}.day`)}
            />
            <TextInput
              aria-label={t('calendar.holidayName')}
              style={{ flex: '1 1 140px' }}
              {...form.getInputProps(`holidays.${index}.name`)}
            />
            <TextInput
              aria-label={t('calendar.holidayTimes')}
              placeholder={t('calendar.closed')}
              style={{ flex: '1 1 110px' }}
              maxLength={200}
              {...form.getInputProps(`holidays.${index}.times`)}
            />
            <ActionIcon
              variant="default"
              size={36}
              aria-label={t('table.remove', { name: one.name })}
              onClick={() => form.removeListItem('holidays', index)}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
        ))}
      </Stack>
    </FormDialog>
  );
}
