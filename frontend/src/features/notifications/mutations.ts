import { useMutation, useQueryClient } from '@tanstack/react-query';
import { invalidate } from '@/api/client';
import { readAllNotificationsMutation, readNotificationMutation } from '@/api/gen/@tanstack/react-query.gen';

export function useRead() {
  const queries = useQueryClient();
  return useMutation({
    ...readNotificationMutation(),
    onSettled: () => invalidate(queries, 'listNotifications'),
  });
}

export function useReadAll() {
  const queries = useQueryClient();
  return useMutation({
    ...readAllNotificationsMutation(),
    onSettled: () => invalidate(queries, 'listNotifications'),
  });
}
