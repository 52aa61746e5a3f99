import { createFileRoute } from '@tanstack/react-router';
import { ConfirmEmailPage } from '@/features/session/ConfirmEmailPage';

export const Route = createFileRoute('/_app/confirm-email/$token')({
  component: () => <ConfirmEmailPage token={Route.useParams().token} />,
});
