import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import {
  getMeQueryKey,
  getOpportunityQueryKey,
  getTimelineInfiniteQueryKey,
  listNotificationsInfiniteQueryKey,
  listOpportunitiesQueryKey,
} from './gen/@tanstack/react-query.gen';
import {
  invalidateAfterChange,
  invalidateAfterNotification,
  invalidateEverything,
  invalidateNotifications,
  invalidateOpportunity,
} from './invalidation';

const [one, other] = [{ path: { id: 'one' } }, { path: { id: 'other' } }];
const keys = {
  me: getMeQueryKey(),
  list: listOpportunitiesQueryKey({ query: { q: 'network', limit: 25 } }),
  one: getOpportunityQueryKey(one),
  other: getOpportunityQueryKey(other),
  timeline: getTimelineInfiniteQueryKey(one),
  notifications: listNotificationsInfiniteQueryKey({ query: { unread: true } }),
};

async function stale(invalidate: (queries: QueryClient) => Promise<void>) {
  const queries = new QueryClient();
  for (const key of Object.values(keys)) queries.setQueryData(key, {});
  await invalidate(queries);
  return Object.entries(keys)
    .filter(([, key]) => queries.getQueryState(key)?.isInvalidated)
    .map(([name]) => name);
}

test('a change here makes every page and filter of an operation stale', async () => {
  expect(await stale(invalidateOpportunity)).toEqual(['list', 'one', 'other', 'timeline']);
  expect(await stale(invalidateNotifications)).toEqual(['notifications']);
});

test('a live event makes only its own opportunity stale', async () => {
  expect(await stale((queries) => invalidateAfterChange(queries, 'one'))).toEqual(['list', 'one', 'timeline']);
  expect(await stale((queries) => invalidateAfterChange(queries, null))).toEqual(['list']);
});

test('a notification makes the opportunity that it is about stale, which the user may have lost', async () => {
  expect(await stale((queries) => invalidateAfterNotification(queries, 'one'))).toEqual([
    'list',
    'one',
    'timeline',
    'notifications',
  ]);
});

test('lost events make everything stale except the own profile', async () => {
  expect(await stale(invalidateEverything)).toEqual(['list', 'one', 'other', 'timeline', 'notifications']);
});
