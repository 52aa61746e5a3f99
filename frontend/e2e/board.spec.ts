import { expect } from '@playwright/test';
import { callApi, createOpportunity, emajõe, põhjala } from './actions';
import { accessible, languageAt, signIn, type Texts, test, textsOf } from './support';

const language = languageAt(0);
const texts = textsOf(language);
const mark = `${language} ${Date.now()}`;

test(`cards move on the board by keyboard, by pointer and by menu (${language})`, async ({ browser }) => {
  const staff = await signIn(browser, 'jaan@sild.example', language);
  const topic = `Tahvel ${mark}`;
  const id = (await createOpportunity(staff, texts, topic)).split('/').pop() ?? '';
  const partners: { id: string; name: string }[] = await staff.evaluate(
    async () => (await (await fetch('/api/v1/partners?limit=200')).json()).items,
  );
  const ids = [põhjala, emajõe].map((name) => partners.find((one) => one.name.startsWith(name))?.id);
  expect(
    await callApi(staff, 'POST', `opportunities/${id}/distribute`, { method: 'COLLABORATION', partnerIds: ids }),
  ).toEqual([200, undefined]);

  const kadri = await signIn(browser, 'kadri@pohjala.example', language);
  await kadri.goto(`/board?q=${topic}`);
  const column = (phase: keyof Texts['phase']) => kadri.getByRole('region', { name: texts.phase[phase], exact: true });
  const handle = kadri.getByRole('button', { name: texts.board.drag.replace('{{topic}}', topic) });
  await expect(column('PROSPECT').getByRole('link', { name: topic })).toBeVisible();
  await accessible(kadri);
  await handle.focus();
  await kadri.keyboard.press('Space');
  await kadri.keyboard.press('ArrowRight');
  await kadri.keyboard.press('Space');
  await expect(column('CONTACTING').getByRole('link', { name: topic })).toBeVisible();
  await expect(kadri.getByText(`${topic}: ${texts.phase.CONTACTING}`)).toBeVisible();
  await expect(handle).toBeFocused();

  // Wait, as the card is rendered again with the server's response.
  await handle.hover();
  const from = await handle.boundingBox();
  const to = await column('QUOTING').boundingBox();
  if (!from || !to) throw new Error('The board is not shown');
  await kadri.mouse.down();
  await kadri.mouse.move(from.x + 40, from.y + 12, { steps: 5 });
  await kadri.mouse.move(to.x + to.width / 2, to.y + 80, { steps: 10 });
  await kadri.mouse.up();
  await expect(column('QUOTING').getByRole('link', { name: topic })).toBeVisible();
  await expect(kadri.getByText(`${topic}: ${texts.phase.QUOTING}`)).toBeVisible();

  // Going back needs a reason.
  const menu = kadri.getByRole('button', { name: texts.board.moveOne.replace('{{topic}}', topic) });
  await menu.click();
  await kadri.getByRole('menuitem', { name: texts.phase.PROSPECT }).click();
  const back = kadri.getByRole('dialog');
  await back.getByRole('textbox', { name: texts.opportunity.reason }).fill('Klient mõtleb veel');
  await accessible(kadri);
  await back.getByRole('button', { name: texts.form.save }).click();
  await expect(column('PROSPECT').getByRole('link', { name: topic })).toBeVisible();
  await expect(menu).toBeFocused();
});
