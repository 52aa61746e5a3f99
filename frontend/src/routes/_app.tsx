import { createFileRoute, redirect } from '@tanstack/react-router';
import type { Problem } from '@/api/gen';
import { getMeOptions } from '@/api/gen/@tanstack/react-query.gen';
import { Shell } from '@/app/Shell';

export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.ensureQueryData(getMeOptions());
    } catch (error) {
      if ((error as Problem).status !== 401) throw error;
      throw redirect({ to: '/sign-in', search: { next: location.href === '/' ? undefined : location.href } });
    }
  },
  component: Shell,
});
