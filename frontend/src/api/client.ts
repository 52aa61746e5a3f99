import { QueryClient as Client, type QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import type { Problem } from './gen';
import { client } from './gen/client.gen';
import { isProblem } from './problem';

let refreshing: Promise<boolean> | null = null;

/** Refreshes the session once, also if several calls find it expired at the same time. */
function refresh() {
  refreshing ??= fetch('/api/v1/sessions/refresh', { method: 'POST' })
    .then((answer) => answer.ok)
    .catch(() => false)
    .finally(() => {
      refreshing = null;
    });
  return refreshing;
}

/** Anonymous operations, which take no idempotency key. */
const anonymousPath = /^\/api\/v1\/(sessions|setup|invitations)/;

/** Retries an idempotent request once if the network loses it or its response. */
async function fetchWithRetry(request: Request): Promise<Response> {
  const keyed = request.headers.has('Idempotency-Key');
  const retry = keyed ? request.clone() : undefined;
  try {
    return await fetch(request);
  } catch (networkError) {
    if (!retry) throw networkError;
    await new Promise((resolve) => setTimeout(resolve, 800));
    return fetch(retry);
  }
}

async function fetchInSession(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  request.headers.set('Accept-Language', i18next.language);
  if (request.method === 'POST' && !anonymousPath.test(new URL(request.url).pathname))
    request.headers.set('Idempotency-Key', crypto.randomUUID());
  const retry = request.clone();
  const answer = await fetchWithRetry(request);
  if (answer.status !== 401 || new URL(request.url).pathname.startsWith('/api/v1/sessions')) return answer;
  return (await refresh()) ? fetch(retry) : answer;
}

client.setConfig({ baseUrl: window.location.origin, credentials: 'same-origin', fetch: fetchInSession });

// Every failed call throws a problem: the server's, or one made for a gateway's HTML page or a lost connection.
client.interceptors.error.use((error, response): Problem => {
  if (isProblem(error)) return error;
  return {
    type: 'about:blank',
    title: i18next.t(response ? 'error.unexpected' : 'error.network'),
    status: response?.status ?? 0,
    code: response ? 'unexpected' : 'network',
    traceId: '',
  };
});

/** The `If-Match` header for a record that was read before. */
export const ifMatch = (record: { version: number }) => ({ 'If-Match': `"${record.version}"` });

export const makeQueryClient = (): QueryClient =>
  new Client({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (count, error) => count < 2 && !(isProblem(error) && error.status >= 400),
      },
    },
  });
