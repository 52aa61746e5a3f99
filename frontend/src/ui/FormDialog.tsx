import { Button, Modal, type ModalProps, Stack } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogButtons } from './DialogButtons';
import { DraftQuestion } from './DraftQuestion';
import { FormState } from './FormState';
import type { DraftForm } from './useDraftForm';

interface Props<V> {
  edit: DraftForm<V> & { conflict?: unknown };
  /** What is decided about what. */
  title: string;
  /** The button that sends the form; `buttons` replaces it and Cancel. */
  action: string;
  disabled?: boolean;
  buttons?: ReactNode;
  color?: string;
  size?: ModalProps['size'];
  onClose: () => void;
  children: ReactNode;
}

/**
 * The dialog of every form. It asks before it closes with unsaved input: the draft is kept or discarded. Ctrl or ⌘ and
 * Enter send it.
 */
export function FormDialog<V extends Record<string, unknown>>({
  edit,
  title,
  action,
  disabled = false,
  buttons,
  color,
  size,
  onClose,
  children,
}: Props<V>) {
  const { t } = useTranslation();
  const [closing, setClosing] = useState(false);
  const leaving = useBlocker({ shouldBlockFn: () => edit.unsaved(), enableBeforeUnload: false, withResolver: true });
  const asks = closing || leaving.status === 'blocked';
  const close = () => (edit.unsaved() ? setClosing(true) : onClose());
  const stay = () => {
    setClosing(false);
    leaving.reset?.();
  };
  const leave = () => {
    if (leaving.proceed) leaving.proceed();
    else onClose();
  };
  return (
    <>
      <Modal
        opened
        onClose={close}
        closeOnEscape={!asks}
        title={title}
        size={size}
        closeButtonProps={{ 'aria-label': t('form.close') }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || disabled) return;
          event.preventDefault();
          edit.submit();
        }}
      >
        <form noValidate onSubmit={edit.submit}>
          <Stack>
            <FormState edit={edit} />
            {children}
            {buttons ?? (
              <DialogButtons onClose={close}>
                <Button type="submit" color={color} loading={edit.saving} disabled={disabled || !!edit.conflict}>
                  {action}
                </Button>
              </DialogButtons>
            )}
          </Stack>
        </form>
      </Modal>
      <DraftQuestion
        opened={asks}
        onStay={stay}
        onKeep={leave}
        onDiscard={() => {
          edit.discard();
          leave();
        }}
      />
    </>
  );
}
