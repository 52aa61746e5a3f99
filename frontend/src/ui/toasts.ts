import { notifications } from '@mantine/notifications';
import type { Problem } from '@/api/gen';

export const toast = (message: string) => notifications.show({ message, color: 'teal' });

/** For what fails without a form to say it on. */
export const toastProblem = (problem: Problem) =>
  notifications.show({ title: problem.title, message: problem.detail ?? '', color: 'red', autoClose: 8000 });
