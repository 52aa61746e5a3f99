import { onlineManager } from '@tanstack/react-query';

/** How the router marks that it has reloaded the page for a chunk. */
const RELOADED = 'tanstack_router_reload:';

/**
 * If the code of a page cannot be loaded, the router reloads the page once, as a new version may be out. Without a
 * connection that would replace the app with the browser's error page, so it is prevented, and the app shows its own.
 */
export function keepAppWithoutCode() {
  window.addEventListener('vite:preloadError', ({ payload }: Event & { payload?: Error }) => {
    const key = RELOADED + payload?.message;
    if (navigator.onLine && onlineManager.isOnline()) return;
    onlineManager.setOnline(false);
    sessionStorage.setItem(key, '1');
    // Once the connection is back, a reload is right again.
    window.addEventListener('online', () => sessionStorage.removeItem(key), { once: true });
  });
}
