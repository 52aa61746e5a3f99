import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { me } from '../../../test/people';
import { visit } from '../../../test/render';
import { server } from '../../../test/setup';

const refused = {
  type: '/problems/unauthenticated',
  title: 'Sign in first',
  status: 401,
  code: 'unauthenticated',
  traceId: '1',
};
const problem = { headers: { 'content-type': 'application/problem+json' }, status: 401 };

test('an anonymous user is sent to sign-in, and then to the page they wanted', async () => {
  let inside = false;
  server.use(
    http.get('*/api/v1/me', () => (inside ? HttpResponse.json(me) : HttpResponse.json(refused, problem))),
    http.post('*/api/v1/sessions/refresh', () => HttpResponse.json(refused, problem)),
    http.post('*/api/v1/sessions', () => {
      inside = true;
      return HttpResponse.json(me, { status: 201 });
    }),
  );
  const router = await visit('/opportunities?view=managed');
  await userEvent.type(await screen.findByRole('textbox', { name: 'E-mail' }), 'kadri@pohjala.example');
  await userEvent.type(screen.getByLabelText('Password'), 'a long enough password');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByText('Võrgu uuendus')).toBeVisible();
  expect(router.state.location.pathname).toBe('/opportunities');
});

test('an expired access token is refreshed', async () => {
  let proofs = 0;
  server.use(
    http.get('*/api/v1/me', () => (proofs > 0 ? HttpResponse.json(me) : HttpResponse.json(refused, problem))),
    http.post('*/api/v1/sessions/refresh', () => {
      proofs++;
      return HttpResponse.json(me);
    }),
  );
  await visit('/opportunities');
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Opportunities' })).toBeVisible());
  expect(proofs).toBe(1);
});

test('a wrong password shows an error', async () => {
  server.use(
    http.post('*/api/v1/sessions', () =>
      HttpResponse.json(
        { ...refused, title: 'The e-mail address or the password is wrong', code: 'sign-in.wrong' },
        problem,
      ),
    ),
  );
  await visit('/sign-in');
  await userEvent.type(await screen.findByRole('textbox', { name: 'E-mail' }), 'kadri@pohjala.example');
  await userEvent.type(screen.getByLabelText('Password'), 'wrong');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('The e-mail address or the password is wrong');
});
