import { onlineManager } from '@tanstack/react-query';

/** A request that is not part of the generated client. */
export const requestTo = (path: string, init: RequestInit) => new Request(new URL(path, window.location.origin), init);

/** Sends a request, and notes whether the server can be reached: the app's state of the connection. */
export async function reach(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request);
    onlineManager.setOnline(true);
    return answer;
  } catch (failure) {
    if (!request.signal.aborted) onlineManager.setOnline(false);
    throw failure;
  }
}

const PROBE = 5_000;

/** While the connection is lost, asks the server for a small file until it answers. Returns a function that stops it. */
export function watchConnection(): () => void {
  let timer: ReturnType<typeof setInterval> | undefined;
  const probe = () => void reach(requestTo('/robots.txt', { method: 'HEAD', cache: 'no-store' })).catch(() => {});
  const watch = () => {
    clearInterval(timer);
    timer = onlineManager.isOnline() ? undefined : setInterval(probe, PROBE);
  };
  if (!navigator.onLine) onlineManager.setOnline(false);
  watch();
  const unsubscribe = onlineManager.subscribe(watch);
  return () => {
    clearInterval(timer);
    unsubscribe();
  };
}
