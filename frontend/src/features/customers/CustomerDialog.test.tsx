import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { CustomerView } from '@/api/gen';
import { visit } from '../../../test/render';
import { server } from '../../../test/setup';

const customer: CustomerView = {
  id: '0199a000-0000-7000-8000-000000000004',
  name: 'Saarte Kala AS',
  country: 'EE',
  profile: { registryCode: '10203040' },
  address: { street: 'Sadama 4', city: 'Kuressaare' },
  contacts: [],
  editable: true,
  warnings: [],
  createdAt: '2026-03-01T10:00:00Z',
  updatedAt: '2026-03-01T10:00:00Z',
  version: 2,
};

/** Opens the dialog; `answer` responds to the patch. */
async function openDialog(answer: (body: unknown) => Response) {
  server.use(
    http.get('*/api/v1/industries', () => HttpResponse.json({ items: [], nextCursor: null })),
    http.get('*/api/v1/deal-registrations', () => HttpResponse.json({ items: [], nextCursor: null })),
    http.get('*/api/v1/customers/:id', () => HttpResponse.json(customer)),
    http.patch('*/api/v1/customers/:id', async ({ request }) => answer(await request.json())),
  );
  await visit(`/customers/${customer.id}`);
  await userEvent.click(await screen.findByRole('button', { name: 'Change' }));
  return within(await screen.findByRole('dialog'));
}

test('changed fields are sent in their groups', async () => {
  const sent: unknown[] = [];
  const dialog = await openDialog((body) => {
    sent.push(body);
    return HttpResponse.json({ ...customer, version: 3 });
  });
  await userEvent.type(dialog.getByRole('textbox', { name: 'Web domain' }), 'kala.example');
  await userEvent.clear(dialog.getByRole('textbox', { name: 'Street' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Change saved')).toBeVisible();
  expect(sent).toEqual([{ profile: { webDomain: 'kala.example' }, address: { street: null } }]);
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
        errors: [{ pointer: '/profile/webDomain', code: 'pattern', detail: 'is not a domain' }],
      },
      { status: 422, headers: { 'content-type': 'application/problem+json' } },
    ),
  );
  const domain = dialog.getByRole('textbox', { name: 'Web domain' });
  await userEvent.type(domain, 'kala');
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(domain).toHaveAccessibleDescription(/is not a domain/));
});

test('an identifier that is probably wrong has a warning beside it', async () => {
  server.use(
    http.get('*/api/v1/deal-registrations', () => HttpResponse.json({ items: [], nextCursor: null })),
    http.get('*/api/v1/customers/:id', () =>
      HttpResponse.json({
        ...customer,
        warnings: [{ pointer: '/profile/registryCode', code: 'check-digit', detail: 'has a wrong check digit' }],
      }),
    ),
  );
  await visit(`/customers/${customer.id}`);
  expect((await screen.findByText('has a wrong check digit')).closest('dd')).toHaveTextContent(/^10203040/);
});
