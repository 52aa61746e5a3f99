import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { OpportunityView } from '@/api/gen';
import { me, opened } from '../../../test/people';
import { visit } from '../../../test/render';
import { server } from '../../../test/setup';

const id = (last: string) => `0199a000-0000-7000-8000-0000000000${last}`;
const entry = (last: string, name: string, retired = false) => ({
  id: id(last),
  name,
  names: {},
  displayName: name,
  position: null,
  retired,
  mergedIntoId: null,
  merging: false,
  version: 0,
});
const page = (items: unknown[]) => HttpResponse.json({ items, nextCursor: null });

/** The dialog for an opportunity, and what it has sent. */
async function details(start: Partial<OpportunityView>, staff: boolean) {
  const sent: unknown[] = [];
  const opportunity: OpportunityView = {
    ...opened,
    ...start,
    actions: ['EDIT'],
    classification: { ...opened.classification, productLines: [{ id: id('71'), name: 'Telephones' }] },
  };
  server.use(
    ...(staff
      ? [http.get('*/api/v1/me', () => HttpResponse.json({ ...me, role: 'SALES', staff: true, partner: null }))]
      : []),
    http.get('*/api/v1/opportunities/:id', () => HttpResponse.json(opportunity)),
    http.patch('*/api/v1/opportunities/:id', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ ...opportunity, version: opportunity.version + 1 });
    }),
    http.get('*/api/v1/customers/:id/contacts', () =>
      page([{ id: id('81'), name: 'Tiina Mägi', title: 'IT', version: 0 }]),
    ),
    http.post('*/api/v1/deal-registrations/check', () =>
      HttpResponse.json({ result: 'FREE', protectedUntil: null, conflicts: null, approval: null }),
    ),
    http.get('*/api/v1/product-lines', () => page([entry('71', 'Telephones', true), entry('72', 'Networks')])),
    http.get('*/api/v1/industries', () => page([entry('73', 'Logistics')])),
    http.get('*/api/v1/competencies', () => page([entry('74', 'Security')])),
    http.get('*/api/v1/territories', () => page([{ ...entry('75', 'North'), parentId: null }])),
    http.get('*/api/v1/users', () =>
      page([
        { id: id('91'), name: 'Jaan Kask', role: 'CHANNEL_MANAGER', status: 'ACTIVE', actions: [], version: 0 },
        { id: id('92'), name: 'Anna Ots', role: 'ANALYST', status: 'ACTIVE', actions: [], version: 0 },
      ]),
    ),
  );
  await visit(`/opportunities/${opened.id}`);
  await userEvent.click(await screen.findByRole('button', { name: 'Change details' }));
  return { sent, dialog: within(await screen.findByRole('dialog', { name: 'Change details' })) };
}

const choose = async (field: HTMLElement, option: string) => {
  await userEvent.click(field);
  await userEvent.click(await screen.findByRole('option', { name: option }));
};

test('staff change what an opportunity is about and who owns it', async () => {
  const { sent, dialog } = await details({}, true);
  const topic = dialog.getByRole('textbox', { name: 'Topic' });
  await userEvent.clear(topic);
  await userEvent.type(topic, 'New network');
  await userEvent.click(dialog.getByRole('combobox', { name: 'Owner' }));
  expect(screen.queryByRole('option', { name: 'Anna Ots' })).toBeNull();
  await userEvent.click(await screen.findByRole('option', { name: 'Jaan Kask' }));
  await choose(dialog.getByRole('combobox', { name: 'Contacts' }), 'Tiina Mägi · IT');
  await choose(dialog.getByRole('combobox', { name: 'Territory' }), 'North');
  await userEvent.click(dialog.getByRole('button', { name: 'Add a reference' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await dialog.findAllByText('This field is required')).toHaveLength(2);
  await userEvent.type(dialog.getByRole('textbox', { name: 'System' }), 'CRM');
  await userEvent.type(dialog.getByRole('textbox', { name: 'ID there' }), '4711');
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Change saved')).toBeVisible();
  expect(sent).toEqual([
    {
      topic: 'New network',
      ownerId: id('91'),
      contactIds: [id('81')],
      classification: { territoryId: id('75') },
      origin: { externalReferences: [{ system: 'CRM', externalId: '4711' }] },
    },
  ]);
});

test('a retired product line stays until it is removed', async () => {
  const { sent, dialog } = await details({}, true);
  // The pill of what is chosen, and the option.
  expect((await dialog.findAllByText('Telephones (retired)'))[0]).toBeVisible();
  await choose(dialog.getByRole('combobox', { name: 'Product lines' }), 'Networks');
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(sent).toEqual([{ classification: { productLineIds: [id('71'), id('72')] } }]));
});

test('a partner changes the contacts of what it was offered, and more of its own', async () => {
  const { dialog } = await details({ origin: { ...opened.origin, source: 'DISTRIBUTED' } }, false);
  expect(dialog.getByRole('combobox', { name: 'Contacts' })).toBeVisible();
  for (const field of ['Topic', 'Owner', 'Product lines', 'Territory'])
    expect(dialog.queryByLabelText(new RegExp(field))).toBeNull();
});

test('a partner changes the topic of its own opportunity', async () => {
  const { dialog } = await details({ origin: { ...opened.origin, source: 'PARTNER_CREATED' } }, false);
  expect(dialog.getByRole('textbox', { name: 'Topic' })).toBeVisible();
  expect(dialog.getByRole('combobox', { name: 'Product lines' })).toBeVisible();
  expect(dialog.queryByRole('combobox', { name: 'Territory' })).toBeNull();
});

test('staff correct the customer, and override a rule with a reason', async () => {
  const { dialog: other } = await details({}, true);
  await userEvent.click(other.getByRole('button', { name: 'Cancel' }));
  const sent: unknown[] = [];
  server.use(
    http.get('*/api/v1/customers', () => page([{ id: id('61'), name: 'Right Customer' }])),
    http.get('*/api/v1/customers/:id', () => HttpResponse.json({ id: id('61'), name: 'Right Customer' })),
    http.post('*/api/v1/opportunities/:id/change-customer', async ({ request }) => {
      const body = (await request.json()) as { overrideReason: string | null };
      sent.push(body);
      if (body.overrideReason) return HttpResponse.json({ ...opened, version: 5 });
      return HttpResponse.json(
        {
          type: '/problems/distribution.not-eligible',
          title: 'Rules exclude the partner',
          status: 409,
          code: 'distribution.not-eligible',
          traceId: '1',
          errors: [
            { pointer: '/overrideReason', code: 'eligibility.exclusivity', detail: 'Another partner is exclusive' },
          ],
        },
        { status: 409 },
      );
    }),
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Change customer' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Change customer' }));
  await choose(dialog.getByRole('combobox', { name: 'Customer' }), 'Right Customer');
  await choose(await dialog.findByRole('combobox', { name: 'Contacts' }), 'Tiina Mägi · IT');
  await userEvent.click(dialog.getByRole('button', { name: 'Change customer' }));
  expect(await dialog.findByText('Another partner is exclusive')).toBeVisible();
  await userEvent.type(dialog.getByRole('textbox', { name: /Reason/ }), 'Agreed');
  await userEvent.click(dialog.getByRole('button', { name: 'Change customer' }));
  expect(await screen.findByText('Change saved')).toBeVisible();
  const body = { customerId: id('61'), contactIds: [id('81')] };
  expect(sent).toEqual([
    { ...body, overrideReason: null },
    { ...body, overrideReason: 'Agreed' },
  ]);
});
