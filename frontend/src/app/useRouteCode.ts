import { onlineManager } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { languages } from '@/i18n/languages';

export const loadPalette = () => import('./Palette');

const PAUSE = 2_000;

/**
 * Loads the code of all pages while the browser is idle, one after the other, so that they open without a connection. A
 * failure is no error here: the page loads its code when it opens.
 */
export function useRouteCode() {
  const router = useRouter();
  useEffect(() => {
    let stopped = false;
    const idle = () =>
      new Promise<unknown>((resolve) =>
        'requestIdleCallback' in window ? requestIdleCallback(resolve) : setTimeout(resolve, PAUSE),
      );
    const load = async () => {
      const loads = [
        ...Object.values(router.routesById).map((route) => () => router.loadRouteChunk(route)),
        loadPalette,
        () => import('@/features/dashboard/Charts'),
        ...languages.map((language) => language.load),
      ];
      for (const one of loads) {
        await idle();
        if (stopped || !onlineManager.isOnline()) return;
        await Promise.resolve(one()).catch(() => undefined);
      }
    };
    const timer = setTimeout(() => void load(), PAUSE);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [router]);
}
