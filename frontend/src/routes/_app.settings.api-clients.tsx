import { createFileRoute } from '@tanstack/react-router';
import { ApiClientsPage } from '@/features/integrations/ApiClientsPage';

export const Route = createFileRoute('/_app/settings/api-clients')({ component: ApiClientsPage });
