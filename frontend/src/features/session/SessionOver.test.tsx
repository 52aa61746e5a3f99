import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { me, opened } from '../../../test/people';
import { visit } from '../../../test/render';
import { server } from '../../../test/setup';

const refused = () =>
  HttpResponse.json(
    { type: '/problems/unauthenticated', title: 'Sign in first', status: 401, code: 'unauthenticated', traceId: '1' },
    { status: 401, headers: { 'content-type': 'application/problem+json' } },
  );

/** A server whose session has ended until the user signs in again. */
function endSession() {
  const it = { over: true, notes: 0 };
  server.use(
    http.post('*/api/v1/opportunities/:id/notes', () => {
      if (it.over) return refused();
      it.notes++;
      return HttpResponse.json({ id: '0199a000-0000-7000-8000-000000000020' }, { status: 201 });
    }),
    http.get('*/api/v1/opportunities/:id', () => (it.over ? refused() : HttpResponse.json(opened))),
    http.post('*/api/v1/sessions/refresh', refused),
    http.post('*/api/v1/sessions', () => {
      it.over = false;
      return HttpResponse.json(me, { status: 201 });
    }),
  );
  return it;
}

const page = `/opportunities/${opened.id}`;

async function signInAgain() {
  const dialog = await screen.findByRole('dialog', { name: /session has ended|signed out in another tab/ });
  expect(screen.getByRole('textbox', { name: 'E-mail' })).toHaveValue(me.email);
  await userEvent.type(screen.getByLabelText('Password'), 'a long enough password');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  await waitFor(() => expect(dialog).not.toBeInTheDocument());
}

test('a session that ends while a note is sent: the user signs in over the page, and the note is sent once', async () => {
  await visit(page);
  const box = await screen.findByRole('textbox', { name: 'Write a note' });
  await userEvent.type(box, 'Not lost');
  const it = endSession();
  await userEvent.click(screen.getByRole('button', { name: 'Add note' }));
  await signInAgain();
  await waitFor(() => expect(box).toHaveValue(''));
  expect(it.notes).toBe(1);
});

test('a sign-out in another tab hides a page with unsaved input until the user signs in again', async () => {
  await visit(page);
  const box = await screen.findByRole('textbox', { name: 'Write a note' });
  await userEvent.type(box, 'Half');
  endSession();
  const tab = new BroadcastChannel('sild-session');
  tab.postMessage({ kind: 'out' });
  await screen.findByRole('dialog', { name: 'You have signed out in another tab' });
  expect(document.documentElement).toHaveAttribute('data-session-over');
  await signInAgain();
  expect(document.documentElement).not.toHaveAttribute('data-session-over');
  expect(box).toHaveValue('Half');
  tab.close();
});

test('a sign-out in another tab leaves a page without unsaved input', async () => {
  const router = await visit('/opportunities');
  await screen.findByRole('heading', { name: 'Opportunities' });
  endSession();
  const tab = new BroadcastChannel('sild-session');
  tab.postMessage({ kind: 'out' });
  await waitFor(() => expect(router.state.location.pathname).toBe('/sign-in'));
  expect(router.state.location.search).toEqual({ next: '/opportunities' });
  expect(router.options.context.queryClient.getQueryCache().getAll()).toEqual([]);
  tab.close();
});

test('a sign-in of the same user in another tab continues the page', async () => {
  await visit(page);
  await userEvent.type(await screen.findByRole('textbox', { name: 'Write a note' }), 'Half');
  endSession();
  const tab = new BroadcastChannel('sild-session');
  tab.postMessage({ kind: 'out' });
  await screen.findByRole('dialog', { name: 'You have signed out in another tab' });
  tab.postMessage({ kind: 'in', id: me.id });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.getByRole('textbox', { name: 'Write a note' })).toHaveValue('Half');
  tab.close();
});
