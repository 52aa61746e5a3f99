import { expect } from '@playwright/test';
import { callApi, createOpportunity, daugava, emajõe, openAs, partnerName, põhjala, userIdsOf } from './actions';
import { accessible, languageAt, signIn, test, textsOf } from './support';

const language = languageAt(1);
const texts = textsOf(language);
const mark = `${language} ${Date.now()}`;

test(`three partners work together, and only the lead closes (${language})`, async ({ browser }) => {
  const staff = await signIn(browser, 'liis@sild.example', language);
  const url = await createOpportunity(staff, texts, `Koos ${mark}`);
  const id = url.split('/').pop() ?? '';
  // Controls do not move when the ranking loads late.
  let ranked = () => {};
  const late = new Promise<void>((come) => {
    ranked = come;
  });
  await staff.route('**/matches?**', async (route) => {
    await late;
    await route.continue();
  });
  await staff.getByRole('button', { name: texts.opportunity.action.DISTRIBUTE }).click();
  const dialog = staff.getByRole('dialog');
  const method = dialog.getByRole('combobox', { name: texts.method.title });
  await expect(dialog.getByRole('status', { name: texts.table.loading })).toBeVisible();
  const place = await method.boundingBox();
  ranked();
  await expect(dialog.getByRole('radio').first()).toBeVisible();
  expect(await method.boundingBox()).toEqual(place);
  await method.click();
  await staff.getByRole('option', { name: texts.method.COLLABORATION }).click();
  for (const name of [põhjala, emajõe, daugava]) {
    await dialog.getByRole('textbox', { name: texts.distribute.search }).fill(name);
    await dialog.getByRole('checkbox', { name: new RegExp(name) }).click();
  }
  await accessible(staff);
  await dialog.getByRole('button', { name: texts.opportunity.action.DISTRIBUTE }).click();
  await expect(dialog).toBeHidden();
  const together = staff.getByRole('region', { name: texts.collaboration.title });
  await expect(together.getByRole('listitem')).toHaveCount(3);

  // Each partner sees it in its managed list, marked as shared, and with the other partners.
  const kadri = await openAs(browser, 'kadri@pohjala.example', language, `/opportunities?view=managed&q=Koos ${mark}`);
  await expect(kadri.getByRole('row', { name: new RegExp(`Koos ${mark}`) })).toContainText(texts.collaboration.shared);
  await kadri.goto(url);
  const janis = await openAs(browser, 'janis@daugavatikli.example', language, url);
  for (const page of [kadri, janis])
    await expect(page.getByRole('region', { name: texts.collaboration.title })).toContainText(emajõe);

  // No partner can close or extend it, in the app or through the API, or assign it to another company.
  const lost = { outcome: 'LOST', reasonCode: 'PRICE' };
  await expect(kadri.getByRole('button', { name: texts.opportunity.action.CLOSE })).toHaveCount(0);
  expect(await callApi(kadri, 'POST', `opportunities/${id}/close`, lost)).toEqual([403, 'opportunity.shared']);
  expect(await callApi(kadri, 'POST', `opportunities/${id}/extend`, { dueOn: '2030-01-01' })).toEqual([
    403,
    'opportunity.shared',
  ]);
  const [people] = await userIdsOf(janis, `opportunities/${id}/people`, daugava);
  expect(await callApi(kadri, 'POST', `opportunities/${id}/assign`, { userId: people })).toEqual([422, 'invalid']);
  expect(await callApi(kadri, 'POST', `opportunities/${id}/distribute`, { method: 'DIRECT', partnerId: id })).toEqual([
    403,
    'forbidden',
  ]);

  // Partners see each other's notes live, but not those of staff for one partner or for staff only.
  await kadri.getByRole('textbox', { name: texts.timeline.write }).fill('Meie teeme võrgu');
  await kadri.getByRole('button', { name: texts.timeline.send }).click();
  await expect(janis.getByText('Meie teeme võrgu')).toBeVisible();
  await accessible(kadri);
  for (const [readers, text] of [
    [texts.timeline.onlyWith.replace('{{name}}', (await partnerName(kadri)) ?? ''), 'Ainult Põhjalale'],
    [texts.timeline.staffOnly, 'Ainult meile'],
  ] as const) {
    await staff.getByRole('combobox', { name: texts.timeline.readers }).click();
    await staff.getByRole('option', { name: readers, exact: true }).click();
    await staff.getByRole('textbox', { name: texts.timeline.write }).fill(text);
    await staff.getByRole('button', { name: texts.timeline.send }).click();
    await expect(staff.locator('.note-text', { hasText: text })).toBeVisible();
  }
  await expect(kadri.getByText('Ainult Põhjalale')).toBeVisible();
  await expect(kadri.getByText('Ainult meile')).toHaveCount(0);
  await expect(janis.getByText('Ainult Põhjalale')).toHaveCount(0);

  // A partner assigns it to a colleague.
  await kadri.getByRole('button', { name: texts.opportunity.more }).click();
  await kadri.getByRole('menuitem', { name: texts.opportunity.action.ASSIGN }).click();
  await kadri.getByRole('dialog').getByRole('combobox').click();
  await kadri.getByRole('option', { name: /Rein/ }).click();
  await kadri.getByRole('dialog').getByRole('button', { name: texts.form.save }).click();
  await expect(kadri.getByRole('dialog')).toBeHidden();

  // The lead may close it, which shows without a reload; a removed partner no longer sees it.
  await together.getByRole('button', { name: new RegExp(põhjala) }).click();
  await staff.getByRole('menuitem', { name: texts.collaboration.makeLead }).click();
  await expect(together).toContainText(texts.collaboration.lead);
  await accessible(staff);
  await expect(kadri.getByRole('button', { name: texts.opportunity.action.CLOSE })).toBeVisible();
  await together.getByRole('button', { name: new RegExp(daugava) }).click();
  await staff.getByRole('menuitem', { name: texts.collaboration.remove }).click();
  await staff.getByRole('dialog').getByRole('button', { name: texts.collaboration.remove }).click();
  await expect(together.getByRole('listitem')).toHaveCount(2);
  await janis.goto(url);
  await expect(janis.getByRole('alert')).toBeVisible();
  expect(await callApi(kadri, 'POST', `opportunities/${id}/close`, lost)).toEqual([200, undefined]);
});
