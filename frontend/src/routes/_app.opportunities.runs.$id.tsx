import { createFileRoute } from '@tanstack/react-router';
import { DistributionRunPage } from '@/features/distribution/DistributionRunPage';

export const Route = createFileRoute('/_app/opportunities/runs/$id')({
  component: () => <DistributionRunPage id={Route.useParams().id} />,
});
