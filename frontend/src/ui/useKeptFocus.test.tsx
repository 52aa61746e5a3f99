import { Button, MantineProvider, Menu, Modal, TextInput, Title } from '@mantine/core';
import { ModalsProvider, modals } from '@mantine/modals';
import { QueryClient, QueryClientProvider, useMutation } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { expect, test } from 'vitest';
import { useKeptFocus } from './useKeptFocus';

function Page({ children }: { children: ReactNode }) {
  useKeptFocus();
  return (
    <main>
      <Title order={1}>Customers</Title>
      {children}
    </main>
  );
}

const shown = (children: ReactNode) =>
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <ModalsProvider>
          <Page>{children}</Page>
        </ModalsProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );

/** A dialog as the pages open it: it comes in open, and goes away as it is. */
const Dialog = ({ title, onClose, children }: { title: string; onClose: () => void; children?: ReactNode }) => (
  <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': 'Close' }}>
    {children}
  </Modal>
);

function Opener({ name, children, onDone }: { name: string; children?: ReactNode; onDone?: () => void }) {
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

const button = (name: string) => screen.getByRole('button', { name });
const focusIsOn = (find: () => HTMLElement) => waitFor(() => expect(find()).toHaveFocus());

test('a dialog gives the focus back to the button that opened it', async () => {
  shown(<Opener name="Change" />);
  await userEvent.click(button('Change'));
  await focusIsOn(() => button('Save'));
  await userEvent.keyboard('{Escape}');
  await focusIsOn(() => button('Change'));

  await userEvent.keyboard('{Enter}');
  await focusIsOn(() => button('Save'));
  await userEvent.keyboard('{Enter}');
  await focusIsOn(() => button('Change'));
});

test('a dialog that is closed by a click beside it gives the focus back as well', async () => {
  shown(<Opener name="Change" />);
  await userEvent.click(button('Change'));
  await focusIsOn(() => button('Save'));
  const beside = document.querySelector('.mantine-Modal-overlay');
  await userEvent.click(beside as Element);
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  await focusIsOn(() => button('Change'));
});

test('each of two dialogs gives the focus back to where it was opened', async () => {
  shown(
    <Opener name="Change">
      <Opener name="Look up" />
    </Opener>,
  );
  await userEvent.click(button('Change'));
  await userEvent.click(await screen.findByRole('button', { name: 'Look up' }));
  const inner = await screen.findByRole('dialog', { name: 'Look up it' });
  await focusIsOn(() => within(inner).getByRole('button', { name: 'Save' }));
  await userEvent.keyboard('{Enter}');
  await focusIsOn(() => button('Look up'));
  await userEvent.click(button('Save'));
  await focusIsOn(() => button('Change'));
});

test("a dialog that a menu opened gives the focus back to the menu's button", async () => {
  function More() {
    const [open, setOpen] = useState(false);
    return (
      <>
        <Menu>
          <Menu.Target>
            <Button>More</Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setOpen(true)}>Hold</Menu.Item>
            <Menu.Item
              onClick={() => modals.openConfirmModal({ title: 'Sure?', labels: { confirm: 'Yes', cancel: 'No' } })}
            >
              Recall
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        {open ? <Dialog title="Hold it" onClose={() => setOpen(false)} /> : null}
      </>
    );
  }
  shown(<More />);
  for (const [item, title] of [
    ['Hold', 'Hold it'],
    ['Recall', 'Sure?'],
  ] as const) {
    await userEvent.click(button('More'));
    await userEvent.click(await screen.findByRole('menuitem', { name: item }));
    const dialog = await screen.findByRole('dialog', { name: title });
    await waitFor(() => expect(dialog).toContainElement(document.activeElement as HTMLElement));
    await userEvent.keyboard('{Escape}');
    await focusIsOn(() => button('More'));
  }
});

test('the focus goes to the nearest heading when the button is gone', async () => {
  function Offer() {
    const [done, setDone] = useState(false);
    return done ? null : <Opener name="Accept" onDone={() => setDone(true)} />;
  }
  shown(
    <>
      <section>
        <Title order={2}>Notes</Title>
      </section>
      <section>
        <Title order={2}>Offers</Title>
        <div>
          <Offer />
        </div>
      </section>
      <Offer />
    </>,
  );
  for (const heading of ['Offers', 'Customers']) {
    await userEvent.click(screen.getAllByRole('button', { name: 'Accept' })[0] as HTMLElement);
    await userEvent.click(await screen.findByRole('button', { name: 'Save' }));
    await focusIsOn(() => screen.getByRole('heading', { name: heading }));
  }
});

test('a button that is disabled while it saves has the focus again after that', async () => {
  let answer = () => {};
  function Saving() {
    const [saved, setSaved] = useState(false);
    const save = useMutation({
      mutationFn: () => new Promise<void>((done) => (answer = done)),
      onSuccess: () => setSaved(true),
    });
    return (
      <>
        <button type="button" disabled={save.isPending} onClick={() => save.mutate()}>
          Contacting
        </button>
        {saved ? <p>Saved</p> : null}
      </>
    );
  }
  shown(<Saving />);
  await userEvent.click(button('Contacting'));
  // What a browser does with a disabled control, and jsdom does not.
  button('Contacting').blur();
  await new Promise((done) => setTimeout(done, 100));
  expect(document.body).toHaveFocus();
  answer();
  await screen.findByText('Saved');
  await focusIsOn(() => button('Contacting'));
});

test('what is drawn in another place keeps the focus', async () => {
  function Board() {
    const [moved, setMoved] = useState(false);
    const card = (
      <button type="button" data-keep-focus="card" onClick={() => setMoved(true)}>
        Card
      </button>
    );
    return (
      <>
        <div>{moved ? null : card}</div>
        <ul>{moved ? <li>{card}</li> : null}</ul>
      </>
    );
  }
  shown(<Board />);
  await userEvent.click(button('Card'));
  await screen.findByRole('listitem');
  await focusIsOn(() => button('Card'));
});

test('a focus that was taken off by a click beside it stays off', async () => {
  function Vanishing() {
    const [gone, setGone] = useState(false);
    return (
      <>
        <p>Beside</p>
        {gone ? null : (
          <button type="button" onFocus={() => setTimeout(() => setGone(true), 200)}>
            Look
          </button>
        )}
      </>
    );
  }
  shown(<Vanishing />);
  await userEvent.click(button('Look'));
  await userEvent.click(screen.getByText('Beside'));
  await waitFor(() => expect(screen.queryByRole('button')).not.toBeInTheDocument());
  await new Promise((done) => setTimeout(done, 100));
  expect(document.body).toHaveFocus();
});

test('a dialog begins with its first field, and with its heading where there is nothing to do', async () => {
  shown(
    <>
      <Opener name="Rename">
        <TextInput label="Name" />
      </Opener>
      <Help />
    </>,
  );
  await userEvent.click(button('Rename'));
  await focusIsOn(() => screen.getByRole('textbox', { name: 'Name' }));
  await userEvent.keyboard('{Escape}');
  await focusIsOn(() => button('Rename'));
  await userEvent.click(button('Help'));
  await focusIsOn(() => screen.getByRole('heading', { name: 'Keys' }));
});

function Help() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Help</Button>
      <Modal opened={open} onClose={() => setOpen(false)} title="Keys" closeButtonProps={{ 'aria-label': 'Close' }}>
        Press c
      </Modal>
    </>
  );
}
