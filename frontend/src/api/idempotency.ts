import { session } from './session';

const KEPT = 'sild-unanswered';
/** As long as the server keeps its responses. */
const LIFETIME = 24 * 3_600_000;

type Kept = Record<string, { key: string; at: number }>;

/** The answers that this tab waits for, by request. */
const running = new Map<string, Promise<Response>>();

function kept(): Kept {
  try {
    const all: Kept = JSON.parse(localStorage.getItem(KEPT) ?? '{}');
    return Object.fromEntries(Object.entries(all).filter(([, { at }]) => at > Date.now() - LIFETIME));
  } catch {
    return {};
  }
}

function keep(requests: Kept) {
  try {
    localStorage.setItem(KEPT, JSON.stringify(requests));
  } catch {
    // Without storage, a request that is sent again after a reload has a new key.
  }
}

async function fingerprintOf(request: Request): Promise<string> {
  const sent = [session.user?.id, request.url, request.headers.get('If-Match'), await request.clone().text()].join(
    '\n',
  );
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(sent));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const isRunning = async (answer: Response) =>
  answer.status === 409 && (await answer.clone().json()).code === 'idempotency.running';

async function sendKeyed(request: Request, fingerprint: string, send: (keyed: Request) => Promise<Response>) {
  const key = kept()[fingerprint]?.key ?? crypto.randomUUID();
  request.headers.set('Idempotency-Key', key);
  keep({ ...kept(), [fingerprint]: { key, at: Date.now() } });
  const answer = await send(request);
  if (answer.status < 500 && !(await isRunning(answer))) {
    const { [fingerprint]: _, ...others } = kept();
    keep(others);
  }
  return answer;
}

/**
 * Sends a POST with an idempotency key. A request without an answer keeps its key, also over a reload: if the user sends
 * the same again, the server does it once. The same request at the same time is sent once.
 */
export async function sendOnce(request: Request, send: (keyed: Request) => Promise<Response>): Promise<Response> {
  const fingerprint = await fingerprintOf(request);
  const answer =
    running.get(fingerprint) ?? sendKeyed(request, fingerprint, send).finally(() => running.delete(fingerprint));
  running.set(fingerprint, answer);
  return (await answer).clone();
}

/** What was typed is discarded: the same text later is another request. */
export const forgetUnanswered = () => localStorage.removeItem(KEPT);
