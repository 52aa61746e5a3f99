import { createFileRoute } from '@tanstack/react-router';
import { getOpportunityOptions } from '@/api/gen/@tanstack/react-query.gen';
import { OpportunityPage } from '@/features/opportunities/OpportunityPage';

export const Route = createFileRoute('/_app/opportunities/$id')({
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(getOpportunityOptions({ path: params })),
  component: () => <OpportunityPage id={Route.useParams().id} />,
});
