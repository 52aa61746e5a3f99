import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { ApprovalPolicyView, ApprovalRuleView } from '@/api/gen';
import { me } from '../../../test/people';
import { visit } from '../../../test/render';
import { server } from '../../../test/setup';

const rule = (name: string, steps: ApprovalRuleView['steps']): ApprovalRuleView => ({
  name,
  tiers: [],
  territories: [],
  productLines: [],
  valueFrom: 5000,
  valueTo: null,
  exclusivityDays: null,
  steps,
});

/** A vendor's administrator, who finds two rules. Answers what is sent. */
function administrator() {
  const sent: { rules: { name: string; steps: unknown[] }[] }[] = [];
  const policy: ApprovalPolicyView = { rules: [rule('Large', [{ approver: 'ADMIN' }]), rule('Small', [])], version: 3 };
  const nothing = () => HttpResponse.json({ items: [], nextCursor: null });
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json({ ...me, role: 'ADMIN', staff: true, partner: null })),
    http.get('*/api/v1/tiers', nothing),
    http.get('*/api/v1/users', nothing),
    http.get('*/api/v1/approval-policy', () => HttpResponse.json(policy)),
    http.patch('*/api/v1/approval-policy', async ({ request }) => {
      expect(request.headers.get('If-Match')).toBe('"3"');
      sent.push((await request.json()) as (typeof sent)[0]);
      return HttpResponse.json(policy);
    }),
  );
  return sent;
}

test('a rule is added to the others, with steps in their order', async () => {
  const sent = administrator();
  await visit('/settings/approvals');
  await userEvent.click(await screen.findByRole('button', { name: 'New rule' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
  expect(await within(dialog).findByText('This field is required')).toBeVisible();
  expect(sent).toEqual([]);
  await userEvent.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Others');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Add a step' }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.rules.map((one) => one.name)).toEqual(['Large', 'Small', 'Others']);
  expect(sent[0]?.rules[2]?.steps).toEqual([
    { approver: 'CHANNEL_MANAGER', userId: null },
    { approver: 'ADMIN', userId: null },
  ]);
});

test('rules change their places', async () => {
  const sent = administrator();
  await visit('/settings/approvals');
  await userEvent.click(await screen.findByRole('button', { name: 'Move Small up' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.rules.map((one) => one.name)).toEqual(['Small', 'Large']);
});
