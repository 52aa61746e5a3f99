import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { SignInPage } from '@/features/session/SignInPage';

export const Route = createFileRoute('/sign-in')({
  validateSearch: z.object({
    next: z.catch(z.optional(z.string()), undefined),
    email: z.catch(z.optional(z.string()), undefined),
  }),
  component: () => <SignInPage {...Route.useSearch()} />,
});
