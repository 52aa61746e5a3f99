import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { PartnerView } from '@/api/gen';
import { me } from '../../../test/people';
import { visit } from '../../../test/render';
import { server } from '../../../test/setup';

const partner: PartnerView = {
  id: '0199a000-0000-7000-8000-000000000001',
  name: 'Põhjala Süsteemid OÜ',
  country: 'EE',
  status: 'ACTIVE',
  profile: { registryCode: '12345678', phone: '+372 600 0000' },
  programme: { capacity: 20, revenueFrom: 5000, territories: [], competencies: [] },
  record: { open: 3, offered: 1, won: 2, lost: 1, wonValue: { amount: 9000, currency: 'EUR' }, unconverted: 0 },
  actions: ['EDIT'],
  warnings: [],
  createdAt: '2026-03-01T10:00:00Z',
  updatedAt: '2026-03-01T10:00:00Z',
  version: 2,
};

const channelManager = { ...me, role: 'CHANNEL_MANAGER', staff: true, partner: null };

/** Opens the dialog; `answer` responds to the patch. */
async function openDialog(answer: (body: unknown) => Response, reader: object = channelManager) {
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json(reader)),
    http.get('*/api/v1/tiers', () => HttpResponse.json({ items: [], nextCursor: null })),
    http.get('*/api/v1/partners/:id', () => HttpResponse.json(partner)),
    http.get('*/api/v1/partners/:id/users', () => HttpResponse.json({ items: [], nextCursor: null })),
    http.patch('*/api/v1/partners/:id', async ({ request }) => answer(await request.json())),
  );
  await visit(`/partners/${partner.id}`);
  await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
  return within(await screen.findByRole('dialog'));
}

test('changed fields are sent in their groups', async () => {
  const sent: unknown[] = [];
  const dialog = await openDialog((body) => {
    sent.push(body);
    return HttpResponse.json({ ...partner, version: 3 });
  });
  await userEvent.clear(dialog.getByRole('textbox', { name: 'Phone' }));
  const capacity = dialog.getByRole('textbox', { name: 'Capacity' });
  await userEvent.clear(capacity);
  await userEvent.type(capacity, '30');
  await userEvent.clear(dialog.getByRole('textbox', { name: /^Deal size from/ }));
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Change saved')).toBeVisible();
  expect(sent).toEqual([{ profile: { phone: null }, programme: { capacity: 30, revenueFrom: null } }]);
});

test("the server's error is shown on the field of its group", async () => {
  const dialog = await openDialog(() =>
    HttpResponse.json(
      {
        type: '/problems/invalid',
        title: 'Some fields are not valid',
        status: 422,
        code: 'invalid',
        traceId: '1',
        errors: [{ pointer: '/programme/revenueTo', code: 'less-than-from', detail: 'is less than the minimum' }],
      },
      { status: 422, headers: { 'content-type': 'application/problem+json' } },
    ),
  );
  const most = dialog.getByRole('textbox', { name: /^Deal size up to/ });
  await userEvent.type(most, '100');
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(most).toHaveAccessibleDescription(/is less than the minimum/));
});

test('a partner edits its profile without what matching and conflicts use', async () => {
  const sent: unknown[] = [];
  const dialog = await openDialog(
    (body) => {
      sent.push(body);
      return HttpResponse.json({ ...partner, version: 3 });
    },
    { ...me, role: 'PARTNER_ADMIN', staff: false, partner: { id: partner.id, name: partner.name } },
  );
  expect(dialog.queryByRole('textbox', { name: 'Capacity' })).not.toBeInTheDocument();
  expect(dialog.queryByRole('textbox', { name: 'Registry code' })).not.toBeInTheDocument();
  expect(dialog.getByText(/are changed by your channel manager/)).toBeVisible();
  const phone = dialog.getByRole('textbox', { name: 'Phone' });
  await userEvent.clear(phone);
  await userEvent.type(phone, '+372 5');
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Change saved')).toBeVisible();
  expect(sent).toEqual([{ profile: { phone: '+372 5' } }]);
});
