import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { Language } from '@/api/gen';
import { me } from '../../../test/people';
import { visit } from '../../../test/render';
import { server } from '../../../test/setup';

async function audit(language: Language = 'en', address = '/settings/audit') {
  const asked: (string | null)[] = [];
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json({ ...me, language, role: 'ADMIN', staff: true, partner: null })),
    http.get('*/api/v1/audit-events', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('thing'));
      const change = (thing: string, columns: Record<string, unknown>) => ({
        id: thing.length,
        at: '2026-11-12T10:00:00Z',
        kind: 'CHANGE',
        traceId: '1',
        change: { thing, thingId: '7', operation: 'INSERT', after: columns },
      });
      return HttpResponse.json({
        items: [
          change('customer_contact', { customer_id: '1', lead_alone: true }),
          change('brand_new_table', { shiny_column: 1 }),
        ],
        nextCursor: null,
      });
    }),
  );
  await visit(address, language);
  return asked;
}

test('records and fields have names, also those that this version does not know', async () => {
  await audit();
  expect(await screen.findByText('New: Customer contact')).toBeVisible();
  expect(screen.getByText('New: Brand new table')).toBeVisible();
  for (const name of ['Customer', 'Leads as the only one', 'Yes', 'Shiny column'])
    expect(screen.getAllByText(name)[0]).toBeInTheDocument();
});

test('the names are in the language of the reader', async () => {
  await audit('et');
  expect(await screen.findByText(/: Kliendi kontakt$/)).toBeVisible();
});

test('records are filtered by their name', async () => {
  const asked = await audit('en', '/settings/audit?thing=brand_new_table');
  const filter = await screen.findByRole('combobox', { name: 'Kind of record' });
  expect(filter).toHaveValue('Brand new table');
  await userEvent.clear(filter);
  await userEvent.type(filter, 'customer cont');
  await userEvent.click(await screen.findByRole('option', { name: 'Customer contact' }));
  expect(await screen.findByText('New: Customer contact')).toBeVisible();
  expect(asked).toEqual(['brand_new_table', 'customer_contact']);
});
