import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { visit } from '../../../test/render';
import { server } from '../../../test/setup';

test('says what is missing, and asks nothing of the server', async () => {
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
          errors: [{ pointer: '/customer/registryCode', code: 'size', detail: 'is too long' }],
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
  const draft = Object.entries(sessionStorage).find(([key]) => key.startsWith('sild-new-opportunity'));
  expect(draft?.[1]).toContain('Kala OÜ');
});
