import { createFileRoute } from '@tanstack/react-router';
import { SetupPage } from '@/features/session/SetupPage';

export const Route = createFileRoute('/setup')({ component: SetupPage });
