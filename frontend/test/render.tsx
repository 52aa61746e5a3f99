import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRouter, RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { makeQueryClient } from '@/api/client';
import type { Language } from '@/api/gen';
import { ErrorPage } from '@/app/ErrorPage';
import { initI18n, setLanguage } from '@/i18n';
import { sourceLanguage } from '@/i18n/languages';
import { routeTree } from '@/routeTree.gen';

/** Renders the app at an address, with the real providers and routes. */
export async function visit(address: string, language: Language = sourceLanguage) {
  await initI18n();
  await setLanguage(language);
  const queryClient = makeQueryClient();
  const router = createRouter({
    routeTree,
    context: { queryClient },
    defaultErrorComponent: ErrorPage,
    history: createMemoryHistory({ initialEntries: [address] }),
  });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queryClient}>
        <ModalsProvider>
          <Notifications />
          <RouterProvider router={router} />
        </ModalsProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return router;
}
