import { createFileRoute } from '@tanstack/react-router';
import { RunsPage } from '@/features/opportunities/RunsPage';

export const Route = createFileRoute('/_app/opportunities/runs/')({ component: RunsPage });
