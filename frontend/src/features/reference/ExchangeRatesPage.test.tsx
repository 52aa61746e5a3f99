import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { me } from '../../../test/people';
import { visit } from '../../../test/render';
import { server } from '../../../test/setup';
import { parseRate } from './rateText';

function rates(role: 'ADMIN' | 'SALES' = 'ADMIN') {
  const sent: unknown[] = [];
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json({ ...me, role, staff: true, partner: null })),
    http.get('*/api/v1/exchange-rates', () =>
      HttpResponse.json({
        items: [
          { currency: 'EUR', validFrom: '2000-01-01', rate: 1 },
          { currency: 'SEK', validFrom: '2026-01-01', rate: 11.2 },
        ],
        nextCursor: null,
      }),
    ),
    http.post('*/api/v1/exchange-rates', async ({ request }) => {
      const body = await request.json();
      sent.push(body);
      return HttpResponse.json(body, { status: 201 });
    }),
    http.delete('*/api/v1/exchange-rates/:currency/:day', ({ params }) => {
      sent.push(`${params.currency} ${params.day}`);
      return new HttpResponse(null, { status: 204 });
    }),
  );
  return sent;
}

test('a rate is corrected; that of the base currency is not offered', async () => {
  const sent = rates();
  await visit('/settings/exchange-rates');
  const table = within(await screen.findByRole('table', { name: 'Exchange rates' }));
  expect(table.getAllByRole('row')).toHaveLength(2);
  await userEvent.click(table.getByRole('button', { name: /^Change the rate of SEK/ }));
  const dialog = within(await screen.findByRole('dialog'));
  const rate = dialog.getByRole('textbox', { name: 'Rate for 1 EUR' });
  expect(rate).toHaveValue('11.2');
  await userEvent.clear(rate);
  await userEvent.type(rate, '0');
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await dialog.findByText(/Write a rate such as/)).toBeVisible();
  await userEvent.clear(rate);
  await userEvent.type(rate, '11,35');
  expect(dialog.getByText('1 EUR = 11.35 SEK')).toBeVisible();
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(sent).toEqual([{ currency: 'SEK', validFrom: '2026-01-01', rate: 11.35 }]));
});

test('a rate is deleted after a question', async () => {
  const sent = rates();
  await visit('/settings/exchange-rates');
  await userEvent.click(await screen.findByRole('button', { name: /^Delete the rate of SEK/ }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(sent).toEqual(['SEK 2026-01-01']));
});

test('others are told who may', async () => {
  rates('SALES');
  await visit('/settings/exchange-rates');
  expect(await screen.findByText('Only administrators can manage exchange rates.')).toBeVisible();
});

test.each([
  ['11.2', 11.2],
  [' 11,2 ', 11.2],
  ['0.00000001', 0.00000001],
  ['1000000000', 1_000_000_000],
  ['1000000001', null],
  ['0', null],
  ['-1', null],
  ['1e3', null],
  ['1.250,5', null],
  ['', null],
])('the rate in %j is %s', (text, rate) => expect(parseRate(text)).toBe(rate));
