import { Button, MantineProvider, Modal, Title } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { expect } from 'vitest';
import { useKeptFocus } from '@/ui/useKeptFocus';

function Page({ children }: { children: ReactNode }) {
  useKeptFocus();
  return (
    <main>
      <Title order={1}>Customers</Title>
      {children}
    </main>
  );
}

/** Shows content on a page that keeps the focus. */
export const showPage = (children: ReactNode) =>
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <ModalsProvider>
          <Page>{children}</Page>
        </ModalsProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );

/** A dialog as the pages use it: mounted open, and unmounted to close. */
export const Dialog = ({ title, onClose, children }: { title: string; onClose: () => void; children?: ReactNode }) => (
  <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': 'Close' }}>
    {children}
  </Modal>
);

export function Opener({ name, children, onDone }: { name: string; children?: ReactNode; onDone?: () => void }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{name}</Button>
      {open ? (
        <Dialog title={`${name} it`} onClose={close}>
          {children}
          <Button
            onClick={() => {
              close();
              onDone?.();
            }}
          >
            Save
          </Button>
        </Dialog>
      ) : null}
    </>
  );
}

export const button = (name: string) => screen.getByRole('button', { name });
export const focusIsOn = (find: () => HTMLElement) => waitFor(() => expect(find()).toHaveFocus());
