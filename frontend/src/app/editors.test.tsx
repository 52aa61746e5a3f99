import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { me, opened } from '../../test/people';
import { visit } from '../../test/render';
import { server } from '../../test/setup';

const empty = { items: [], nextCursor: null, total: 0 };
const partner = {
  ...me.partner,
  country: 'EE',
  status: 'ACTIVE',
  profile: {},
  programme: { territories: [], competencies: [] },
  record: { open: 0, wonValue: { amount: 0, currency: 'EUR' }, unconverted: 0 },
  actions: ['EDIT', 'INVITE_USER'],
  warnings: [],
  version: 1,
};
const tier = {
  id: '0199a000-0000-7000-8000-000000000041',
  name: 'Gold',
  names: {},
  displayName: 'Gold',
  level: 1,
  retired: false,
  answerHours: 24,
  calendarId: null,
  version: 1,
};
const customer = {
  id: opened.customer.id,
  name: 'Kala AS',
  country: 'EE',
  profile: {},
  address: {},
  contacts: [],
  direct: false,
  editable: true,
  warnings: [],
  version: 1,
};

/** Everything that the editors' pages load. */
function serve() {
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json({ ...me, role: 'ADMIN', staff: true, partner: null })),
    http.get('*/api/v1/opportunities/:id', () =>
      HttpResponse.json({
        ...opened,
        status: 'NEW',
        actions: ['EDIT', 'DISTRIBUTE', 'CLOSE', 'CANCEL', 'COLLABORATE'],
      }),
    ),
    http.get('*/api/v1/opportunities/:id/matches', () =>
      HttpResponse.json({ candidates: [], eligible: 0, considered: 0, exclusions: [], similar: [] }),
    ),
    http.post('*/api/v1/deal-registrations/check', () => HttpResponse.json({ result: 'FREE' })),
    http.get('*/api/v1/partners', () => HttpResponse.json({ ...empty, items: [partner], total: 1 })),
    http.get('*/api/v1/partners/:id', () => HttpResponse.json(partner)),
    http.get('*/api/v1/customers/:id', () => HttpResponse.json(customer)),
    http.get('*/api/v1/tiers', () => HttpResponse.json({ ...empty, items: [tier] })),
    http.get('*/api/v1/approval-policy', () => HttpResponse.json({ rules: [], version: 1 })),
    http.get('*/api/v1/*', () => HttpResponse.json(empty)),
  );
}

const editors: [dialog: string, page: string, opener: string | RegExp, field: string, item?: string][] = [
  ['close', `/opportunities/${opened.id}`, 'Close the opportunity', 'Actual value'],
  ['cancel', `/opportunities/${opened.id}`, 'More', 'Comment', 'Cancel the opportunity'],
  ['distribute', `/opportunities/${opened.id}`, 'Distribute', 'Message to the partner'],
  ['value and dates', `/opportunities/${opened.id}`, 'Change value and dates', 'Probability'],
  ['collaboration', `/opportunities/${opened.id}`, 'Add a partner', 'Message to the partner'],
  ['new customer', '/customers', 'New customer', 'Company name'],
  ['customer', `/customers/${customer.id}`, 'Change', 'Company name'],
  ['contact', `/customers/${customer.id}`, 'New contact', 'Contact name'],
  ['new partner', '/partners', 'New partner', 'Name'],
  ['partner', `/partners/${partner.id}`, 'Edit', 'Phone'],
  ['invitation', `/partners/${partner.id}`, 'Invite a user', 'Name'],
  ['staff invitation', '/settings/users', 'Invite a user', 'Name'],
  ['distribution rule', '/settings/rules', 'New rule', 'Name'],
  ['approval rule', '/settings/approvals', 'New rule', 'Name'],
  ['calendar', '/settings/calendars', 'New calendar', 'Name'],
  ['tier', '/settings/calendars', 'Change Gold', 'Hours to answer'],
  ['API client', '/settings/api-clients', 'New client', 'System name'],
];

test.each(editors)('the dialog %s keeps what was typed', async (_, page, opener, field, item) => {
  serve();
  await visit(page);
  const open = async () => {
    await userEvent.click((await screen.findAllByRole('button', { name: opener }))[0] as HTMLElement);
    if (item) await userEvent.click(await screen.findByRole('menuitem', { name: item }));
    return within(await screen.findByRole('dialog')).getByRole('textbox', { name: field });
  };
  const box = await open();
  await userEvent.clear(box);
  await userEvent.type(box, '42');
  await userEvent.keyboard('{Escape}');
  await userEvent.click(await screen.findByRole('button', { name: 'Keep draft' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(await open()).toHaveValue('42');
  expect(screen.getByText('Unsaved draft, just now')).toBeVisible();
});
