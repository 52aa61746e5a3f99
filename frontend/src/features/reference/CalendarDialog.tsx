import { ActionIcon, Button, Checkbox, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { DateInput, TimeInput } from '@mantine/dates';
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
    const hours = calendar?.hours.find((one) => one.day === day);
    return {
      day,
      works: calendar ? !!hours : index < 5,
      opens: hours?.opens ?? '09:00',
      closes: hours?.closes ?? '17:00',
    };
  }),
  holidays: (calendar?.holidays ?? []).map(({ day, name }): { day: string | null; name: string } => ({ day, name })),
});
type Values = ReturnType<typeof valuesOf>;

const hoursOf = (week: Values['week']) =>
  week.filter((one) => one.works).map(({ day, opens, closes }) => ({ day, opens, closes }));

const daysOf = (holidays: Values['holidays']) => holidays.map(({ day, name }) => ({ day: day ?? '', name }));

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
        closes: (value, { week }, path) => {
          const one = week[Number(path.split('.')[1])];
          return one?.works && value <= one.opens ? t('calendar.closesFirst') : null;
        },
      },
      holidays: {
        day: (value) => (value ? null : t('form.required')),
        name: (value) => (value.trim() ? null : t('form.required')),
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
            show: (holidays) => holidays.map(({ day, name }) => `${day ? format.date(day) : '–'} ${name}`).join('\n'),
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
        {form.values.week.map((one, index) => (
          <Group key={one.day} gap="sm" wrap="nowrap" align="flex-start">
            <Checkbox
              label={t(`day.${one.day}`)}
              w={130}
              pt={8}
              {...form.getInputProps(`week.${index}.works`, { type: 'checkbox' })}
            />
            <TimeInput
              aria-label={t('calendar.opens', { day: t(`day.${one.day}`) })}
              disabled={!one.works}
              {...form.getInputProps(`week.${index}.opens`)}
            />
            <TimeInput
              aria-label={t('calendar.closes', { day: t(`day.${one.day}`) })}
              disabled={!one.works}
              {...form.getInputProps(`week.${index}.closes`)}
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
            onClick={() => form.insertListItem('holidays', { day: null, name: '' })}
          >
            {t('calendar.addHoliday')}
          </Button>
        </Group>
        {form.values.holidays.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a new row has no id
          <Group key={index} gap="sm" wrap="nowrap" align="flex-start">
            <DateInput
              {...dateInputProps(t)}
              aria-label={t('calendar.holidayDay')}
              {...form.getInputProps(`holidays.${index}.day`)}
            />
            <TextInput
              aria-label={t('calendar.holidayName')}
              style={{ flex: 1 }}
              {...form.getInputProps(`holidays.${index}.name`)}
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
