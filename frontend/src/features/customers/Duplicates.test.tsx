import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { CustomerView, DuplicateView, Role } from '@/api/gen';
import { me, opened } from '../../../test/people';
import { visit } from '../../../test/render';
import { server } from '../../../test/setup';

const customer = (id: string, name: string): CustomerView => ({
  id,
  name,
  country: 'EE',
  profile: {},
  address: {},
  contacts: [],
  direct: false,
  editable: true,
  warnings: [],
  createdAt: '2026-03-01T10:00:00Z',
  updatedAt: '2026-03-01T10:00:00Z',
  version: 1,
});
const one = customer(opened.customer.id, 'Saarte Kala AS');
const like: DuplicateView = {
  customer: customer('0199a000-0000-7000-8000-000000000077', 'Saarte Kala OÜ'),
  matchedBy: 'NAME',
  likeness: 0.9,
  opportunities: 1,
  registrations: 1,
  partners: [],
};
const decision = { same: true, decidedBy: { id: me.id, name: 'Jaan Kask' }, decidedAt: '2026-11-12T10:00:00Z' };

async function page(role: Role, duplicate: DuplicateView) {
  const sent: unknown[] = [];
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json({ ...me, role, staff: true, partner: null })),
    http.get('*/api/v1/customers/:id', () => HttpResponse.json(one)),
    http.get('*/api/v1/customers/:id/duplicates', () => HttpResponse.json({ items: [duplicate], nextCursor: null })),
    http.post('*/api/v1/customers/:id/decide-duplicate', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({});
    }),
    http.get('*/api/v1/*', () => HttpResponse.json({ items: [], nextCursor: null, total: 0 })),
  );
  await visit(`/customers/${one.id}`);
  await screen.findByText('Saarte Kala OÜ');
  return sent;
}

test('staff decide whether a similar customer is the same company', async () => {
  const sent = await page('SALES', like);
  await userEvent.click(screen.getByRole('button', { name: 'Saarte Kala OÜ is another company' }));
  await waitFor(() => expect(sent).toEqual([{ duplicateId: like.customer.id, same: false }]));
  expect(await screen.findByText('Saarte Kala OÜ is another company')).toBeVisible();
});

test('a decision says who made it, and is changed after a question', async () => {
  const sent = await page('CHANNEL_MANAGER', { ...like, decision });
  expect(screen.getByText(/Jaan Kask, 12/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /is the same company/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Change the decision about Saarte Kala OÜ' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/no longer protects the other/)).toBeVisible();
  expect(sent).toEqual([]);
  await userEvent.click(dialog.getByRole('button', { name: 'Another company' }));
  await waitFor(() => expect(sent).toEqual([{ duplicateId: like.customer.id, same: false }]));
});

test('equal identifiers need no decision', async () => {
  await page('SALES', { ...like, matchedBy: 'REGISTRY_CODE' });
  expect(screen.queryByRole('button', { name: /company/ })).toBeNull();
});

test('an analyst reads a decision', async () => {
  await page('ANALYST', { ...like, decision });
  expect(screen.getByText(/Jaan Kask, 12/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /Change the decision/ })).toBeNull();
});
