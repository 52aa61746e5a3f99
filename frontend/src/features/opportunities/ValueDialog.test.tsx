import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { OpportunityView, PatchOpportunityRequest } from '@/api/gen';
import { stale } from '../../../test/handlers';
import { opened } from '../../../test/people';
import { visit } from '../../../test/render';
import { server } from '../../../test/setup';

const page = `/opportunities/${opened.id}`;

/** An opportunity on a fake server: its current state, the requests, and a colleague's changes. */
function shared(start: Partial<OpportunityView>) {
  const it = {
    now: { ...opened, ...start } as OpportunityView,
    sent: [] as { version: string | null; body: PatchOpportunityRequest }[],
    colleague: (change: Partial<OpportunityView>) => {
      it.now = { ...it.now, ...change, version: it.now.version + 1 };
    },
  };
  server.use(
    http.get('*/api/v1/opportunities/:id', () => HttpResponse.json(it.now)),
    http.patch('*/api/v1/opportunities/:id', async ({ request }) => {
      const version = request.headers.get('If-Match');
      const body = (await request.json()) as PatchOpportunityRequest;
      it.sent.push({ version, body });
      if (version !== `"${it.now.version}"`) return stale();
      it.colleague(body as Partial<OpportunityView>);
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
  const it = shared({ estimatedValue: euros(1000), probability: null, version: 4 });
  const { router, dialog, value } = await openDialog();
  it.colleague({ probability: 80, estimatedCloseDate: '2027-03-31' });
  // The page reloads it; the dialog keeps its version.
  await router.options.context.queryClient.invalidateQueries();
  expect(await screen.findByText('80%')).toBeVisible();
  await userEvent.clear(value);
  await userEvent.type(value, '2000');
  await save(dialog);
  await screen.findByText('Change saved');
  expect(it.sent).toEqual([
    { version: '"4"', body: { estimatedValue: euros(2000) } },
    { version: '"5"', body: { estimatedValue: euros(2000) } },
  ]);
  expect(it.now).toMatchObject({ estimatedValue: euros(2000), probability: 80, estimatedCloseDate: '2027-03-31' });
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('nothing is sent without a change', async () => {
  const it = shared({ estimatedValue: euros(1000) });
  const { dialog } = await openDialog();
  await save(dialog);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(it.sent).toEqual([]);
});

test('a conflict shows both values, and mine is sent if I keep it', async () => {
  const it = shared({ estimatedValue: euros(1000), probability: 10, version: 4 });
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
            details: { changes: [{ field: 'estimatedValue', before: '1000 EUR', after: '3000 EUR' }] },
          },
        ],
        nextCursor: null,
      }),
    ),
  );
  const { dialog, value } = await openDialog();
  it.colleague({ estimatedValue: euros(3000), probability: 80 });
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
  expect(it.now.estimatedValue).toEqual(euros(3000));
  await userEvent.click(conflict.getByRole('button', { name: 'Keep mine: Value' }));
  await screen.findByText('Change saved');
  expect(it.sent.at(-1)).toEqual({ version: '"5"', body: { estimatedValue: euros(2000) } });
  expect(it.now).toMatchObject({ estimatedValue: euros(2000), probability: 80 });
});

test('theirs is set in the field if I take it, and my other changes are sent', async () => {
  const it = shared({ estimatedValue: euros(1000), probability: 10, version: 4 });
  const { dialog, value } = await openDialog();
  it.colleague({ estimatedValue: { amount: 3000, currency: 'USD' }, currency: 'USD' });
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
  expect(it.sent.at(-1)).toEqual({ version: '"5"', body: { probability: 20 } });
});

test('a text that is edited in place is saved for the version it was opened with', async () => {
  const it = shared({ customerNeed: 'Three stores', version: 4 });
  await visit(page);
  await userEvent.click(await screen.findByRole('button', { name: /Edit: Customer need/ }));
  const text = screen.getByRole('textbox', { name: 'Customer need' });
  it.colleague({ customerNeed: 'Four stores', customerSituation: 'Wi-Fi' });
  await userEvent.type(text, ' and an office');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  const conflict = within(await screen.findByRole('group', { name: 'Customer need' }));
  expect(conflict.getByText('Three stores and an office')).toBeVisible();
  expect(conflict.getByText('Four stores')).toBeVisible();
  expect(it.now.customerNeed).toBe('Four stores');
  await userEvent.click(conflict.getByRole('button', { name: /^Keep mine/ }));
  await waitFor(() => expect(it.now.customerNeed).toBe('Three stores and an office'));
  expect(it.sent.at(-1)).toEqual({ version: '"5"', body: { customerNeed: 'Three stores and an office' } });
});

test("a phase changes despite a colleague's note, but not over another phase", async () => {
  const it = shared({ phase: 'QUOTING', version: 4 });
  await visit(page);
  await screen.findByRole('button', { name: 'Closing' });
  it.colleague({ summary: 'Four stores' });
  await userEvent.click(screen.getByRole('button', { name: 'Closing' }));
  await waitFor(() => expect(it.now.phase).toBe('CLOSING'));
  expect(it.now.summary).toBe('Four stores');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Closing' })).toHaveAttribute('aria-current', 'step'));
  await userEvent.click(screen.getByRole('button', { name: 'Contacting' }));
  const dialog = within(await screen.findByRole('dialog'));
  it.colleague({ phase: 'QUOTING' });
  await userEvent.type(dialog.getByRole('textbox'), 'They wait');
  await save(dialog);
  expect(await dialog.findByText('Somebody has changed it meanwhile')).toBeVisible();
  expect(it.now.phase).toBe('QUOTING');
  expect(dialog.getByRole('textbox')).toHaveValue('They wait');
  await save(dialog);
  await waitFor(() => expect(it.now.phase).toBe('CONTACTING'));
});
