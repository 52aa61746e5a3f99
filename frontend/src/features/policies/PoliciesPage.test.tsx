import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http, type PathParams } from 'msw';
import { expect, test } from 'vitest';
import type { PatchPoliciesRequest, PoliciesView } from '@/api/gen';
import { stale } from '../../../test/handlers';
import { me } from '../../../test/people';
import { visit } from '../../../test/render';
import { server } from '../../../test/setup';

/** The policies on a fake server, which a colleague changes too. */
function shared() {
  const now: PoliciesView = {
    maskedFields: [],
    reminderPercent: 75,
    newAfterHours: 48,
    stalledAfterDays: 21,
    timeZone: 'UTC',
    secondFactorRoles: [],
    version: 1,
  };
  const sent: PatchPoliciesRequest[] = [];
  const it = {
    now,
    sent,
    colleague: (change: PatchPoliciesRequest) => {
      it.now = { ...it.now, ...change, version: it.now.version + 1 };
    },
  };
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json({ ...me, role: 'ADMIN', staff: true, partner: null })),
    http.get('*/api/v1/policies', () => HttpResponse.json(it.now)),
    http.patch<PathParams, PatchPoliciesRequest>('*/api/v1/policies', async ({ request }) => {
      const body = await request.json();
      it.sent.push(body);
      if (request.headers.get('If-Match') !== `"${it.now.version}"`) return stale();
      it.colleague(body);
      return HttpResponse.json(it.now);
    }),
  );
  return it;
}

test("a colleague's changes show on the page, and a change of an edited field is a conflict", async () => {
  const it = shared();
  const router = await visit('/settings/policies');
  const readAgain = () => router.options.context.queryClient.invalidateQueries();
  const days = await screen.findByRole('textbox', { name: /stalled/ });
  expect(days).toHaveValue('21');
  it.colleague({ stalledAfterDays: 14 });
  await readAgain();
  await waitFor(() => expect(days).toHaveValue('14'));
  await userEvent.clear(days);
  await userEvent.type(days, '30');
  it.colleague({ stalledAfterDays: 7, newAfterHours: 24 });
  await readAgain();
  await userEvent.click(await screen.findByRole('button', { name: /^Keep mine/ }));
  expect(days).toHaveValue('30');
  expect(screen.getByRole('textbox', { name: /not started/ })).toHaveValue('24');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Change saved');
  expect(it.sent).toEqual([{ stalledAfterDays: 30 }]);
  expect(it.now).toMatchObject({ stalledAfterDays: 30, newAfterHours: 24 });
  await waitFor(() => expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled());
});

test('the time zone of the vendor is chosen from a list', async () => {
  const it = shared();
  await visit('/settings/policies');
  const zone = await screen.findByRole('combobox', { name: 'Time zone' });
  expect(zone).toHaveValue('UTC');
  await userEvent.clear(zone);
  await userEvent.type(zone, 'Tallinn');
  await userEvent.click(await screen.findByRole('option', { name: 'Europe/Tallinn' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Change saved');
  expect(it.sent).toEqual([{ timeZone: 'Europe/Tallinn' }]);
});

test('the roles that need a second factor are chosen', async () => {
  const it = shared();
  await visit('/settings/policies');
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Administrator' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Change saved');
  expect(it.sent).toEqual([{ secondFactorRoles: ['ADMIN'] }]);
});
