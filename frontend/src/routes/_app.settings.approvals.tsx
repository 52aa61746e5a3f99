import { createFileRoute } from '@tanstack/react-router';
import { ApprovalsPage } from '@/features/settings/ApprovalsPage';

export const Route = createFileRoute('/_app/settings/approvals')({ component: ApprovalsPage });
