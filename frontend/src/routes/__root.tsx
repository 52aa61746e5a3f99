import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { App } from '@/app/App';
import { Crash, NotFound } from '@/app/Lost';

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: App,
  notFoundComponent: NotFound,
  errorComponent: Crash,
});
