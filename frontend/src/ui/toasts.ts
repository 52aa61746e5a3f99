import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import type { Problem } from '@/api/gen';

const closeButtonProps = () => ({ 'aria-label': i18next.t('form.close') });

export const toast = (message: string) =>
  notifications.show({ message, color: 'teal', closeButtonProps: closeButtonProps() });

/** For errors that have no form to show them. */
export const toastProblem = (problem: Problem) =>
  notifications.show({
    title: problem.title,
    message: problem.detail ?? '',
    color: 'red',
    autoClose: 8000,
    closeButtonProps: closeButtonProps(),
  });
