import { createFileRoute } from '@tanstack/react-router';
import { CalendarsPage } from '@/features/reference/CalendarsPage';

export const Route = createFileRoute('/_app/settings/calendars')({ component: CalendarsPage });
