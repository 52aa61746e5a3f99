import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { opened } from '../../../test/people';
import { visit } from '../../../test/render';
import { server } from '../../../test/setup';

test('a missing field is shown without a request', async () => {
  await visit('/opportunities/new');
  await userEvent.click(await screen.findByRole('button', { name: 'Create the opportunity' }));
  expect(await screen.findAllByText('This field is required')).toHaveLength(2);
  expect(screen.getByRole('textbox', { name: 'Topic' })).toHaveFocus();
});

test("puts the server's errors on their fields and keeps what was typed", async () => {
  server.use(
    http.post('*/api/v1/opportunities', () =>
      HttpResponse.json(
        {
          type: '/problems/invalid',
          title: 'Some fields are not valid',
          status: 422,
          code: 'invalid',
          traceId: '1',
          errors: [{ pointer: '/customer/profile/registryCode', code: 'size', detail: 'is too long' }],
        },
        { status: 422, headers: { 'content-type': 'application/problem+json' } },
      ),
    ),
  );
  await visit('/opportunities/new');
  const user = userEvent.setup();
  await user.type(await screen.findByRole('textbox', { name: 'Topic' }), 'Uus võrk');
  await user.click(screen.getByRole('radio', { name: 'New customer' }));
  await user.type(screen.getByRole('textbox', { name: 'Company name' }), 'Kala OÜ');
  await user.click(screen.getByRole('button', { name: 'Create the opportunity' }));
  await waitFor(() =>
    expect(screen.getByRole('textbox', { name: 'Registry code' })).toHaveAccessibleDescription(/is too long/),
  );
  expect(screen.getByRole('textbox', { name: 'Topic' })).toHaveValue('Uus võrk');
  const draft = Object.entries(localStorage).find(([key]) => key.endsWith(':opportunity:new'));
  expect(draft?.[1]).toContain('Kala OÜ');
});

test('an existing customer is found while its name is typed, and can be selected', async () => {
  const known = { id: '0199a000-0000-7000-8000-000000000007', name: 'AS Saarte Kala', country: 'EE' };
  const asked: unknown[] = [];
  server.use(
    http.post('*/api/v1/customers/check', async ({ request }) => {
      asked.push(await request.json());
      return HttpResponse.json({ items: [{ ...known, matchedBy: 'WEB_DOMAIN', likeness: 1 }], nextCursor: null });
    }),
    http.get('*/api/v1/customers/:id', () => HttpResponse.json({ ...known, contacts: [], version: 0 })),
  );
  await visit('/opportunities/new');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('radio', { name: 'New customer' }));
  await user.type(screen.getByRole('textbox', { name: 'Company name' }), 'Kala');
  await user.type(screen.getByRole('textbox', { name: 'Web domain' }), 'kala.example');
  const there = await screen.findByRole('status');
  expect(there).toHaveTextContent('This company may already exist');
  expect(there).toHaveTextContent('Same web domain');
  const typed = { name: 'Kala', country: 'EE', profile: { webDomain: 'kala.example', vatNumber: null } };
  await waitFor(() => expect(asked.at(-1)).toMatchObject(typed));
  await user.click(screen.getByRole('button', { name: 'Use AS Saarte Kala' }));
  await waitFor(() => expect(screen.getByRole('combobox', { name: 'Customer' })).toHaveValue('AS Saarte Kala'));
});

test('errors of a new registration are on their fields too', async () => {
  const problem = {
    type: '/problems/invalid',
    title: 'Some fields are not valid',
    status: 422,
    code: 'invalid',
    traceId: '1',
    errors: [
      { pointer: '/opportunity/customer/profile/vatNumber', code: 'size', detail: 'is too long' },
      { pointer: '/opportunity/value/estimated', code: 'size', detail: 'is too large' },
    ],
  };
  const line = {
    id: '0199a000-0000-7000-8000-000000000008',
    name: 'Networks',
    displayName: 'Networks',
    retired: false,
  };
  server.use(
    http.get('*/api/v1/product-lines', () => HttpResponse.json({ items: [line], nextCursor: null })),
    http.post('*/api/v1/deal-registrations/check', () =>
      HttpResponse.json({ result: 'FREE', protectedUntil: null, conflicts: null, approval: null }),
    ),
    http.post('*/api/v1/deal-registrations', () =>
      HttpResponse.json(problem, { status: 422, headers: { 'content-type': 'application/problem+json' } }),
    ),
  );
  await visit('/opportunities/new');
  const user = userEvent.setup();
  await user.type(await screen.findByRole('textbox', { name: 'Topic' }), 'Uus võrk');
  await user.click(screen.getByRole('radio', { name: 'New customer' }));
  await user.type(screen.getByRole('textbox', { name: 'Company name' }), 'Kala OÜ');
  await user.click(screen.getByRole('combobox', { name: 'Product lines' }));
  await user.click(await screen.findByRole('option', { name: 'Networks' }));
  await user.click(screen.getByRole('switch', { name: /exclusivity/i }));
  await user.click(screen.getByRole('button', { name: 'Create the opportunity' }));
  await waitFor(() =>
    expect(screen.getByRole('textbox', { name: 'VAT number' })).toHaveAccessibleDescription(/is too long/),
  );
  expect(screen.getByRole('textbox', { name: 'Value' })).toHaveAccessibleDescription(/is too large/);
});

test('what was typed is sent in its groups', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post('*/api/v1/opportunities', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(opened, { status: 201 });
    }),
  );
  await visit('/opportunities/new');
  const user = userEvent.setup();
  await user.type(await screen.findByRole('textbox', { name: 'Topic' }), 'Uus võrk');
  await user.type(screen.getByRole('textbox', { name: 'Value' }), '5000');
  await user.type(screen.getByRole('textbox', { name: 'Probability' }), '40');
  await user.type(screen.getByRole('textbox', { name: 'Customer need' }), ' Wi-Fi ');
  await user.click(screen.getByRole('radio', { name: 'New customer' }));
  await user.type(screen.getByRole('textbox', { name: 'Company name' }), 'Kala OÜ');
  await user.click(screen.getByRole('button', { name: 'Create the opportunity' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({
    topic: 'Uus võrk',
    customer: { name: 'Kala OÜ', country: 'EE', profile: { registryCode: null }, address: { city: null } },
    contact: null,
    value: { currency: 'EUR', estimated: { amount: 5000, currency: 'EUR' } },
    qualification: { summary: null, need: 'Wi-Fi' },
    classification: { productLineIds: [], territoryId: null },
    pipeline: { probability: 40, estimatedCloseDate: null },
  });
});
