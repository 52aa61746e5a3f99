import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { initI18n } from '@/i18n';
import { me } from '../../test/people';
import { server } from '../../test/setup';
import { listSessions } from './gen';
import './client';

const refused = () =>
  HttpResponse.json(
    { type: '/problems/unauthenticated', title: 'Sign in first', status: 401, code: 'unauthenticated', traceId: '1' },
    { status: 401, headers: { 'content-type': 'application/problem+json' } },
  );
const down = () =>
  HttpResponse.json(
    { type: '/problems/unavailable', title: 'Try again soon', status: 503, code: 'unavailable', traceId: '1' },
    { status: 503, headers: { 'content-type': 'application/problem+json' } },
  );

test('an expired access token is refreshed once for all requests, also for the list of sessions', async () => {
  await initI18n();
  let refreshed = 0;
  server.use(
    http.get('*/api/v1/sessions', () => (refreshed ? HttpResponse.json({ items: [], nextCursor: null }) : refused())),
    http.post('*/api/v1/sessions/refresh', () => {
      refreshed++;
      return HttpResponse.json(me);
    }),
  );
  const answers = await Promise.all([listSessions(), listSessions(), listSessions()]);
  expect(answers.map(({ response }) => response?.status)).toEqual([200, 200, 200]);
  expect(refreshed).toBe(1);
});

test('a token that another tab has refreshed meanwhile is not refreshed again', async () => {
  await initI18n();
  let inside = false;
  let refreshed = 0;
  server.use(
    http.get('*/api/v1/sessions', () => {
      if (inside) return HttpResponse.json({ items: [], nextCursor: null });
      inside = true;
      localStorage.setItem('sild-refreshed', String(Date.now() + 1));
      return refused();
    }),
    http.post('*/api/v1/sessions/refresh', () => {
      refreshed++;
      return HttpResponse.json(me);
    }),
  );
  expect((await listSessions()).response?.status).toBe(200);
  expect(refreshed).toBe(0);
});

test('a refresh that fails says why, and does not end the session', async () => {
  await initI18n();
  server.use(http.get('*/api/v1/sessions', refused), http.post('*/api/v1/sessions/refresh', down));
  expect((await listSessions()).error).toMatchObject({ status: 503, title: 'Try again soon' });
});
