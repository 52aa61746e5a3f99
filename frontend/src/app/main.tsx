import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import './app.css';
import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRouter, RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { useTranslation } from 'react-i18next';
import { makeQueryClient } from '@/api/client';
import { initI18n } from '@/i18n';
import { routeTree } from '@/routeTree.gen';
import { keepAppWithoutCode } from './chunks';
import { ErrorPage } from './ErrorPage';
import { registerServiceWorker } from './serviceWorker';
import { cssVars, theme } from './theme';

const queryClient = makeQueryClient();
const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultErrorComponent: ErrorPage,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

function Root() {
  const { i18n } = useTranslation();
  return (
    <DatesProvider settings={{ locale: i18n.language, firstDayOfWeek: 1 }}>
      <ModalsProvider>
        <Notifications position="bottom-right" />
        <RouterProvider router={router} />
      </ModalsProvider>
    </DatesProvider>
  );
}

/** Until then, nothing that is stored for later slows the first page down. */
const AFTER_FIRST_PAGE = 5_000;

keepAppWithoutCode();
await initI18n();
const element = document.getElementById('root');
if (element)
  createRoot(element).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVars} defaultColorScheme="auto">
        <QueryClientProvider client={queryClient}>
          <Root />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
if (import.meta.env.PROD) setTimeout(() => void registerServiceWorker(), AFTER_FIRST_PAGE);
