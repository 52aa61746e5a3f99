import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { me } from '../../../test/people';
import { visit } from '../../../test/render';
import { server } from '../../../test/setup';
import { deviceName } from './deviceName';

const refusal = (status: number, code: string, title: string) =>
  HttpResponse.json(
    { type: `/problems/${code}`, title, status, code, traceId: '1' },
    { status, headers: { 'content-type': 'application/problem+json' } },
  );
const anonymous = () =>
  server.use(
    http.get('*/api/v1/me', () => refusal(401, 'unauthenticated', 'Sign in first')),
    http.post('*/api/v1/sessions/refresh', () => refusal(401, 'unauthenticated', 'Sign in first')),
  );

test('a forgotten password is requested with the address that was typed', async () => {
  anonymous();
  const sent: unknown[] = [];
  server.use(
    http.post('*/api/v1/password-resets', async ({ request }) => {
      sent.push(await request.json());
      return new HttpResponse(null, { status: 202 });
    }),
  );
  await visit('/sign-in');
  await userEvent.type(await screen.findByRole('textbox', { name: 'E-mail' }), 'kadri@pohjala.example');
  await userEvent.click(screen.getByRole('link', { name: 'Forgot your password?' }));
  expect(await screen.findByRole('textbox', { name: 'E-mail' })).toHaveValue('kadri@pohjala.example');
  await userEvent.click(screen.getByRole('button', { name: 'Send the link' }));
  expect(await screen.findByText(/^If kadri@pohjala.example has an account/)).toBeVisible();
  expect(sent).toEqual([{ email: 'kadri@pohjala.example' }]);
});

test('a new password is chosen by the link, and a refused one keeps the form', async () => {
  anonymous();
  const sent: unknown[] = [];
  server.use(
    http.get('*/api/v1/password-resets/:token', () =>
      HttpResponse.json({ name: 'Kadri Tamm', email: 'kadri@pohjala.example', open: true }),
    ),
    http.post('*/api/v1/password-resets/:token/complete', async ({ request, params }) => {
      sent.push([params.token, await request.json()]);
      return sent.length === 1
        ? refusal(422, 'invalid', 'This password is easy to guess')
        : new HttpResponse(null, { status: 204 });
    }),
  );
  await visit('/password-reset/secret');
  await userEvent.type(await screen.findByLabelText('New password'), 'kadrikadrikadri');
  await userEvent.click(screen.getByRole('button', { name: 'Save the password' }));
  expect(await screen.findByText('This password is easy to guess')).toBeVisible();
  await userEvent.clear(screen.getByLabelText('New password'));
  await userEvent.type(screen.getByLabelText('New password'), 'seven green cranes');
  await userEvent.click(screen.getByRole('button', { name: 'Save the password' }));
  expect(await screen.findByText(/^Your new password is saved/)).toBeVisible();
  expect(sent[1]).toEqual(['secret', { password: 'seven green cranes' }]);
  await userEvent.click(screen.getByRole('link', { name: 'Sign in' }));
  expect(await screen.findByRole('textbox', { name: 'E-mail' })).toHaveValue('kadri@pohjala.example');
});

test.each(['unknown', 'used'])('a link that is %s offers a new one', async (state) => {
  anonymous();
  server.use(
    http.get('*/api/v1/password-resets/:token', () =>
      state === 'unknown'
        ? refusal(404, 'not-found', 'Not found')
        : HttpResponse.json({ name: 'Kadri Tamm', email: 'kadri@pohjala.example', open: false }),
    ),
  );
  await visit('/password-reset/secret');
  expect(await screen.findByText(/^This link no longer works/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Request a new link' })).toHaveAttribute('href', '/forgot-password');
});

test('a new address waits to be confirmed and can be cancelled', async () => {
  let waiting: { email: string | null; expiresAt: string | null } = { email: null, expiresAt: null };
  const sent: unknown[] = [];
  server.use(
    http.get('*/api/v1/sessions', () => HttpResponse.json({ items: [], nextCursor: null })),
    http.get('*/api/v1/me/email-change', () => HttpResponse.json(waiting)),
    http.post('*/api/v1/me/email-change', async ({ request }) => {
      sent.push(await request.json());
      waiting = { email: 'kadri.tamm@pohjala.example', expiresAt: '2026-12-01T10:00:00Z' };
      return HttpResponse.json(waiting);
    }),
    http.delete('*/api/v1/me/email-change', () => {
      waiting = { email: null, expiresAt: null };
      return new HttpResponse(null, { status: 204 });
    }),
  );
  await visit('/account');
  await userEvent.click(await screen.findByRole('button', { name: 'Change e-mail address' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.type(within(dialog).getByLabelText('New e-mail address'), 'kadri.tamm@pohjala.example');
  await userEvent.type(within(dialog).getByLabelText('Current password'), 'sild-demo-2026');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Send the link' }));
  expect(await screen.findByText(/^kadri.tamm@pohjala.example waits to be confirmed/)).toBeVisible();
  expect(sent).toEqual([{ email: 'kadri.tamm@pohjala.example', currentPassword: 'sild-demo-2026' }]);
  await userEvent.click(screen.getByRole('button', { name: 'Cancel the change' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Cancel the change' }));
  await waitFor(() => expect(screen.queryByText(/waits to be confirmed/)).toBeNull());
});

test('an address is confirmed by a button, not by opening the link', async () => {
  const sent: unknown[] = [];
  let now = me;
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json(now)),
    http.get('*/api/v1/me/email-change', () =>
      HttpResponse.json(
        sent.length
          ? { email: null, expiresAt: null }
          : { email: 'kadri.tamm@pohjala.example', expiresAt: '2026-12-01T10:00:00Z' },
      ),
    ),
    http.post('*/api/v1/me/email-change/confirm', async ({ request }) => {
      sent.push(await request.json());
      now = { ...me, email: 'kadri.tamm@pohjala.example' };
      return new HttpResponse(null, { status: 204 });
    }),
  );
  await visit('/confirm-email/secret');
  const button = await screen.findByRole('button', { name: 'Confirm the address' });
  expect(sent).toEqual([]);
  await userEvent.click(button);
  expect(await screen.findByText('Your e-mail address is now kadri.tamm@pohjala.example.')).toBeVisible();
  expect(sent).toEqual([{ token: 'secret' }]);
});

test('sessions are named by browser and system', () => {
  expect(deviceName('Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe(
    'Firefox, Windows',
  );
  expect(
    deviceName(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    ),
  ).toBe('Safari, iOS');
  expect(deviceName('curl/8.5.0')).toBe('curl/8.5.0');
  expect(deviceName(null)).toBeUndefined();
});
