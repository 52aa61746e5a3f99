import { Text } from '@mantine/core';
import { onlineManager } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { watchConnection } from '@/api/connection';
import { useWaiting } from '@/ui/unsaved';

const subscribe = (listener: () => void) => onlineManager.subscribe(listener);
const isOnline = () => onlineManager.isOnline();

export const useOnline = () => useSyncExternalStore(subscribe, isOnline);

/** Tells that the connection is lost, and how many changes wait for it. */
export function Connection() {
  const { t } = useTranslation();
  const online = useOnline();
  const waiting = useWaiting();
  useEffect(watchConnection, []);
  if (online) return null;
  return (
    <Text role="status" size="sm" fw={600} mb="sm">
      {t('app.offline')}
      {waiting ? ` ${t('app.waiting', { count: waiting })}` : ''}
    </Text>
  );
}
