import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { TerritoryView, TierView } from '@/api/gen';
import { stale } from '../../../test/handlers';
import { me } from '../../../test/people';
import { visit } from '../../../test/render';
import { server } from '../../../test/setup';
import { asTree, withContained } from './vocabularies';

const territory = (id: string, name: string, parentId: string | null = null): TerritoryView => ({
  id: `0199a000-0000-7000-8000-0000000000${id}`,
  name,
  names: {},
  displayName: name,
  parentId: parentId && `0199a000-0000-7000-8000-0000000000${parentId}`,
  position: null,
  retired: false,
  mergedIntoId: null,
  merging: false,
  version: 3,
});

const baltics = { ...territory('51', 'Baltics'), names: { et: 'Baltikum' } };
const estonia = territory('52', 'Estonia', '51');
const latvia = territory('53', 'Latvia', '51');
const nordics = territory('54', 'Nordics');

function programme(items: TerritoryView[]) {
  const sent: unknown[] = [];
  const answer = async (request: Request, of: unknown) => {
    sent.push(`${request.method} ${new URL(request.url).pathname.slice(8)}`, await request.json());
    return HttpResponse.json(of as Record<string, unknown>);
  };
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json({ ...me, role: 'CHANNEL_MANAGER', staff: true, partner: null })),
    http.get('*/api/v1/territories', () => HttpResponse.json({ items, nextCursor: null })),
    http.post('*/api/v1/territories', ({ request }) => answer(request, nordics)),
    http.patch('*/api/v1/territories/:id', ({ request }) => answer(request, nordics)),
    http.post('*/api/v1/territories/:id/merge', ({ request }) => answer(request, baltics)),
  );
  return sent;
}

test('territories are a tree, each below the one that contains it', () => {
  expect(asTree([estonia, nordics, baltics, latvia]).map(({ entry, depth }) => `${depth} ${entry.name}`)).toEqual([
    '0 Nordics',
    '0 Baltics',
    '1 Estonia',
    '1 Latvia',
  ]);
  expect(withContained([estonia, nordics, baltics], baltics.id)).toEqual(new Set([baltics.id, estonia.id]));
});

test('an entry is named in each language and moves into another territory', async () => {
  const sent = programme([baltics, estonia, latvia, nordics]);
  await visit('/settings/programme?tab=territories');
  const list = within(await screen.findByRole('list', { name: 'Territories' }));
  expect(list.getByText('Baltikum')).toBeVisible();
  await userEvent.click(list.getByRole('button', { name: 'Change Nordics' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Change Nordics' }));
  await userEvent.type(dialog.getByRole('textbox', { name: 'Name in Estonian' }), 'Põhjamaad');
  await userEvent.click(dialog.getByRole('combobox', { name: 'Part of' }));
  expect(screen.queryByRole('option', { name: 'Nordics' })).toBeNull();
  await userEvent.click(await screen.findByRole('option', { name: 'Baltics' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Change saved')).toBeVisible();
  expect(sent).toEqual([`PATCH territories/${nordics.id}`, { names: { et: 'Põhjamaad' }, parentId: baltics.id }]);
});

test('a name in a language is removed by emptying it', async () => {
  const sent = programme([baltics]);
  await visit('/settings/programme?tab=territories');
  await userEvent.click(await screen.findByRole('button', { name: 'Change Baltics' }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.clear(dialog.getByRole('textbox', { name: 'Name in Estonian' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(sent[1]).toEqual({ names: { et: null } }));
});

test('siblings are ordered, and an entry is retired', async () => {
  const sent = programme([baltics, estonia, latvia, nordics]);
  await visit('/settings/programme?tab=territories');
  const list = within(await screen.findByRole('list', { name: 'Territories' }));
  expect(list.getByRole('button', { name: 'Move Estonia up' })).toBeDisabled();
  await userEvent.click(list.getByRole('button', { name: 'Move Baltics down' }));
  await waitFor(() => expect(sent).toEqual([`PATCH territories/${baltics.id}`, { position: 4 }]));
  await userEvent.click(list.getByRole('button', { name: 'More actions for Latvia' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Retire' }));
  await waitFor(() => expect(sent.slice(2)).toEqual([`PATCH territories/${latvia.id}`, { retired: true }]));
});

test('an entry is merged into another one that can be chosen', async () => {
  const sent = programme([baltics, { ...estonia, retired: true }, nordics]);
  await visit('/settings/programme?tab=territories');
  const list = within(await screen.findByRole('list', { name: 'Territories' }));
  expect(list.queryByText('Estonia')).toBeNull();
  await userEvent.click(screen.getByRole('switch', { name: 'Show 1 retired' }));
  expect(await list.findByText('Estonia')).toBeVisible();
  await userEvent.click(list.getByRole('button', { name: 'More actions for Nordics' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Merge into another…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Merge Nordics' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Merge' }));
  expect(sent).toEqual([]);
  await userEvent.click(dialog.getByRole('combobox', { name: 'Merge into' }));
  expect(screen.getAllByRole('option')).toHaveLength(1);
  await userEvent.click(await screen.findByRole('option', { name: 'Baltics' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Merge' }));
  await waitFor(() => expect(sent).toEqual([`POST territories/${baltics.id}/merge`, { duplicateId: nordics.id }]));
});

test('a tier is added with its level', async () => {
  const sent = programme([]);
  const gold: TierView = {
    id: '0199a000-0000-7000-8000-000000000061',
    name: 'Gold',
    names: {},
    displayName: 'Gold',
    level: 1,
    answerHours: 24,
    calendarId: null,
    exclusivityDays: null,
    retired: false,
    mergedIntoId: null,
    version: 0,
  };
  server.use(
    http.get('*/api/v1/tiers', () => HttpResponse.json({ items: [gold], nextCursor: null })),
    http.get('*/api/v1/calendars', () => HttpResponse.json({ items: [], nextCursor: null })),
    http.post('*/api/v1/tiers', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(gold, { status: 201 });
    }),
  );
  await visit('/settings/programme');
  expect(await screen.findByText('Level 1, 24 h to answer')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'New tier' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'New tier' }));
  await userEvent.type(dialog.getByRole('textbox', { name: 'Name' }), 'Silver');
  await userEvent.type(dialog.getByRole('textbox', { name: 'Level' }), '2');
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await dialog.findByText('This field is required')).toBeVisible();
  await userEvent.type(dialog.getByRole('textbox', { name: 'Hours to answer' }), '48');
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(sent).toEqual([
      { name: 'Silver', names: {}, level: 2, answerHours: 48, calendarId: null, exclusivityDays: null },
    ]),
  );
});

test('an entry that somebody else has renamed meanwhile is still retired', async () => {
  const sent = programme([nordics]);
  const renamed = { ...nordics, name: 'North', displayName: 'North', version: nordics.version + 1 };
  server.use(
    http.get('*/api/v1/territories/:id', () => HttpResponse.json(renamed)),
    http.patch('*/api/v1/territories/:id', async ({ request }) => {
      const version = request.headers.get('If-Match');
      sent.push(version);
      return version === `"${renamed.version}"` ? HttpResponse.json({ ...renamed, retired: true }) : stale();
    }),
  );
  await visit('/settings/programme?tab=territories');
  await userEvent.click(await screen.findByRole('button', { name: 'More actions for Nordics' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Retire' }));
  await waitFor(() => expect(sent).toEqual(['"3"', '"4"']));
});
