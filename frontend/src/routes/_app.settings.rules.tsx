import { createFileRoute } from '@tanstack/react-router';
import { RulesPage } from '@/features/settings/RulesPage';

export const Route = createFileRoute('/_app/settings/rules')({ component: RulesPage });
