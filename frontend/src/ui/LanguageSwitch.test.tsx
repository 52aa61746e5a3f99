import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { visit } from '../../test/render';
import { server } from '../../test/setup';

test('a language can be switched back before its texts are loaded', async () => {
  const refused = () => HttpResponse.json({ code: 'unauthenticated', status: 401 }, { status: 401 });
  server.use(http.get('*/api/v1/me', refused), http.post('*/api/v1/sessions/refresh', refused));
  await visit('/sign-in');
  await screen.findByRole('heading', { name: 'Sign in' });
  fireEvent.click(screen.getByRole('radio', { name: 'ET' }));
  fireEvent.click(screen.getByRole('radio', { name: 'EN' }));
  await act(() => new Promise((done) => setTimeout(done, 300)));
  await waitFor(() => expect(screen.getByRole('radio', { name: 'EN' })).toBeChecked());
  expect(screen.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});
