import dayjs from 'dayjs';
import { localeOf } from './languages';

const january = Date.UTC(2023, 0, 1, 12);
const day = 86_400_000;

/** Sets the names of months and weekdays that the calendars show, as the browser knows them. */
export function setDayjsLocale(language: string) {
  const names = (options: Intl.DateTimeFormatOptions, dates: number[]) => {
    const format = new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: 'UTC' });
    return dates.map((date) => format.format(date));
  };
  const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2023, month, 1, 12));
  // 1 January 2023 is a Sunday, the first day of dayjs.
  const weekdays = Array.from({ length: 7 }, (_, index) => january + index * day);
  const short = names({ weekday: 'short' }, weekdays);
  dayjs.locale(language, {
    name: language,
    months: names({ month: 'long' }, months),
    monthsShort: names({ month: 'short' }, months),
    weekdays: names({ weekday: 'long' }, weekdays),
    weekdaysShort: short,
    weekdaysMin: short.map((name) => name.slice(0, 2)),
    weekStart: 1,
  });
}
