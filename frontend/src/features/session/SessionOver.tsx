import { Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { getMeQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { invalidateEverything } from '@/api/invalidation';
import { type Ending, session } from '@/api/session';
import { hasUnsaved } from '@/ui/unsaved';
import { SignInForm } from './SignInForm';

/**
 * Lets the user sign in again over the page when the session is over. The page is hidden meanwhile and keeps what was
 * typed. If the user has signed out in another tab and typed nothing here, the page is left.
 */
export function SessionOver() {
  const ending = useSyncExternalStore(session.subscribe, session.ending);
  return ending ? <SignInAgain ending={ending} /> : null;
}

function SignInAgain({ ending }: { ending: Ending }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const router = useRouter();
  useEffect(() => {
    if (ending !== 'signed-out' || hasUnsaved()) return;
    session.forget();
    const next = router.state.location.href;
    void router
      .navigate({ to: '/sign-in', search: { next: next === '/' ? undefined : next }, ignoreBlocker: true })
      .then(() => queries.clear());
  }, [ending, router, queries]);
  useEffect(() => {
    const root = document.documentElement;
    root.dataset.sessionOver = '';
    return () => {
      delete root.dataset.sessionOver;
      // What other users have changed meanwhile.
      void invalidateEverything(queries);
    };
  }, [queries]);
  return (
    <Modal
      opened
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      centered
      zIndex={1000}
      className="session-over"
      overlayProps={{ backgroundOpacity: 1, color: 'var(--mantine-color-body)' }}
      title={t(ending === 'signed-out' ? 'session.signedOutHere' : 'session.over')}
    >
      <Stack>
        <Text size="sm">{t('session.overHint')}</Text>
        <SignInForm
          over
          email={session.user?.email ?? ''}
          signedIn={(me) => {
            if (session.user?.id === me.id) queries.setQueryData(getMeQueryKey(), me);
            session.begin(me);
          }}
        />
        <Text size="xs" c="dimmed">
          {t('session.otherUser')}
        </Text>
      </Stack>
    </Modal>
  );
}
