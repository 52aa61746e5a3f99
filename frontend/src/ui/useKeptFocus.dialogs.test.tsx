import { Button, Menu, Modal, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { button, Dialog, focusIsOn, Opener, showPage } from '../../test/focus';

test('a dialog returns the focus to the button that opened it', async () => {
  showPage(<Opener name="Change" />);
  await userEvent.click(button('Change'));
  await focusIsOn(() => button('Save'));
  await userEvent.keyboard('{Escape}');
  await focusIsOn(() => button('Change'));

  await userEvent.keyboard('{Enter}');
  await focusIsOn(() => button('Save'));
  await userEvent.keyboard('{Enter}');
  await focusIsOn(() => button('Change'));
});

test('a dialog that is closed by a click outside returns the focus too', async () => {
  showPage(<Opener name="Change" />);
  await userEvent.click(button('Change'));
  await focusIsOn(() => button('Save'));
  const beside = document.querySelector('.mantine-Modal-overlay');
  await userEvent.click(beside as Element);
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  await focusIsOn(() => button('Change'));
});

test('each of two dialogs returns the focus to its opener', async () => {
  showPage(
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

test("a dialog that a menu opened returns the focus to the menu's button", async () => {
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
  showPage(<More />);
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

test('a dialog focuses its first field, or its heading if it has no controls', async () => {
  showPage(
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
