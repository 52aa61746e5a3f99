import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { Role } from '@/api/gen';
import { me } from '../../test/people';
import { visit } from '../../test/render';
import { server } from '../../test/setup';

const signedInAs = (role: Role) =>
  server.use(http.get('*/api/v1/me', () => HttpResponse.json({ ...me, role, staff: true, partner: null })));

test('a page for other roles is neither offered nor shown', async () => {
  signedInAs('SALES');
  await visit('/settings/policies');
  expect(await screen.findByRole('heading', { level: 1, name: 'Policies' })).toBeVisible();
  expect(screen.getByRole('alert')).toBeVisible();
  const navigation = within(screen.getByRole('navigation'));
  expect(navigation.getByRole('link', { name: 'Customers' })).toBeVisible();
  expect(navigation.queryByRole('link', { name: 'Policies' })).not.toBeInTheDocument();
});

test('a page has a title in the tab and a keyboard shortcut', async () => {
  signedInAs('CHANNEL_MANAGER');
  const router = await visit('/notifications');
  expect(await screen.findByRole('heading', { level: 1, name: 'Notifications' })).toBeVisible();
  expect(document.title).toBe('Notifications · Sild');
  await userEvent.keyboard('go');
  expect(await screen.findByRole('heading', { level: 1, name: 'Opportunities' })).toBeVisible();
  expect(router.latestLocation.pathname).toBe('/opportunities');
});

test('an analyst cannot create an opportunity', async () => {
  signedInAs('ANALYST');
  await visit('/opportunities/new');
  expect(await screen.findByText('Analysts cannot create opportunities.')).toBeVisible();
});
