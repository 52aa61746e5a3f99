import { createFileRoute } from '@tanstack/react-router';
import { PasswordResetPage } from '@/features/session/PasswordResetPage';

export const Route = createFileRoute('/password-reset/$token')({
  component: () => <PasswordResetPage token={Route.useParams().token} />,
});
