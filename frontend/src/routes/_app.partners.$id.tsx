import { createFileRoute } from '@tanstack/react-router';
import { PartnerPage } from '@/features/partners/PartnerPage';

export const Route = createFileRoute('/_app/partners/$id')({
  component: () => <PartnerPage id={Route.useParams().id} />,
});
