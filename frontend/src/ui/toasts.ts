import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import type { Problem } from '@/api/gen';

const closeButtonProps = () => ({ 'aria-label': i18next.t('form.close') });

export const toast = (message: string) =>
  notifications.show({ message, color: 'teal', closeButtonProps: closeButtonProps() });

/** For what fails without a form to say it on. */
export const toastProblem = (problem: Problem) =>
  notifications.show({
    title: problem.title,
    message: problem.detail ?? '',
    color: 'red',
    autoClose: 8000,
    closeButtonProps: closeButtonProps(),
  });
