import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { ForgotPasswordPage } from '@/features/session/ForgotPasswordPage';

export const Route = createFileRoute('/forgot-password')({
  validateSearch: z.object({ email: z.catch(z.optional(z.string()), undefined) }),
  component: () => <ForgotPasswordPage email={Route.useSearch().email} />,
});
