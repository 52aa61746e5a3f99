import { createFileRoute } from '@tanstack/react-router';
import { RunPage } from '@/features/opportunities/RunPage';

export const Route = createFileRoute('/_app/opportunities/runs/$id')({
  component: () => <RunPage id={Route.useParams().id} />,
});
