import { createFileRoute } from '@tanstack/react-router';
import { DistributionRunsPage } from '@/features/distribution/DistributionRunsPage';

export const Route = createFileRoute('/_app/opportunities/runs/')({ component: DistributionRunsPage });
