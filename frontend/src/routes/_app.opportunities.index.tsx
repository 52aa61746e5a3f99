import { createFileRoute } from '@tanstack/react-router';
import { OpportunitiesPage } from '@/features/opportunities/OpportunitiesPage';
import { opportunitySearch } from '@/features/opportunities/search';

export const Route = createFileRoute('/_app/opportunities/')({
  validateSearch: opportunitySearch,
  component: OpportunitiesPage,
});
