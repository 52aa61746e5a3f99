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

/** The second factor on a fake server: `code` is what the app shows. */
function secondFactor(code: string) {
  const state = { enabled: false, required: false, recoveryCodesLeft: 0 };
  const recoveryCodes = ['k3xq-7m2p-w7ra', 'b5tn-2hfe-6jsd'];
  server.use(
    http.get('*/api/v1/me/second-factor', () => HttpResponse.json(state)),
    http.post('*/api/v1/me/second-factor', () =>
      HttpResponse.json({
        secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
        address: 'otpauth://totp/Sild:kadri?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Sild',
      }),
    ),
    http.post<never, { code: string }>('*/api/v1/me/second-factor/enable', async ({ request }) => {
      if ((await request.json()).code !== code) {
        return HttpResponse.json(
          {
            type: '/problems/invalid',
            title: 'Invalid',
            status: 422,
            code: 'invalid',
            traceId: '1',
            errors: [{ pointer: '/code', code: 'second-factor.code', detail: 'is incorrect or has been used' }],
          },
          { status: 422, headers: { 'content-type': 'application/problem+json' } },
        );
      }
      Object.assign(state, { enabled: true, recoveryCodesLeft: 2 });
      return HttpResponse.json({ recoveryCodes });
    }),
  );
  return state;
}

async function turnOn() {
  await userEvent.click(await screen.findByRole('button', { name: 'Turn on two-step sign-in' }));
  await userEvent.type(within(await screen.findByRole('dialog')).getByLabelText('Current password'), 'my password');
  await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
  expect(await screen.findByText('JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP')).toBeVisible();
  const dialog = await screen.findByRole('dialog');
  await userEvent.type(within(dialog).getByLabelText('Code that the app shows'), '111111');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Turn on two-step sign-in' }));
  expect(await screen.findByText('is incorrect or has been used')).toBeVisible();
  await userEvent.clear(within(dialog).getByLabelText('Code that the app shows'));
  await userEvent.type(within(dialog).getByLabelText('Code that the app shows'), '492039');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Turn on two-step sign-in' }));
  expect(await screen.findByText('k3xq-7m2p-w7ra')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Done' })).toBeDisabled();
  await userEvent.click(screen.getByRole('checkbox', { name: 'I have saved the recovery codes' }));
  await userEvent.click(screen.getByRole('button', { name: 'Done' }));
}

test('two-step sign-in is turned on with a code, and shows the recovery codes until they are kept', async () => {
  secondFactor('492039');
  server.use(
    http.get('*/api/v1/sessions', () => HttpResponse.json({ items: [], nextCursor: null })),
    http.get('*/api/v1/me/email-change', () => HttpResponse.json({ email: null, expiresAt: null })),
  );
  await visit('/account');
  await turnOn();
  expect(await screen.findByText('2 recovery codes left')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Turn off two-step sign-in' })).toBeVisible();
});

test('a user whose role needs two-step sign-in sees nothing else until it is on', async () => {
  const state = secondFactor('492039');
  server.use(http.get('*/api/v1/me', () => HttpResponse.json({ ...me, secondFactorDue: !state.enabled })));
  await visit('/opportunities?view=managed');
  expect(await screen.findByText(/^The vendor requires two-step sign-in/)).toBeVisible();
  expect(screen.queryByRole('heading', { name: 'Opportunities' })).toBeNull();
  await turnOn();
  expect(await screen.findByRole('heading', { name: 'Opportunities' })).toBeVisible();
});

test('signing in asks for a code when the user needs one', async () => {
  const sent: unknown[] = [];
  anonymous();
  server.use(
    http.post<never, { code?: string }>('*/api/v1/sessions', async ({ request }) => {
      const body = await request.json();
      sent.push(body);
      if (body.code === undefined) return refusal(401, 'sign-in.code-needed', 'Enter the code');
      return refusal(401, 'sign-in.code-wrong', 'The code is incorrect');
    }),
  );
  await visit('/sign-in');
  await userEvent.type(await screen.findByRole('textbox', { name: 'E-mail' }), 'kadri@pohjala.example');
  await userEvent.type(screen.getByLabelText('Password'), 'a long enough password');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  await userEvent.type(await screen.findByLabelText('Code'), '111 111');
  expect(screen.queryByRole('alert')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByText('The code is incorrect')).toBeVisible();
  expect(screen.getByLabelText('Code')).toHaveValue('111 111');
  const known = { email: 'kadri@pohjala.example', password: 'a long enough password' };
  expect(sent).toEqual([known, { ...known, code: '111 111' }]);
});

test('a second factor that is required while the app is open is asked for', async () => {
  let due = false;
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json({ ...me, secondFactorDue: due })),
    http.get('*/api/v1/customers', () =>
      due
        ? refusal(403, 'second-factor.due', 'Set up a second factor first')
        : HttpResponse.json({ items: [], nextCursor: null }),
    ),
  );
  const router = await visit('/opportunities?view=managed');
  await screen.findByRole('heading', { name: 'Opportunities' });
  due = true;
  await router.navigate({ to: '/customers' });
  expect(await screen.findByText(/^The vendor requires two-step sign-in/)).toBeVisible();
});
