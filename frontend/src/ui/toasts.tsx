import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import type { Problem } from '@/api/gen';
import { isProblem } from '@/api/problem';

const closeButtonProps = () => ({ 'aria-label': i18next.t('form.close') });

export const toast = (message: string) =>
  notifications.show({ message, color: 'teal', closeButtonProps: closeButtonProps() });

/** How long a change can be undone. */
export const UNDO_FOR = 10_000;

/** What was done, with a button that undoes it; `undo` fails with a problem if somebody has changed it since. */
export function toastUndo(message: string, undo: () => Promise<unknown>) {
  const run = async () => {
    try {
      await undo();
      toast(i18next.t('undo.done'));
    } catch (problem) {
      if (isProblem(problem)) toastProblem(problem);
    }
  };
  const id = notifications.show({
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="default"
          style={{ flex: 'none' }}
          onClick={() => {
            notifications.hide(id);
            void run();
          }}
        >
          {i18next.t('undo.undo')}
        </Button>
      </Group>
    ),
    color: 'teal',
    autoClose: UNDO_FOR,
    closeButtonProps: closeButtonProps(),
  });
}

/** For errors that have no form to show them. */
export const toastProblem = (problem: Problem) =>
  notifications.show({
    title: problem.title,
    message: problem.detail ?? '',
    color: 'red',
    autoClose: 8000,
    closeButtonProps: closeButtonProps(),
  });
