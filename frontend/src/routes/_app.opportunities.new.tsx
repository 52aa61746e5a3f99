import { createFileRoute } from '@tanstack/react-router';
import { NewOpportunityPage } from '@/features/opportunities/NewOpportunityPage';

export const Route = createFileRoute('/_app/opportunities/new')({ component: NewOpportunityPage });
