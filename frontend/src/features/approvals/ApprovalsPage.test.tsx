import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http, type PathParams } from 'msw';
import { expect, test } from 'vitest';
import type { ApprovalPolicyView, ApprovalRuleView } from '@/api/gen';
import { stale } from '../../../test/handlers';
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

interface SentRules {
  rules: { name: string; steps: unknown[] }[];
}

/** Signs in a vendor's admin with two rules. Returns the requests. */
function administrator() {
  const sent: SentRules[] = [];
  const policy: ApprovalPolicyView = {
    rules: [rule('Large', [{ approver: 'ADMIN' }]), rule('Small', [])],
    materialChangePercent: 20,
    version: 3,
  };
  const nothing = () => HttpResponse.json({ items: [], nextCursor: null });
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json({ ...me, role: 'ADMIN', staff: true, partner: null })),
    http.get('*/api/v1/tiers', nothing),
    http.get('*/api/v1/users', nothing),
    http.get('*/api/v1/approval-policy', () => HttpResponse.json(policy)),
    http.patch<PathParams, SentRules>('*/api/v1/approval-policy', async ({ request }) => {
      expect(request.headers.get('If-Match')).toBe('"3"');
      sent.push(await request.json());
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

test('the share of a value that may change is saved by itself', async () => {
  const sent = administrator();
  await visit('/settings/approvals');
  const share = await screen.findByRole('textbox', { name: 'Approved value may change by' });
  expect(share).toHaveValue('20 %');
  await userEvent.clear(share);
  await userEvent.type(share, '35');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(sent).toEqual([{ materialChangePercent: 35 }]));
});

test('rules can be reordered', async () => {
  const sent = administrator();
  await visit('/settings/approvals');
  await userEvent.click(await screen.findByRole('button', { name: 'Move Small up' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.rules.map((one) => one.name)).toEqual(['Small', 'Large']);
});

/** The rules on a fake server, which a colleague changes too. */
function shared(rules: ApprovalRuleView[]) {
  const policy: ApprovalPolicyView = { rules, materialChangePercent: 20, version: 3 };
  const it = { policy };
  administrator();
  server.use(
    http.get('*/api/v1/approval-policy', () => HttpResponse.json(it.policy)),
    http.patch<PathParams, { rules: (ApprovalRuleView & { exclusivityDays: number })[] }>(
      '*/api/v1/approval-policy',
      async ({ request }) => {
        if (request.headers.get('If-Match') !== `"${it.policy.version}"`) return stale();
        const sent = await request.json();
        const view = sent.rules.map((one) => ({ ...rule(one.name, one.steps), exclusivityDays: one.exclusivityDays }));
        it.policy = { ...it.policy, rules: view, version: it.policy.version + 1 };
        return HttpResponse.json(it.policy);
      },
    ),
  );
  return {
    it,
    colleague: (next: ApprovalRuleView[]) => {
      it.policy = { ...it.policy, rules: next, version: it.policy.version + 1 };
    },
  };
}

const summary = (policy: ApprovalPolicyView) => policy.rules.map((one) => [one.name, one.exclusivityDays]);

async function setDays(rule: string, days: string) {
  await userEvent.click(await screen.findByRole('button', { name: `Change ${rule}` }));
  const dialog = within(await screen.findByRole('dialog'));
  const save = async () => {
    await userEvent.type(dialog.getByRole('textbox', { name: 'Exclusivity in days' }), days);
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  };
  return { dialog, save };
}

test("a rule is changed at its current position, also after a colleague's insert", async () => {
  const { it, colleague } = shared([rule('Large', []), rule('Small', [])]);
  await visit('/settings/approvals');
  const { save } = await setDays('Small', '30');
  colleague([rule('First', []), rule('Large', []), rule('Small', [])]);
  await save();
  await screen.findByText('Change saved');
  expect(summary(it.policy)).toEqual([
    ['First', null],
    ['Large', null],
    ['Small', 30],
  ]);
});

test('a rule that a colleague has removed does not overwrite another one', async () => {
  const { it, colleague } = shared([rule('Large', []), rule('Small', []), rule('Rest', [])]);
  await visit('/settings/approvals');
  const { dialog, save } = await setDays('Small', '30');
  colleague([rule('Large', []), rule('Rest', [])]);
  await save();
  expect(await dialog.findByText('The rule no longer exists')).toBeVisible();
  expect(dialog.getByRole('textbox', { name: 'Exclusivity in days' })).toHaveValue('30');
  expect(summary(it.policy)).toEqual([
    ['Large', null],
    ['Rest', null],
  ]);
});

test('a conflict of a rule shows both values, in Estonian too', async () => {
  const { it, colleague } = shared([rule('Large', [])]);
  await visit('/settings/approvals', 'et');
  await userEvent.click(await screen.findByRole('button', { name: 'Muuda: Large' }));
  const dialog = within(await screen.findByRole('dialog'));
  colleague([{ ...rule('Large', []), exclusivityDays: 60 }]);
  const days = dialog.getByRole('textbox', { name: 'Ainumüügiõigus päevades' });
  await userEvent.type(days, '30');
  await userEvent.click(dialog.getByRole('button', { name: 'Salvesta' }));
  await userEvent.click(await dialog.findByRole('button', { name: /^Võta praegune/ }));
  expect(days).toHaveValue('60');
  expect(summary(it.policy)).toEqual([['Large', 60]]);
});
