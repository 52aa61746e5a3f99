import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { App } from '@/app/App';
import { ErrorWithoutShell } from '@/app/ErrorPage';
import { NotFound } from '@/app/NotFound';

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: App,
  notFoundComponent: NotFound,
  errorComponent: ErrorWithoutShell,
});
