import { modals } from '@mantine/modals';
import i18next from 'i18next';
import type { ReactNode } from 'react';

/** Asks before something that cannot be undone, or that others notice. */
export const confirm = (question: { title: string; text: ReactNode; action?: string; act: () => void }) =>
  modals.openConfirmModal({
    title: question.title,
    children: question.text,
    labels: { confirm: question.action ?? question.title, cancel: i18next.t('form.cancel') },
    closeButtonProps: { 'aria-label': i18next.t('form.close') },
    onConfirm: question.act,
  });
