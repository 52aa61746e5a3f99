import { Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { button, focusIsOn, Opener, showPage } from '../../test/focus';

test('the focus goes to the nearest heading when the button is gone', async () => {
  function Offer() {
    const [done, setDone] = useState(false);
    return done ? null : <Opener name="Accept" onDone={() => setDone(true)} />;
  }
  showPage(
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

test('a button that is disabled during a save gets the focus back', async () => {
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
  showPage(<Saving />);
  await userEvent.click(button('Contacting'));
  // A browser blurs a disabled control; jsdom does not.
  button('Contacting').blur();
  await new Promise((done) => setTimeout(done, 100));
  expect(document.body).toHaveFocus();
  answer();
  await screen.findByText('Saved');
  await focusIsOn(() => button('Contacting'));
});

test('a control that is rendered in another place keeps the focus', async () => {
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
  showPage(<Board />);
  await userEvent.click(button('Card'));
  await screen.findByRole('listitem');
  await focusIsOn(() => button('Card'));
});

test('a click elsewhere removes the focus for good', async () => {
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
  showPage(<Vanishing />);
  await userEvent.click(button('Look'));
  await userEvent.click(screen.getByText('Beside'));
  await waitFor(() => expect(screen.queryByRole('button')).not.toBeInTheDocument());
  await new Promise((done) => setTimeout(done, 100));
  expect(document.body).toHaveFocus();
});
