import { useMutation, useQueryClient } from '@tanstack/react-query';
import { readAllNotificationsMutation, readNotificationMutation } from '@/api/gen/@tanstack/react-query.gen';
import { invalidateNotifications } from '@/api/invalidation';

export function useRead() {
  const queries = useQueryClient();
  return useMutation({
    ...readNotificationMutation(),
    onSettled: () => invalidateNotifications(queries),
  });
}

export function useReadAll() {
  const queries = useQueryClient();
  return useMutation({
    ...readAllNotificationsMutation(),
    onSettled: () => invalidateNotifications(queries),
  });
}
