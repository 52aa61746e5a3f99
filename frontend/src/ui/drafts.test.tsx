import { onlineManager } from '@tanstack/react-query';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http, type PathParams } from 'msw';
import { expect, test } from 'vitest';
import { session } from '@/api/session';
import { me, opened } from '../../test/people';
import { visit } from '../../test/render';
import { server } from '../../test/setup';
import { dropOldDrafts } from './drafts';

const page = `/opportunities/${opened.id}`;
const note = { id: '0199a000-0000-7000-8000-000000000020' };
const drafts = () => Object.keys(localStorage).filter((key) => key.startsWith('sild-draft:'));

/** The page again, as after a reload. */
async function reload() {
  cleanup();
  return visit(page);
}

const hold = async () => {
  await userEvent.click(await screen.findByRole('button', { name: 'More' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Put on hold' }));
  return within(await screen.findByRole('dialog', { name: 'Put on hold' }));
};

test('a note survives a reload, and is cleared once it is sent', async () => {
  const sent: { text: string }[] = [];
  server.use(
    http.post<PathParams, { text: string }>('*/api/v1/opportunities/:id/notes', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(note, { status: 201 });
    }),
  );
  await visit(page);
  await userEvent.type(await screen.findByRole('textbox', { name: 'Write a note' }), 'Half a thought');
  await reload();
  const box = await screen.findByRole('textbox', { name: 'Write a note' });
  expect(box).toHaveValue('Half a thought');
  expect(screen.getByText('Unsaved draft, just now')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Add note' }));
  await waitFor(() => expect(box).toHaveValue(''));
  expect(sent).toMatchObject([{ text: 'Half a thought' }]);
  expect(drafts()).toEqual([]);
});

test("another user on the same browser does not see the first one's draft, who finds it again", async () => {
  await visit(page);
  await userEvent.type(await screen.findByRole('textbox', { name: 'Write a note' }), 'Between us');
  const other = { ...me, id: '0199a000-0000-7000-8000-000000000099', name: 'Jaan Kask' };
  session.forget();
  server.use(http.get('*/api/v1/me', () => HttpResponse.json(other)));
  await reload();
  expect(await screen.findByRole('textbox', { name: 'Write a note' })).toHaveValue('');
  session.forget();
  server.use(http.get('*/api/v1/me', () => HttpResponse.json(me)));
  await reload();
  expect(await screen.findByRole('textbox', { name: 'Write a note' })).toHaveValue('Between us');
});

test('Esc closes a text edited in place and keeps what was typed; Cancel discards it, which can be undone', async () => {
  await visit(page);
  await userEvent.click(await screen.findByRole('button', { name: /Edit: Customer need/ }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Customer need' }), 'Wi-Fi');
  await userEvent.keyboard('{Escape}');
  await userEvent.click(screen.getByRole('button', { name: /Draft/ }));
  expect(screen.getByRole('textbox', { name: 'Customer need' })).toHaveValue('Wi-Fi');
  await reload();
  expect(await screen.findByRole('textbox', { name: 'Customer need' })).toHaveValue('Wi-Fi');
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(screen.queryByText('Draft')).toBeNull();
  expect(drafts()).toEqual([]);
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('textbox', { name: 'Customer need' })).toHaveValue('Wi-Fi');
});

test('a dialog asks before it closes with unsaved input, and only then', async () => {
  await visit(page);
  let dialog = await hold();
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

  dialog = await hold();
  await userEvent.type(dialog.getByRole('textbox', { name: 'Comment' }), 'Waits for the budget');
  await userEvent.keyboard('{Escape}');
  const question = within(await screen.findByRole('dialog', { name: 'Keep your draft?' }));
  await userEvent.click(question.getByRole('button', { name: 'Keep editing' }));
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Keep your draft?' })).toBeNull());
  expect(dialog.getByRole('textbox', { name: 'Comment' })).toHaveValue('Waits for the budget');

  await userEvent.click(dialog.getByRole('button', { name: 'Close' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Keep draft' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

  dialog = await hold();
  expect(dialog.getByRole('textbox', { name: 'Comment' })).toHaveValue('Waits for the budget');
  await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
  await userEvent.click(
    within(await screen.findByRole('dialog', { name: 'Keep your draft?' })).getByRole('button', { name: 'Discard' }),
  );
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  dialog = await hold();
  expect(dialog.getByRole('textbox', { name: 'Comment' })).toHaveValue('');
});

test('navigation out of a dialog with unsaved input asks too', async () => {
  const router = await visit('/opportunities');
  await screen.findByRole('heading', { name: 'Opportunities' });
  await router.navigate({ to: '/opportunities/$id', params: { id: opened.id } });
  const dialog = await hold();
  await userEvent.type(dialog.getByRole('textbox', { name: 'Comment' }), 'Waits');
  void router.navigate({ to: '/opportunities' });
  await userEvent.click(await screen.findByRole('button', { name: 'Keep editing' }));
  expect(router.state.location.pathname).toBe(page);
  void router.navigate({ to: '/opportunities' });
  await userEvent.click(await screen.findByRole('button', { name: 'Keep draft' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/opportunities'));
});

test('a send that the network loses keeps the text, and is repeated once when the connection is back', async () => {
  const keys: (string | null)[] = [];
  let lost = true;
  await visit(page);
  const box = await screen.findByRole('textbox', { name: 'Write a note' });
  await userEvent.type(box, 'On the train');
  server.use(
    http.post('*/api/v1/opportunities/:id/notes', ({ request }) => {
      keys.push(request.headers.get('Idempotency-Key'));
      return lost ? HttpResponse.error() : HttpResponse.json(note, { status: 201 });
    }),
    http.all('*', () => (lost ? HttpResponse.error() : undefined)),
  );
  await userEvent.click(screen.getByRole('button', { name: 'Add note' }));
  expect(await screen.findByText('Not sent: there is no connection')).toBeVisible();
  expect(box).toHaveValue('On the train');
  expect(screen.getByText(/1 change is waiting to be sent/)).toBeVisible();
  lost = false;
  onlineManager.setOnline(true);
  await waitFor(() => expect(box).toHaveValue(''));
  // Sent, repeated by the client, repeated after the loss: one note, as the key is the same.
  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
});

test('after a reload the same text is sent with the same key; after a discard with another one', async () => {
  const keys: (string | null)[] = [];
  server.use(
    http.post('*/api/v1/opportunities/:id/notes', ({ request }) => {
      keys.push(request.headers.get('Idempotency-Key'));
      return HttpResponse.error();
    }),
  );
  const send = async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Add note' }));
    await screen.findByText('Not sent: there is no connection');
  };
  await visit(page);
  await userEvent.type(await screen.findByRole('textbox', { name: 'Write a note' }), 'Again');
  await send();
  await reload();
  expect(await screen.findByRole('textbox', { name: 'Write a note' })).toHaveValue('Again');
  await send();
  expect(new Set(keys).size).toBe(1);
  await userEvent.click(screen.getByRole('button', { name: 'Discard' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Write a note' }), 'Again');
  await send();
  expect(new Set(keys).size).toBe(2);
});

test("a draft that another user's change contradicts shows both values when it is opened again", async () => {
  let now = { ...opened, qualification: { need: 'Cables' } };
  server.use(http.get('*/api/v1/opportunities/:id', () => HttpResponse.json(now)));
  await visit(page);
  await userEvent.click(await screen.findByRole('button', { name: /Cables/ }));
  const box = screen.getByRole('textbox', { name: 'Customer need' });
  await userEvent.clear(box);
  await userEvent.type(box, 'Wi-Fi');
  now = { ...now, qualification: { need: 'Fibre' }, version: now.version + 1 };
  await reload();
  const conflict = within(await screen.findByRole('group', { name: 'Customer need' }));
  expect(conflict.getByText('Wi-Fi')).toBeVisible();
  expect(conflict.getByText('Fibre')).toBeVisible();
  expect(conflict.getByText('Cables')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  await userEvent.click(conflict.getByRole('button', { name: /Take theirs/ }));
  expect(screen.getByRole('textbox', { name: 'Customer need' })).toHaveValue('Fibre');
});

test('a draft for readers who are no longer there is not sent to everyone', async () => {
  const other = { id: '0199a000-0000-7000-8000-000000000077', name: 'Emajõe IT OÜ' };
  const shared = (partners: { id: string; name: string }[]) => ({
    ...opened,
    assignment: { ...opened.assignment, shared: true, collaborators: partners.map((one) => ({ partner: one })) },
  });
  let now = shared([other]);
  let sent = 0;
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json({ ...me, role: 'SALES', staff: true, partner: null })),
    http.get('*/api/v1/opportunities/:id', () => HttpResponse.json(now)),
    http.post('*/api/v1/opportunities/:id/notes', () => {
      sent++;
      return HttpResponse.json(note, { status: 201 });
    }),
    http.post('*/api/v1/deal-registrations/check', () => HttpResponse.json({ result: 'FREE' })),
  );
  await visit(page);
  await userEvent.type(await screen.findByRole('textbox', { name: 'Write a note' }), 'Between us');
  await userEvent.click(screen.getByRole('combobox', { name: 'Visible to' }));
  await userEvent.click(await screen.findByRole('option', { name: /Emajõe IT/ }));
  now = shared([]);
  await reload();
  expect(await screen.findByRole('textbox', { name: 'Write a note' })).toHaveValue('Between us');
  await userEvent.click(screen.getByRole('button', { name: 'Add note' }));
  expect(screen.getByRole('combobox', { name: 'Visible to' })).toHaveAccessibleDescription('This field is required');
  expect(sent).toBe(0);
});

test('drafts are deleted after a month', async () => {
  await visit(page);
  await userEvent.type(await screen.findByRole('textbox', { name: 'Write a note' }), 'Old');
  const day = 24 * 3_600_000;
  dropOldDrafts(Date.now() + 29 * day);
  expect(drafts()).toHaveLength(1);
  dropOldDrafts(Date.now() + 31 * day);
  expect(drafts()).toEqual([]);
});
