import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http, type PathParams } from 'msw';
import { expect, test } from 'vitest';
import type { OpportunityView } from '@/api/gen';
import { type Changes, withFields } from '@/ui/fields';
import { stale } from '../../../test/handlers';
import { opened } from '../../../test/people';
import { visit } from '../../../test/render';
import { server } from '../../../test/setup';

const page = `/opportunities/${opened.id}`;

/** An opportunity on a fake server: its current state, the requests, and a colleague's changes. */
function shared(start: Changes<OpportunityView>) {
  const sent: { version: string | null; body: Changes<OpportunityView> }[] = [];
  const it = {
    now: withFields(opened, start),
    sent,
    colleague: (change: Changes<OpportunityView>) => {
      it.now = withFields(it.now, { ...change, version: it.now.version + 1 });
    },
  };
  server.use(
    http.get('*/api/v1/opportunities/:id', () => HttpResponse.json(it.now)),
    http.patch<PathParams, Changes<OpportunityView>>('*/api/v1/opportunities/:id', async ({ request }) => {
      const version = request.headers.get('If-Match');
      const body = await request.json();
      it.sent.push({ version, body });
      if (version !== `"${it.now.version}"`) return stale();
      it.colleague(body);
      return HttpResponse.json(it.now);
    }),
  );
  return it;
}

const euros = (amount: number) => ({ amount, currency: 'EUR' });

async function openDialog() {
  const router = await visit(page);
  await userEvent.click(await screen.findByRole('button', { name: 'Change value and dates' }));
  const dialog = within(await screen.findByRole('dialog'));
  return { router, dialog, value: dialog.getByRole('textbox', { name: 'Value' }) };
}

const save = (dialog: ReturnType<typeof within>) => userEvent.click(dialog.getByRole('button', { name: 'Save' }));

test("only changed fields are sent, and a colleague's changes of others stay", async () => {
  const it = shared({ value: { estimated: euros(1000) }, pipeline: { probability: null }, version: 4 });
  const { router, dialog, value } = await openDialog();
  it.colleague({ pipeline: { probability: 80, estimatedCloseDate: '2027-03-31' } });
  // The page reloads it, and the dialog takes over what the user has not changed.
  await router.options.context.queryClient.invalidateQueries();
  expect(await screen.findByText('80%')).toBeVisible();
  expect(dialog.getByRole('textbox', { name: 'Probability' })).toHaveValue('80');
  await userEvent.clear(value);
  await userEvent.type(value, '2000');
  await save(dialog);
  await screen.findByText('Change saved');
  expect(it.sent).toEqual([{ version: '"5"', body: { value: { estimated: euros(2000) } } }]);
  expect(it.now).toMatchObject({
    value: { estimated: euros(2000) },
    pipeline: { probability: 80, estimatedCloseDate: '2027-03-31' },
  });
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('nothing is sent without a change', async () => {
  const it = shared({ value: { estimated: euros(1000) } });
  const { dialog } = await openDialog();
  await save(dialog);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(it.sent).toEqual([]);
});

test('a conflict shows both values, and mine is sent if I keep it', async () => {
  const it = shared({ value: { estimated: euros(1000) }, pipeline: { probability: 10 }, version: 4 });
  server.use(
    http.get('*/api/v1/opportunities/:id/timeline', () =>
      HttpResponse.json({
        items: [
          {
            id: '0199a000-0000-7000-8000-000000000011',
            type: 'EVENT',
            at: new Date(Date.now() - 5 * 60_000).toISOString(),
            actor: { id: '0199a000-0000-7000-8000-000000000012', name: 'Liis Mets' },
            event: 'EDITED',
            details: { changes: [{ field: 'value.estimated', before: '1000 EUR', after: '3000 EUR' }] },
          },
        ],
        nextCursor: null,
      }),
    ),
  );
  const { dialog, value } = await openDialog();
  it.colleague({ value: { estimated: euros(3000) }, pipeline: { probability: 80 } });
  await userEvent.clear(value);
  await userEvent.type(value, '2000');
  await save(dialog);
  const conflict = within(await dialog.findByRole('group', { name: 'Value' }));
  expect(conflict.getByText('€2,000')).toBeVisible();
  expect(conflict.getByText('€3,000')).toBeVisible();
  expect(conflict.getByText('€1,000')).toBeVisible();
  expect(conflict.getByText('Now, by Liis Mets 5 minutes ago')).toBeVisible();
  expect(value).toHaveValue('2,000');
  expect(dialog.getByRole('textbox', { name: 'Probability' })).toHaveValue('80');
  expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  expect(it.now.value.estimated).toEqual(euros(3000));
  await userEvent.click(conflict.getByRole('button', { name: 'Keep mine: Value' }));
  await screen.findByText('Change saved');
  expect(it.sent.at(-1)).toEqual({ version: '"5"', body: { value: { estimated: euros(2000) } } });
  expect(it.now).toMatchObject({ value: { estimated: euros(2000) }, pipeline: { probability: 80 } });
});

test('theirs is set in the field if I take it, and my other changes are sent', async () => {
  const it = shared({ value: { estimated: euros(1000) }, pipeline: { probability: 10 }, version: 4 });
  const { dialog, value } = await openDialog();
  it.colleague({ value: { estimated: { amount: 3000, currency: 'USD' }, currency: 'USD' } });
  await userEvent.clear(value);
  await userEvent.type(value, '2000');
  const probability = dialog.getByRole('textbox', { name: 'Probability' });
  await userEvent.clear(probability);
  await userEvent.type(probability, '20');
  await save(dialog);
  await userEvent.click(await dialog.findByRole('button', { name: 'Take theirs: Value' }));
  expect(value).toHaveValue('3,000');
  expect(dialog.getByRole('combobox', { name: 'Currency' })).toHaveValue('USD');
  expect(dialog.queryByRole('alert')).toBeNull();
  expect(it.sent).toHaveLength(1);
  await save(dialog);
  await screen.findByText('Change saved');
  expect(it.sent.at(-1)).toEqual({ version: '"5"', body: { pipeline: { probability: 20 } } });
});

test('a text that is edited in place is saved for the version it was opened with', async () => {
  const it = shared({ qualification: { need: 'Three stores' }, version: 4 });
  await visit(page);
  await userEvent.click(await screen.findByRole('button', { name: /Edit: Customer need/ }));
  const text = screen.getByRole('textbox', { name: 'Customer need' });
  it.colleague({ qualification: { need: 'Four stores', situation: 'Wi-Fi' } });
  await userEvent.type(text, ' and an office');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  const conflict = within(await screen.findByRole('group', { name: 'Customer need' }));
  expect(conflict.getByText('Three stores and an office')).toBeVisible();
  expect(conflict.getByText('Four stores')).toBeVisible();
  expect(it.now.qualification.need).toBe('Four stores');
  await userEvent.click(conflict.getByRole('button', { name: /^Keep mine/ }));
  await waitFor(() => expect(it.now.qualification.need).toBe('Three stores and an office'));
  expect(it.sent.at(-1)).toEqual({ version: '"5"', body: { qualification: { need: 'Three stores and an office' } } });
});

test("a phase changes despite a colleague's note, but not over another phase", async () => {
  const it = shared({ pipeline: { phase: 'QUOTING' }, version: 4 });
  await visit(page);
  await screen.findByRole('button', { name: 'Closing' });
  it.colleague({ qualification: { summary: 'Four stores' } });
  await userEvent.click(screen.getByRole('button', { name: 'Closing' }));
  await waitFor(() => expect(it.now.pipeline.phase).toBe('CLOSING'));
  expect(it.now.qualification.summary).toBe('Four stores');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Closing' })).toHaveAttribute('aria-current', 'step'));
  await userEvent.click(screen.getByRole('button', { name: 'Contacting' }));
  const dialog = within(await screen.findByRole('dialog'));
  it.colleague({ pipeline: { phase: 'QUOTING' } });
  await userEvent.type(dialog.getByRole('textbox'), 'They wait');
  await save(dialog);
  expect(await dialog.findByText('Somebody has changed it meanwhile')).toBeVisible();
  expect(it.now.pipeline.phase).toBe('QUOTING');
  expect(dialog.getByRole('textbox')).toHaveValue('They wait');
  await save(dialog);
  await waitFor(() => expect(it.now.pipeline.phase).toBe('CONTACTING'));
});

test("the server's errors are at their fields", async () => {
  const problem = {
    type: '/problems/invalid',
    title: 'Some fields are not valid',
    status: 422,
    code: 'invalid',
    traceId: '1',
    errors: [
      { pointer: '/value/estimated', code: 'size', detail: 'is too large' },
      { pointer: '/pipeline/probability', code: 'max', detail: 'must not be more than 90' },
    ],
  };
  server.use(
    http.patch('*/api/v1/opportunities/:id', () =>
      HttpResponse.json(problem, { status: 422, headers: { 'content-type': 'application/problem+json' } }),
    ),
  );
  const { dialog, value } = await openDialog();
  const probability = dialog.getByRole('textbox', { name: 'Probability' });
  await userEvent.type(probability, '95');
  await save(dialog);
  await waitFor(() => expect(value).toHaveAccessibleDescription(/is too large/));
  expect(probability).toHaveAccessibleDescription(/must not be more than 90/);
});

test('a conflict shows while the user types, without taking the focus, and nothing is sent by resolving it', async () => {
  const it = shared({ value: { estimated: euros(1000) }, version: 4 });
  const { router, dialog, value } = await openDialog();
  await userEvent.clear(value);
  await userEvent.type(value, '2000');
  it.colleague({ value: { estimated: euros(3000) } });
  await router.options.context.queryClient.invalidateQueries();
  const conflict = within(await dialog.findByRole('group', { name: 'Value' }));
  expect(value).toHaveFocus();
  expect(value).toHaveValue('2000');
  await userEvent.click(conflict.getByRole('button', { name: 'Keep mine: Value' }));
  await waitFor(() => expect(dialog.queryByRole('group', { name: 'Value' })).toBeNull());
  expect(it.sent).toEqual([]);
  await save(dialog);
  await screen.findByText('Change saved');
  expect(it.sent).toEqual([{ version: '"5"', body: { value: { estimated: euros(2000) } } }]);
});
