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

test('a file of the European Central Bank is imported after a preview', async () => {
  const sent = rates();
  server.use(
    http.post('*/api/v1/exchange-rates/import', async ({ request }) => {
      const body = (await request.json()) as { content: string; from: string | null; dryRun: boolean };
      sent.push({ ...body, content: atob(body.content) });
      const none = body.from === '2199-12-31';
      return HttpResponse.json({
        currencies: ['SEK', 'USD'],
        firstDay: '2026-11-26',
        lastDay: '2026-11-27',
        added: none ? 0 : 2,
        changed: none ? 0 : 1,
        unchanged: 0,
      });
    }),
  );
  await visit('/settings/exchange-rates');
  await userEvent.click(await screen.findByRole('button', { name: 'Import from the ECB' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByRole('button', { name: 'Import 0 rates' })).toBeDisabled();
  const file = new File(['Date,SEK'], 'eurofxref.csv', { type: 'text/csv' });
  const input = document.querySelector('input[type=file]');
  await userEvent.upload(input as HTMLInputElement, file);
  expect(await dialog.findByText('New: 2 · corrected: 1 · already there: 0')).toBeVisible();
  await userEvent.click(dialog.getByRole('button', { name: 'Import 3 rates' }));
  expect(await screen.findByText('3 rates imported')).toBeVisible();
  expect(sent.at(-1)).toEqual({ content: 'Date,SEK', currencies: ['SEK'], from: null, dryRun: false });
});

test('a file that the server cannot read is not imported', async () => {
  rates();
  server.use(
    http.post('*/api/v1/exchange-rates/import', () =>
      HttpResponse.json(
        {
          type: '/problems/invalid',
          title: 'Some fields are not valid',
          status: 422,
          code: 'invalid',
          traceId: '1',
          errors: [{ pointer: '/content', code: 'exchange-rate.file', detail: 'is not a file with reference rates' }],
        },
        { status: 422 },
      ),
    ),
  );
  await visit('/settings/exchange-rates');
  await userEvent.click(await screen.findByRole('button', { name: 'Import from the ECB' }));
  const input = document.querySelector('input[type=file]');
  await userEvent.upload(input as HTMLInputElement, new File(['hello'], 'hello.csv', { type: 'text/csv' }));
  expect(await screen.findByText(/is not a file with reference rates/)).toBeVisible();
});
