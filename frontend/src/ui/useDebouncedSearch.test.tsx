import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { useDebouncedSearch } from './useDebouncedSearch';

const after = (ms: number) => new Promise((done) => setTimeout(done, ms));

function opened() {
  const root = createRootRoute({ component: Outlet });
  const list = createRoute({
    getParentRoute: () => root,
    path: '/',
    validateSearch: (search): { q?: string } => search,
    component: function List() {
      const go = list.useNavigate();
      const typed = useDebouncedSearch((text) => void go({ search: { q: text } }));
      return <input aria-label="Search" onChange={(event) => typed(event.currentTarget.value)} />;
    },
  });
  const page = createRoute({
    getParentRoute: () => root,
    path: '/page',
    loader: () => after(600),
    component: () => <h1>The page</h1>,
  });
  const router = createRouter({ routeTree: root.addChildren([list, page]), history: createMemoryHistory() });
  render(<RouterProvider router={router as never} />);
  return router;
}

test('a search starts when typing pauses', async () => {
  const router = opened();
  await userEvent.type(await screen.findByRole('textbox'), ' kala ');
  expect(router.latestLocation.search).toEqual({});
  await after(400);
  expect(router.latestLocation.search).toEqual({ q: 'kala' });
});

test('a pending search does not undo a navigation', async () => {
  const router = opened();
  await userEvent.type(await screen.findByRole('textbox'), 'kala');
  void router.navigate({ to: '/page' as string });
  expect(await screen.findByRole('heading', { name: 'The page' }, { timeout: 2000 })).toBeVisible();
  await after(400);
  expect(router.latestLocation.pathname).toBe('/page');
});
