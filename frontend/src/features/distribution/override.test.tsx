import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import type { MatchesView, MatchView, OpportunityView } from '@/api/gen';
import { me, opened } from '../../../test/people';
import { visit } from '../../../test/render';
import { server } from '../../../test/setup';

const page = `/opportunities/${opened.id}`;
const staff = { ...me, role: 'SALES', staff: true, partner: null };

const candidate = (id: string, name: string, broken: MatchView['verdicts'][number]['rule'][]): MatchView => ({
  partner: { id: `0199a000-0000-7000-8000-00000000002${id}`, name },
  eligible: broken.length === 0,
  rank: broken.length ? null : 1,
  total: 0.5,
  open: 1,
  capacity: null,
  verdicts: broken.map((rule) => ({ rule, fulfilled: false })),
  scores: [],
});
const holder = candidate('1', 'Hansa Võrgud OÜ', []);
const excluded = candidate('2', 'Daugava Sistēmas SIA', ['NO_OTHER_REGISTRATION', 'CAPACITY']);
const matches: MatchesView = {
  considered: 2,
  eligible: 1,
  at: '2026-03-01T10:00:00Z',
  candidates: [holder, excluded],
  exclusions: [
    { rule: 'CAPACITY', partners: 1 },
    { rule: 'NO_OTHER_REGISTRATION', partners: 1 },
  ],
  similar: [],
};
const similar = {
  customer: { id: '0199a000-0000-7000-8000-000000000031', name: 'Saarte Kalatööstus OÜ' },
  matchedBy: 'NAME',
  likeness: 1,
  partner: holder.partner,
  registration: { id: '0199a000-0000-7000-8000-000000000032', name: 'DR-2026-000001' },
  exclusiveUntil: '2027-01-01T10:00:00Z',
};

const notEligible = (pointer: string) =>
  HttpResponse.json(
    {
      type: '/problems/distribution.not-eligible',
      title: 'Rules exclude the partner',
      status: 409,
      code: 'distribution.not-eligible',
      traceId: '1',
      errors: [
        { pointer, code: 'eligibility.no-other-registration', detail: 'another partner than Daugava has exclusivity' },
        { pointer, code: 'eligibility.capacity', detail: 'Daugava has no free capacity' },
      ],
    },
    { status: 409, headers: { 'content-type': 'application/problem+json' } },
  );

function shows(opportunity: Partial<OpportunityView>) {
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json(staff)),
    http.get('*/api/v1/opportunities/:id', () => HttpResponse.json({ ...opened, ...opportunity })),
    http.post('*/api/v1/deal-registrations/check', () => HttpResponse.json({ result: 'FREE', conflicts: [] })),
    http.get('*/api/v1/opportunities/:id/deal-registration', () => new HttpResponse(null, { status: 404 })),
    http.get('*/api/v1/partners', () => HttpResponse.json({ items: [excluded.partner], nextCursor: null })),
    http.get('*/api/v1/partners/:id', () => HttpResponse.json(excluded.partner)),
  );
}

beforeEach(() => localStorage.clear());

test('a partner that is not eligible is named with a reason', async () => {
  const sent: unknown[] = [];
  shows({ status: 'NEW', actions: ['DISTRIBUTE'] });
  server.use(
    http.get('*/api/v1/opportunities/:id/matches', () => HttpResponse.json(matches)),
    http.post('*/api/v1/opportunities/:id/distribute', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ ...opened, version: 5 });
    }),
  );
  await visit(page);
  await userEvent.click((await screen.findAllByRole('button', { name: 'Distribute' }))[0] as HTMLElement);
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(await within(dialog).findByRole('radio', { name: holder.partner.name }));
  expect(within(dialog).queryByRole('textbox', { name: /^Reason for the exception/ })).toBeNull();
  await userEvent.click(within(dialog).getByRole('radio', { name: excluded.partner.name }));
  expect(within(dialog).getByText('Daugava Sistēmas SIA: Another partner has exclusivity, No capacity')).toBeVisible();
  const send = within(dialog).getByRole('button', { name: 'Distribute' });
  expect(send).toBeDisabled();
  await userEvent.type(
    within(dialog).getByRole('textbox', { name: /^Reason for the exception/ }),
    'The customer asked for it',
  );
  await userEvent.click(send);
  await waitFor(() =>
    expect(sent).toEqual([
      {
        method: 'DIRECT',
        partnerId: excluded.partner.id,
        message: null,
        overrideReason: 'The customer asked for it',
      },
    ]),
  );
});

test('if nobody is eligible, it says why and what can be done', async () => {
  shows({ status: 'NEW', actions: ['DISTRIBUTE'] });
  const nobody = { ...matches, considered: 1, eligible: 0, candidates: [excluded] };
  server.use(http.get('*/api/v1/opportunities/:id/matches', () => HttpResponse.json(nobody)));
  await visit(page);
  await userEvent.click((await screen.findAllByRole('button', { name: 'Distribute' }))[0] as HTMLElement);
  const dialog = await screen.findByRole('dialog');
  const alert = (await within(dialog).findByText('No partner is eligible.')).closest('[role=alert]') as HTMLElement;
  expect(
    within(alert)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual([
    'No capacity: 1. Wait until they close an opportunity, or raise their capacity.',
    'Another partner has exclusivity: 1. Offer it to the partner that has exclusivity.',
  ]);
});

test('similar customers are decided on before anything is offered', async () => {
  const decided: unknown[] = [];
  shows({ status: 'NEW', actions: ['DISTRIBUTE'] });
  server.use(
    http.get('*/api/v1/opportunities/:id/matches', () =>
      HttpResponse.json({ ...matches, similar: decided.length ? [] : [similar] }),
    ),
    http.post('*/api/v1/customers/:id/decide-duplicate', async ({ request, params }) => {
      expect(params.id).toBe(opened.customer.id);
      decided.push(await request.json());
      return HttpResponse.json({});
    }),
  );
  await visit(page);
  await userEvent.click((await screen.findAllByRole('button', { name: 'Distribute' }))[0] as HTMLElement);
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(await within(dialog).findByRole('radio', { name: holder.partner.name }));
  expect(within(dialog).getByText(/Hansa Võrgud OÜ has exclusivity until/)).toBeVisible();
  expect(within(dialog).getByRole('button', { name: 'Distribute' })).toBeDisabled();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Saarte Kalatööstus OÜ is another company' }));
  await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Distribute' })).toBeEnabled());
  expect(decided).toEqual([{ duplicateId: similar.customer.id, same: false }]);
});

test('a collaborator that is not eligible is added with a reason', async () => {
  const sent: unknown[] = [];
  shows({ actions: ['COLLABORATE'] });
  server.use(
    http.put('*/api/v1/opportunities/:id/collaborators/:partnerId', async ({ request }) => {
      sent.push(await request.json());
      return sent.length === 1 ? notEligible('/partnerId') : HttpResponse.json({ ...opened, version: 5 });
    }),
  );
  await visit(page);
  await userEvent.click(await screen.findByRole('button', { name: 'Add a partner' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('combobox', { name: 'Partner' }));
  await userEvent.click(await screen.findByRole('option', { name: excluded.partner.name }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Add a partner' }));
  const reason = await within(dialog).findByRole('textbox', { name: /^Reason for the exception/ });
  expect(within(dialog).getAllByText('Daugava has no free capacity')[0]).toBeVisible();
  await userEvent.type(reason, 'Agreed');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Add a partner' }));
  await waitFor(() => expect(sent[1]).toMatchObject({ overrideReason: 'Agreed' }));
});

test('an opportunity is reopened past exclusivity with a reason', async () => {
  const sent: unknown[] = [];
  shows({ status: 'LOST', actions: ['REOPEN'] });
  server.use(
    http.post('*/api/v1/opportunities/:id/reopen', async ({ request }) => {
      sent.push(await request.json());
      return sent.length === 1 ? notEligible('/overrideReason') : HttpResponse.json({ ...opened, version: 5 });
    }),
  );
  await visit(page);
  await userEvent.click(await screen.findByRole('button', { name: 'More' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Reopen', hidden: true }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Reopen' }));
  await userEvent.type(await within(dialog).findByRole('textbox', { name: /^Reason for the exception/ }), 'Agreed');
  expect(within(dialog).getByText('another partner than Daugava has exclusivity')).toBeVisible();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Reopen' }));
  await waitFor(() => expect(sent[1]).toEqual({ reason: '', overrideReason: 'Agreed' }));
});

test('an opportunity of a partner is approved past exclusivity with a reason', async () => {
  const sent: string[] = [];
  shows({ status: 'PENDING_APPROVAL', actions: ['APPROVE'] });
  server.use(
    http.post('*/api/v1/opportunities/:id/approve', async ({ request }) => {
      sent.push(await request.text());
      return sent.length === 1 ? notEligible('/overrideReason') : HttpResponse.json({ ...opened, version: 5 });
    }),
  );
  await visit(page);
  await userEvent.click(await screen.findByRole('button', { name: 'Approve' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText('another partner than Daugava has exclusivity')).toBeVisible();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Approve' }));
  expect(sent).toEqual(['']);
  await userEvent.type(within(dialog).getByRole('textbox', { name: /^Reason for the exception/ }), 'Agreed');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Approve' }));
  await waitFor(() => expect(sent[1]).toBe('{"overrideReason":"Agreed"}'));
});
