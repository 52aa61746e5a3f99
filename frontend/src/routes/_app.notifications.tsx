import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { NotificationsPage } from '@/features/notifications/NotificationsPage';

export const Route = createFileRoute('/_app/notifications')({
  validateSearch: z.object({ unread: z.catch(z.optional(z.boolean()), undefined) }),
  component: NotificationsPage,
});
