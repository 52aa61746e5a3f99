import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http, type PathParams } from 'msw';
import { expect, test } from 'vitest';
import { offered, opened } from '../../../test/people';
import { visit } from '../../../test/render';
import { server } from '../../../test/setup';

const page = `/opportunities/${opened.id}`;
interface Attachment {
  name: string;
  content: string;
}

function fileInput() {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('Files cannot be attached');
  return input;
}

const problem = (status: number, code: string, title: string) =>
  HttpResponse.json(
    { type: `/problems/${code}`, title, status, code, traceId: '1' },
    { status, headers: { 'content-type': 'application/problem+json' } },
  );

test('a rejected file does not lose the note, and a retry continues with the rest', async () => {
  const notes: unknown[] = [];
  const files: string[] = [];
  let full = true;
  server.use(
    http.post('*/api/v1/opportunities/:id/notes', async ({ request }) => {
      notes.push(await request.json());
      return HttpResponse.json({ id: '0199a000-0000-7000-8000-000000000009' }, { status: 201 });
    }),
    http.post<PathParams, Attachment>('*/api/v1/opportunities/:id/notes/:note/attachments', async ({ request }) => {
      const { name, content } = await request.json();
      if (name === 'b.txt' && full) return problem(503, 'unavailable', 'Not now');
      files.push(`${name} ${atob(content)}`);
      return HttpResponse.json({}, { status: 201 });
    }),
  );
  await visit(page);
  await userEvent.type(await screen.findByRole('textbox', { name: 'Write a note' }), 'Both offers');
  await userEvent.upload(fileInput(), [new File(['one'], 'a.txt'), new File(['two'], 'b.txt')]);
  await userEvent.click(screen.getByRole('button', { name: 'Add note' }));

  expect(await screen.findByText('Not now')).toBeVisible();
  expect(files).toEqual(['a.txt one']);
  expect(screen.queryByRole('button', { name: 'Remove a.txt' })).toBeNull();
  full = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(files).toEqual(['a.txt one', 'b.txt two']));
  expect(notes).toEqual([{ text: 'Both offers', visibility: 'EVERYONE' }]);
  expect(await screen.findByRole('button', { name: 'Add note' })).toBeDisabled();
});

test('a file that is too large is not sent', async () => {
  await visit(page);
  await screen.findByRole('textbox', { name: 'Write a note' });
  const large = new File(['x'], 'film.mp4');
  Object.defineProperty(large, 'size', { value: 11 * 1024 * 1024 });
  await userEvent.upload(fileInput(), large);
  expect(await screen.findByText('film.mp4 is larger than 10 MiB')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Add note' })).toBeDisabled();
});

test("an extension beyond the partner's limit is a request to the vendor", async () => {
  const sent: unknown[] = [];
  server.use(
    http.post('*/api/v1/opportunities/:id/extend', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ ...opened, version: 5 });
    }),
  );
  await visit(page);
  await userEvent.click(await screen.findByRole('button', { name: 'More' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Extend', hidden: true }));
  const dialog = await screen.findByRole('dialog');
  const date = within(dialog).getByRole('textbox', { name: 'Due date' });
  await userEvent.type(date, '02.05.2027');
  await userEvent.tab();
  expect(within(dialog).getByRole('button', { name: 'Extend' })).toBeVisible();
  await userEvent.clear(date);
  await userEvent.type(date, '03.05.2027');
  await userEvent.tab();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Ask the vendor' }));
  await waitFor(() => expect(sent).toEqual([{ dueOn: '2027-05-03', reason: null }]));
  expect(await screen.findByText('Extension requested from the vendor')).toBeVisible();
});

test('an edit names the fields as on the page, and the value before and after', async () => {
  const edited = {
    id: '0199a000-0000-7000-8000-000000000011',
    type: 'EVENT',
    at: '2026-03-01T10:00:00Z',
    event: 'EDITED',
    details: {
      changes: [
        { field: 'value.estimated', before: '5000 EUR', after: '500000.5 EUR' },
        { field: 'classification.territoryId', after: '0199a000-0000-7000-8000-000000000012' },
        { field: 'qualification.need', before: 'a', after: 'b' },
        { field: 'origin.externalReferences', before: '[]', after: '[]' },
      ],
    },
  };
  server.use(
    http.get('*/api/v1/opportunities/:id/timeline', () => HttpResponse.json({ items: [edited], nextCursor: null })),
  );
  await visit(page);
  expect(
    await screen.findByText('Changed: Value €5,000 → €500,000.50, Territory, Customer need, another field'),
  ).toBeVisible();
});

test('an offer that is gone has no actions, says what happened and keeps what was typed', async () => {
  let gone = false;
  server.use(
    http.get('*/api/v1/opportunities/:id', () =>
      gone
        ? problem(404, 'not-found', 'Not found')
        : HttpResponse.json({ ...opened, status: 'DELIVERED', actions: offered.actions }),
    ),
    http.get('*/api/v1/notifications', () =>
      HttpResponse.json({
        items: [
          {
            id: '0199a000-0000-7000-8000-000000000030',
            kind: 'RECALLED',
            opportunity: { id: opened.id, name: opened.topic },
            number: opened.number,
            createdAt: new Date().toISOString(),
          },
        ],
        nextCursor: null,
        total: 1,
      }),
    ),
  );
  const router = await visit(page);
  await userEvent.type(await screen.findByRole('textbox', { name: 'Write a note' }), 'A question first');
  expect(screen.getByRole('button', { name: 'Accept' })).toBeVisible();
  gone = true;
  await router.options.context.queryClient.invalidateQueries();
  const notice = await screen.findByText('You can no longer open this opportunity');
  expect(notice).toBeVisible();
  expect(await screen.findByText(/The offer was recalled/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull();
  expect(screen.getByRole('heading', { level: 1 })).not.toHaveTextContent('Delivered');
  expect(screen.getByRole('textbox', { name: 'Write a note' })).toHaveValue('A question first');
});
