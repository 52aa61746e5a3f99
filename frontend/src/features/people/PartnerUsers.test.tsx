import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { PartnerView, UserView } from '@/api/gen';
import { me } from '../../../test/people';
import { visit } from '../../../test/render';
import { server } from '../../../test/setup';

const person = (name: string, status: UserView['status'], actions: UserView['actions'] = []): UserView => ({
  id: `0199a000-0000-7000-8000-0000000000${name.length + 10}`,
  name,
  email: `${name.length}@pohjala.example`,
  role: 'PARTNER_SELLER',
  partnerId: '0199a000-0000-7000-8000-000000000001',
  status,
  language: 'en',
  secondFactor: false,
  createdAt: '2026-03-01T10:00:00Z',
  actions,
  version: 1,
});
const invited = person('Jānis Ozols', 'INVITED', ['EDIT', 'INVITE_AGAIN', 'REVOKE_INVITATION', 'DEACTIVATE']);
const partner: PartnerView = {
  id: '0199a000-0000-7000-8000-000000000001',
  name: 'Põhjala Süsteemid OÜ',
  country: 'EE',
  status: 'ACTIVE',
  profile: {},
  warnings: [],
  programme: { capacity: 20, territories: [], competencies: [] },
  record: { open: 0, offered: 0, won: 0, lost: 0, wonValue: { amount: 0, currency: 'EUR' }, unconverted: 0 },
  actions: [],
  createdAt: '2026-03-01T10:00:00Z',
  updatedAt: '2026-03-01T10:00:00Z',
  version: 2,
};

async function users(shown: UserView[], successors: { id: string; name: string }[] = []) {
  const sent: unknown[] = [];
  const owned: string[] = [];
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json({ ...me, role: 'ADMIN', staff: true, partner: null })),
    http.get('*/api/v1/partners/:id', () => HttpResponse.json({ ...partner, actions: ['INVITE_USER'] })),
    http.get('*/api/v1/partners/:id/users', () => HttpResponse.json({ items: shown, nextCursor: null })),
    http.get('*/api/v1/users/:id/owned', ({ request }) => {
      owned.push(new URL(request.url).search);
      return HttpResponse.json({
        openOpportunities: 0,
        partners: 0,
        approvals: 0,
        assignedOpportunities: 2,
        successors,
      });
    }),
    http.post('*/api/v1/users/:id/invitation', async ({ params, request }) => {
      sent.push(`resend ${params.id}`, await request.json());
      return HttpResponse.json({ user: invited, link: '/invitation/new', expiresAt: '2099-01-01T00:00:00Z' });
    }),
    http.delete('*/api/v1/users/:id/invitation', ({ params }) => {
      sent.push(`revoke ${params.id}`);
      return new HttpResponse(null, { status: 204 });
    }),
    http.post('*/api/v1/users/:id/deactivate', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(shown[0]);
    }),
  );
  await visit(`/partners/${partner.id}`);
  return { sent, owned };
}

async function choose(user: string, action: string) {
  await userEvent.click(await screen.findByRole('button', { name: `Actions for ${user}` }));
  await userEvent.click(await screen.findByRole('menuitem', { name: action }));
}

test('an invitation is sent again, with its new link', async () => {
  const { sent } = await users([person('Kadri Tamm', 'ACTIVE'), invited]);
  await choose('Jānis Ozols', 'Resend invitation');
  const ask = within(await screen.findByRole('dialog', { name: 'Invite Jānis Ozols again' }));
  const email = ask.getByRole('textbox', { name: 'E-mail' });
  expect(email).toHaveValue(invited.email);
  await userEvent.clear(email);
  await userEvent.type(email, 'janis@pohjala.example');
  await userEvent.click(ask.getByRole('button', { name: 'Send' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Invite a user' }));
  expect(dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(`${window.location.origin}/invitation/new`);
  expect(dialog.getByText(/is also sent to 11@pohjala.example/)).toBeVisible();
  expect(sent).toEqual([`resend ${invited.id}`, { email: 'janis@pohjala.example' }]);
  expect(screen.queryByRole('button', { name: 'Actions for Kadri Tamm' })).toBeNull();
});

test('an invitation is revoked after a question', async () => {
  const { sent } = await users([invited]);
  await choose('Jānis Ozols', 'Revoke invitation');
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('Its links stop working. You can invite the user again later.')).toBeVisible();
  await userEvent.click(dialog.getByRole('button', { name: 'Revoke' }));
  await waitFor(() => expect(sent).toEqual([`revoke ${invited.id}`]));
});

test('the work of a user of a partner goes to a colleague', async () => {
  const colleague = { id: '0199a000-0000-7000-8000-000000000019', name: 'Jānis Ozols' };
  const { sent, owned } = await users([person('Kadri Tamm', 'ACTIVE', ['EDIT', 'DEACTIVATE'])], [colleague]);
  await choose('Kadri Tamm', 'Deactivate');
  const dialog = within(await screen.findByRole('dialog', { name: 'Deactivate Kadri Tamm?' }));
  expect(await dialog.findByText('2 open opportunities that are assigned to them')).toBeVisible();
  await userEvent.click(dialog.getByRole('button', { name: 'Deactivate' }));
  expect(sent).toEqual([]);
  await userEvent.click(dialog.getByRole('combobox'));
  await userEvent.click(await screen.findByRole('option', { name: 'Jānis Ozols' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Deactivate' }));
  await waitFor(() => expect(sent).toEqual([{ successorId: colleague.id }]));
  expect(await screen.findByText('Kadri Tamm deactivated')).toBeVisible();
  expect(owned).toContain('');
});

test('the only user of a partner is deactivated without a successor', async () => {
  const { sent } = await users([person('Kadri Tamm', 'ACTIVE', ['EDIT', 'DEACTIVATE'])]);
  await choose('Kadri Tamm', 'Deactivate');
  const dialog = within(await screen.findByRole('dialog', { name: 'Deactivate Kadri Tamm?' }));
  expect(await dialog.findByText(/The company has no other active user/)).toBeVisible();
  expect(dialog.queryByRole('combobox')).toBeNull();
  await userEvent.click(dialog.getByRole('button', { name: 'Deactivate' }));
  await waitFor(() => expect(sent).toEqual([{ successorId: null }]));
});

test('who may do nothing sees no buttons', async () => {
  await users([person('Jānis Ozols', 'INVITED')]);
  expect(await screen.findByText('Jānis Ozols')).toBeVisible();
  expect(screen.getAllByText('Invited').at(-1)).toBeVisible();
  expect(screen.queryByRole('button', { name: /Actions for/ })).toBeNull();
});
