import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { OwnedView, Role, UserView } from '@/api/gen';
import { me } from '../../../test/people';
import { visit } from '../../../test/render';
import { server } from '../../../test/setup';

const ids = { jaan: '0199a000-0000-7000-8000-000000000011', liis: '0199a000-0000-7000-8000-000000000012' };
const user = (id: string, name: string, role: Role, more: Partial<UserView> = {}): UserView => ({
  id,
  name,
  email: `${name.split(' ')[0]?.toLowerCase()}@sild.example`,
  role,
  status: 'ACTIVE',
  language: 'en',
  secondFactor: false,
  createdAt: '2026-03-01T10:00:00Z',
  actions: ['EDIT', 'DEACTIVATE'],
  version: 3,
  ...more,
});
const jaan = user(ids.jaan, 'Jaan Põld', 'CHANNEL_MANAGER');
const liis = user(ids.liis, 'Liis Kask', 'SALES', { status: 'DEACTIVATED', actions: ['EDIT', 'REACTIVATE'] });
const nothing: OwnedView = {
  openOpportunities: 0,
  partners: 0,
  approvals: 0,
  assignedOpportunities: 0,
  successors: [],
};
const much: OwnedView = {
  openOpportunities: 1,
  partners: 4,
  approvals: 0,
  assignedOpportunities: 0,
  successors: [{ id: me.id, name: 'Mari Saar' }],
};

async function settings(address = '/settings/users', owned: (role: string | null) => OwnedView = () => nothing) {
  const sent: unknown[] = [];
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json({ ...me, role: 'ADMIN', staff: true, partner: null })),
    http.get('*/api/v1/users', () => HttpResponse.json({ items: [jaan, liis], nextCursor: null })),
    http.get('*/api/v1/users/:id/owned', ({ request }) =>
      HttpResponse.json(owned(new URL(request.url).searchParams.get('role'))),
    ),
    http.patch('*/api/v1/users/:id', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(jaan);
    }),
    http.post('*/api/v1/users/:id/deactivate', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ ...jaan, status: 'DEACTIVATED' });
    }),
    http.post('*/api/v1/users/:id/reactivate', ({ params }) => {
      sent.push(params.id);
      return HttpResponse.json({ ...liis, status: 'ACTIVE' });
    }),
  );
  const router = await visit(address);
  return { sent, router };
}

async function choose(name: string, action: string) {
  await userEvent.click(await screen.findByRole('button', { name: `Actions for ${name}` }));
  await userEvent.click(await screen.findByRole('menuitem', { name: action }));
  return within(await screen.findByRole('dialog'));
}

test('the address keeps the search and the state', async () => {
  const { router } = await settings('/settings/users?status=DEACTIVATED');
  expect(await screen.findByText('Liis Kask')).toBeVisible();
  expect(screen.queryByText('Jaan Põld')).toBeNull();
  await userEvent.click(screen.getByRole('combobox', { name: 'State' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Deactivated' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Search by name or e-mail' }), 'pold');
  await waitFor(() => expect(screen.queryByText('Liis Kask')).toBeNull());
  expect(screen.getByText('Jaan Põld')).toBeVisible();
  expect(router.latestLocation.search).toEqual({ q: 'pold' });
  await userEvent.type(screen.getByRole('textbox', { name: 'Search by name or e-mail' }), 'xyz');
  expect(await screen.findByText('No user matches')).toBeVisible();
});

test('a deactivation shows what goes to the successor, and asks for one', async () => {
  const { sent } = await settings(undefined, () => much);
  const dialog = await choose('Jaan Põld', 'Deactivate');
  expect(await dialog.findByText('1 open opportunity')).toBeVisible();
  expect(dialog.getByText('4 partners as channel manager')).toBeVisible();
  await userEvent.click(dialog.getByRole('button', { name: 'Deactivate' }));
  expect(await dialog.findByText('This field is required')).toBeVisible();
  await userEvent.click(dialog.getByRole('combobox', { name: /Successor/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'Mari Saar' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Deactivate' }));
  await waitFor(() => expect(sent).toEqual([{ successorId: me.id }]));
  expect(await screen.findByText('Jaan Põld deactivated')).toBeVisible();
});

test('a new role that cannot keep the work asks for a successor', async () => {
  const { sent } = await settings(undefined, (role) => (role === 'ANALYST' ? much : nothing));
  const dialog = await choose('Jaan Põld', 'Change name or role');
  expect(dialog.queryByRole('combobox', { name: /Successor/ })).toBeNull();
  await userEvent.click(dialog.getByRole('combobox', { name: 'Role' }));
  await userEvent.click(await screen.findByRole('option', { name: /^Analyst/ }));
  await userEvent.click(await dialog.findByRole('combobox', { name: /Successor/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'Mari Saar' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(sent).toEqual([{ role: 'ANALYST', successorId: me.id }]));
});

test('a refusal of the server is shown in the dialog', async () => {
  await settings();
  server.use(
    http.post('*/api/v1/users/:id/deactivate', () =>
      HttpResponse.json(
        {
          type: 'x',
          title: 'This is the last active administrator',
          status: 409,
          code: 'user.last-admin',
          traceId: '1',
        },
        { status: 409, headers: { 'content-type': 'application/problem+json' } },
      ),
    ),
  );
  const dialog = await choose('Jaan Põld', 'Deactivate');
  expect(await dialog.findByText('Jaan Põld has nothing to hand over.')).toBeVisible();
  await userEvent.click(dialog.getByRole('button', { name: 'Deactivate' }));
  expect(await dialog.findByText('This is the last active administrator')).toBeVisible();
});

test('a user is reactivated after a question', async () => {
  const { sent } = await settings();
  const dialog = await choose('Liis Kask', 'Reactivate');
  await userEvent.click(dialog.getByRole('button', { name: 'Reactivate' }));
  await waitFor(() => expect(sent).toEqual([ids.liis]));
});

test('others are told who may manage users', async () => {
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json({ ...me, role: 'CHANNEL_MANAGER', staff: true, partner: null })),
  );
  await visit('/settings/users');
  expect(await screen.findByText('Only administrators can manage users.')).toBeVisible();
});
