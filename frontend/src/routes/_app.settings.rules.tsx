import { createFileRoute } from '@tanstack/react-router';
import { DistributionRulesPage } from '@/features/distribution/DistributionRulesPage';

export const Route = createFileRoute('/_app/settings/rules')({ component: DistributionRulesPage });
