import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { CalendarView } from '@/api/gen';
import { me } from '../../../test/people';
import { visit } from '../../../test/render';
import { server } from '../../../test/setup';
import { readTimes } from './CalendarDialog';

test('hours are read in the usual forms', () => {
  const day = [
    { opens: '09:00', closes: '12:00' },
    { opens: '13:30', closes: '17:00' },
  ];
  for (const text of ['09:00–12:00, 13:30–17:00', '9-12; 13.30 - 17', '9:00—12:00,13:30-17:00'])
    expect(readTimes(text)).toEqual(day);
  expect(readTimes('22–6')).toEqual([{ opens: '22:00', closes: '06:00' }]);
  expect(readTimes('0–24')).toEqual([{ opens: '00:00', closes: '24:00' }]);
  for (const text of ['', '9', '9–', '24:00–6', '9–25', '9–12:60', '9–24:01', 'nine', '9–12,'])
    expect(readTimes(text)).toBeUndefined();
});

const calendar: CalendarView = {
  id: '0199a000-0000-7000-8000-000000000021',
  name: 'Office',
  timeZone: 'Europe/Tallinn',
  hours: [
    { day: 'MONDAY', opens: '09:00', closes: '12:00' },
    { day: 'MONDAY', opens: '13:00', closes: '17:00' },
    { day: 'FRIDAY', opens: '22:00', closes: '06:00' },
  ],
  holidays: [
    { day: '2027-02-23', name: 'Short', opens: '09:00', closes: '14:00' },
    { day: '2027-02-24', name: 'Independence Day' },
  ],
  version: 2,
};

test('breaks, nights and short days are shown and sent', async () => {
  const sent: unknown[] = [];
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json({ ...me, role: 'ADMIN', staff: true, partner: null })),
    http.get('*/api/v1/tiers', () => HttpResponse.json({ items: [], nextCursor: null })),
    http.get('*/api/v1/calendars', () => HttpResponse.json({ items: [calendar], nextCursor: null })),
    http.patch('*/api/v1/calendars/:id', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ ...calendar, version: 3 });
    }),
  );
  await visit('/settings/calendars');
  const card = within(await screen.findByRole('article', { name: 'Office' }));
  expect(card.getByText('Friday 22:00–06:00')).toBeVisible();
  expect(card.getByText(/Short 09:00–14:00/)).toBeVisible();
  await userEvent.click(card.getByRole('button', { name: 'Change' }));
  const dialog = within(await screen.findByRole('dialog'));
  const monday = dialog.getByRole('textbox', { name: 'Hours on Monday' });
  expect(monday).toHaveValue('09:00–12:00, 13:00–17:00');
  await userEvent.clear(monday);
  await userEvent.type(monday, '9 to 5');
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await dialog.findByText('Write hours such as 09:00–12:00, 13:00–17:00')).toBeVisible();
  expect(sent).toEqual([]);
  await userEvent.clear(monday);
  await userEvent.type(monday, '0-24');
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Change saved')).toBeVisible();
  expect(sent).toEqual([
    {
      hours: [
        { day: 'MONDAY', opens: '00:00', closes: '24:00' },
        { day: 'FRIDAY', opens: '22:00', closes: '06:00' },
      ],
    },
  ]);
});
