import '@testing-library/jest-dom/vitest';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { onlineManager } from '@tanstack/react-query';
import { cleanup, configure } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import { session } from '@/api/session';
import { handlers } from './handlers';

export const server = setupServer(...handlers);

// A busy machine answers late. Tests measure no speed.
configure({ asyncUtilTimeout: 10_000 });

// Mantine needs these, and jsdom lacks them.
window.matchMedia ??= vi.fn().mockImplementation((query: string) => ({
  matches: false,
  media: query,
  addEventListener() {},
  removeEventListener() {},
  addListener() {},
  removeListener() {},
}));
window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
if (!document.fonts) Object.defineProperty(document, 'fonts', { value: new EventTarget() });
Element.prototype.scrollIntoView ??= () => {};

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
// All tests share one environment, so that modules load once: each test cleans up.
afterEach(() => {
  notifications.cleanQueue();
  notifications.clean();
  modals.closeAll();
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
  session.forget();
  onlineManager.setOnline(true);
  server.resetHandlers();
});
afterAll(() => server.close());
