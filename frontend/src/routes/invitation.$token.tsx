import { createFileRoute } from '@tanstack/react-router';
import { InvitationPage } from '@/features/session/InvitationPage';

export const Route = createFileRoute('/invitation/$token')({
  component: () => <InvitationPage token={Route.useParams().token} />,
});
