import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { DealRegistrationView } from '@/api/gen';
import { me } from '../../../test/people';
import { visit } from '../../../test/render';
import { server } from '../../../test/setup';

const id = '0199a000-0000-7000-8000-00000000000a';
const named = (name: string) => ({ id: `0199a000-0000-7000-8000-0000000000${name.length + 10}`, name });
const seller = named('Kadri Tamm');

const registration: DealRegistrationView = {
  id,
  number: 'REG-2026-000017',
  opportunity: named('Võrgu uuendus'),
  customer: named('Saarte Kala AS'),
  partner: named('Põhjala'),
  productLines: [named('Tulemüürid')],
  status: 'APPROVED',
  submission: { comment: null, submittedBy: seller, submittedAt: '2026-03-01T10:00:00Z', appealed: false },
  scope: { value: { amount: 33000, currency: 'EUR' }, territory: null },
  change: {
    value: { amount: 500000, currency: 'EUR' },
    territory: null,
    productLines: [named('Tulemüürid'), named('Wi-Fi')],
    requestedBy: seller,
    requestedAt: '2026-03-05T10:00:00Z',
  },
  approval: {
    decideBy: '2099-03-07T10:00:00Z',
    automatic: false,
    steps: [{ approver: 'CHANNEL_MANAGER', person: null, decidedBy: null, decidedAt: null }],
    rule: null,
  },
  decision: { decidedBy: null, decidedAt: null, reasonCode: null, reason: null, requestedFields: [] },
  exclusivity: {
    from: '2026-03-02T10:00:00Z',
    until: '2099-06-01T10:00:00Z',
    extensions: 0,
    extensionRequest: null,
  },
  actions: ['WITHDRAW_CHANGE'],
  version: 7,
};

function shown(patch: Partial<DealRegistrationView>, staff = false) {
  const sent: [string, unknown][] = [];
  const it = { ...registration, ...patch };
  server.use(
    http.get('*/api/v1/me', () =>
      HttpResponse.json(staff ? { ...me, role: 'CHANNEL_MANAGER', staff: true, partner: null } : me),
    ),
    http.get('*/api/v1/deal-registrations/:id', () => HttpResponse.json(it)),
    http.get('*/api/v1/deal-registrations/:id/conflicts', () => HttpResponse.json({ items: [], nextCursor: null })),
    http.get('*/api/v1/opportunities/:id', () => HttpResponse.json({}, { status: 404 })),
    http.post('*/api/v1/deal-registrations/:id/:verb', async ({ request, params }) => {
      expect(request.headers.get('If-Match')).toBe('"7"');
      const body = await request.text();
      sent.push([String(params.verb), body ? JSON.parse(body) : null]);
      return HttpResponse.json(it);
    }),
  );
  return sent;
}

test('a partner sees what was approved beside what waits, and can withdraw it', async () => {
  const sent = shown({});
  await visit(`/registrations/${id}`);
  const table = within(await screen.findByRole('table', { name: 'Approved and requested scope' }));
  expect(table.getByRole('row', { name: /Value .*33,000.* .*500,000/ })).toBeVisible();
  expect(table.getByRole('row', { name: 'Product lines Tulemüürid Tulemüürid, Wi-Fi' })).toBeVisible();
  expect(table.queryByText('Territory')).toBeNull();
  expect(screen.getByText('What was approved holds until then.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Withdraw change' }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.click(dialog.getByRole('button', { name: 'Withdraw change' }));
  await waitFor(() => expect(sent).toEqual([['withdraw-change', null]]));
});

test('an approver approves a change, or rejects it with a reason', async () => {
  const sent = shown({ actions: ['APPROVE_CHANGE', 'REJECT_CHANGE'] }, true);
  await visit(`/registrations/${id}`);
  await userEvent.click(await screen.findByRole('button', { name: 'Approve change' }));
  let dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('From then on the registration covers the requested scope.')).toBeVisible();
  await userEvent.click(dialog.getByRole('button', { name: 'Approve change' }));
  await waitFor(() => expect(sent).toEqual([['approve-change', null]]));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

  await userEvent.click(screen.getByRole('button', { name: 'Reject change' }));
  dialog = within(await screen.findByRole('dialog'));
  await userEvent.click(dialog.getByRole('button', { name: 'Reject change' }));
  expect(await dialog.findAllByText('This field is required')).toHaveLength(2);
  expect(sent).toHaveLength(1);
});

test('a rejected change says that what was approved still holds', async () => {
  shown({
    change: null,
    decision: { ...registration.decision, reasonCode: 'OTHER', reason: 'Ei ole usutav' },
  });
  await visit(`/registrations/${id}`);
  const alert = within(await screen.findByRole('alert'));
  expect(alert.getByText('The last change was rejected')).toBeVisible();
  expect(alert.getByText(/Ei ole usutav/)).toBeVisible();
  expect(alert.getByText('What was approved before still holds.')).toBeVisible();
});
