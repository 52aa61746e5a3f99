import { createFileRoute, redirect } from '@tanstack/react-router';
import { getMeOptions } from '@/api/gen/@tanstack/react-query.gen';
import { isProblem } from '@/api/problem';
import { session } from '@/api/session';
import { ErrorWithoutShell } from '@/app/ErrorPage';
import { Shell } from '@/app/Shell';
import { SecondFactorDue } from '@/features/session/SecondFactorDue';
import { useMe } from '@/features/session/useMe';

export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ context, location }) => {
    try {
      session.show(await context.queryClient.ensureQueryData(getMeOptions()));
    } catch (error) {
      if (!isProblem(error) || error.status !== 401) throw error;
      throw redirect({ to: '/sign-in', search: { next: location.href === '/' ? undefined : location.href } });
    }
  },
  component: Frame,
  errorComponent: ErrorWithoutShell,
});

function Frame() {
  return useMe().secondFactorDue ? <SecondFactorDue /> : <Shell />;
}
