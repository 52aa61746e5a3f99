import { createFileRoute } from '@tanstack/react-router';
import { getDashboardOptions } from '@/api/gen/@tanstack/react-query.gen';
import { DashboardPage } from '@/features/dashboard/DashboardPage';

export const Route = createFileRoute('/_app/')({
  loader: ({ context }) => void context.queryClient.prefetchQuery(getDashboardOptions()),
  component: DashboardPage,
});
