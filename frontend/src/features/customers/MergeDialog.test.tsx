import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { CustomerView, DuplicateView } from '@/api/gen';
import { me } from '../../../test/people';
import { visit } from '../../../test/render';
import { server } from '../../../test/setup';

const customer = (id: string, name: string, more: Partial<CustomerView>): CustomerView => ({
  id: `0199a000-0000-7000-8000-00000000000${id}`,
  name,
  country: 'EE',
  profile: {},
  address: { city: 'Kuressaare' },
  contacts: [],
  editable: true,
  warnings: [],
  createdAt: '2026-03-01T10:00:00Z',
  updatedAt: '2026-03-01T10:00:00Z',
  version: 2,
  ...more,
});
const remaining = customer('4', 'Saarte Kala AS', { profile: { webDomain: 'kala.example' } });
const duplicate: DuplicateView = {
  customer: customer('5', 'Saarte Kalatööstus AS', { profile: { vatNumber: 'EE1' } }),
  matchedBy: 'NAME',
  likeness: 0.7,
  opportunities: 3,
  registrations: 1,
  partners: [],
};

test('two customers are compared and merged under the selected name', async () => {
  const sent: unknown[] = [];
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json({ ...me, role: 'CHANNEL_MANAGER', staff: true, partner: null })),
    http.get('*/api/v1/customers/:id', () => HttpResponse.json(remaining)),
    http.get('*/api/v1/deal-registrations', () => HttpResponse.json({ items: [], nextCursor: null })),
    http.get('*/api/v1/customers/:id/duplicates', () =>
      HttpResponse.json({ items: sent.length ? [] : [duplicate], nextCursor: null }),
    ),
    http.post('*/api/v1/customers/:id/merge', async ({ request, params }) => {
      expect(params.id).toBe(remaining.id);
      expect(request.headers.get('If-Match')).toBe('"2"');
      sent.push(await request.json());
      return HttpResponse.json({ ...remaining, name: duplicate.customer.name });
    }),
  );
  await visit(`/customers/${remaining.id}`);
  await userEvent.click(await screen.findByRole('button', { name: 'Compare with Saarte Kalatööstus AS' }));
  const dialog = await screen.findByRole('dialog');
  // A value that only one record has, or that both have, needs no choice.
  expect(within(dialog).getAllByRole('radio')).toHaveLength(2);
  await userEvent.click(within(dialog).getByRole('radio', { name: 'Keep Company name: Saarte Kalatööstus AS' }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Merge' }));
  expect(await screen.findByText('Saarte Kalatööstus AS merged')).toBeVisible();
  expect(sent).toEqual([{ duplicateId: duplicate.customer.id, take: ['NAME'] }]);
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Compare with/ })).toBeNull());
});
