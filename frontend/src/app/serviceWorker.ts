const FILE = '/sw.js';

/**
 * Lets the app open without a connection, by a service worker that the build makes. If the server has none any more, it
 * is removed with what it stored.
 */
export async function registerServiceWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    if (await isServed()) await navigator.serviceWorker.register(FILE, { updateViaCache: 'none' });
    else await removeServiceWorker();
  } catch {
    // Without a connection, or where the browser allows none: the app works as before.
  }
}

async function isServed() {
  const { status } = await fetch(FILE, { method: 'HEAD', cache: 'no-store' });
  // A server that fails now has it again later.
  return status !== 404 && status !== 410;
}

async function removeServiceWorker() {
  const registrations = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registrations.map((one) => one.unregister()));
  if (!registrations.length) return;
  for (const name of await caches.keys()) if (name.startsWith('workbox-')) await caches.delete(name);
}
