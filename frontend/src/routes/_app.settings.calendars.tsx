import { createFileRoute } from '@tanstack/react-router';
import { CalendarsPage } from '@/features/settings/CalendarsPage';

export const Route = createFileRoute('/_app/settings/calendars')({ component: CalendarsPage });
