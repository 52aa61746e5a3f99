import {
  QueryClient as Client,
  MutationCache,
  onlineManager,
  QueryCache,
  type QueryClient,
} from '@tanstack/react-query';
import i18next from 'i18next';
import { reach } from './connection';
import type { Problem } from './gen';
import { client } from './gen/client.gen';
import { sendOnce } from './idempotency';
import { invalidateMe } from './invalidation';
import { isProblem } from './problem';
import { refreshSession, session } from './session';

/** Operations that need no session and take no idempotency key. */
function isAnonymous({ method, url }: Request) {
  const { pathname } = new URL(url);
  return (
    /^\/api\/v1\/(setup|invitations|password-resets)/.test(pathname) ||
    (method !== 'GET' && /^\/api\/v1\/sessions(\/refresh|\/current)?$/.test(pathname))
  );
}

/** Reads that are a POST because of their input. */
const isRead = ({ url }: Request) => new URL(url).pathname.endsWith('/check');

const AGAIN = 800;

/** Sends an idempotent request again, once, if the network loses it or its response. */
async function reachTwice(request: Request): Promise<Response> {
  const again = request.clone();
  try {
    return await reach(request);
  } catch (failure) {
    if (again.signal.aborted || !navigator.onLine) throw failure;
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
    return reach(again);
  }
}

const send = (request: Request) =>
  request.method === 'POST' && !isAnonymous(request) && !isRead(request)
    ? sendOnce(request, reachTwice)
    : reach(request);

async function fetchInSession(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  request.headers.set('Accept-Language', i18next.language);
  let refreshed = false;
  for (;;) {
    const since = Date.now();
    const answer = await send(request.clone());
    if (answer.status !== 401 || refreshed || isAnonymous(request)) return answer;
    const refusal = await refreshSession(since);
    if (!refusal) refreshed = true;
    else if (refusal.status !== 401) return refusal;
    else if (!session.user) return answer;
    else await session.signedIn();
  }
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

// Without a connection, a request fails at once instead of waiting without a word.
const networkMode = 'always';

export function makeQueryClient(): QueryClient {
  // The vendor has started to require a second factor: the user is asked to set it up.
  const onError = (error: unknown) => {
    if (isProblem(error) && error.code === 'second-factor.due') void invalidateMe(queries);
  };
  const queries = new Client({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        networkMode,
        refetchOnReconnect: true,
        staleTime: 15_000,
        retry: (count, error) => count < 2 && onlineManager.isOnline() && !(isProblem(error) && error.status >= 400),
      },
      mutations: { networkMode },
    },
  });
  return queries;
}
