import { expect } from '@playwright/test';
import { createOpportunity, openAs, põhjala } from './actions';
import { accessible, signIn, sourceLanguage, test, textsOf } from './support';

// In English, as some messages come from the server.
const language = sourceLanguage;
const texts = textsOf(language);
const mark = `${language} ${Date.now()}`;

test(`of two partners that claim from the pool one wins, and the other is informed (${language})`, async ({
  browser,
}) => {
  const staff = await signIn(browser, 'liis@sild.example', language);
  const topic = `Kogum ${mark}`;
  const url = await createOpportunity(staff, texts, topic);
  await staff.getByRole('button', { name: texts.opportunity.more }).click();
  await staff.getByRole('menuitem', { name: texts.opportunity.action.OPEN_TO_POOL }).click();
  await staff.getByRole('dialog').getByRole('button', { name: texts.opportunity.action.OPEN_TO_POOL }).click();
  await expect(staff.getByRole('heading', { level: 1 })).toContainText(texts.status.POOL);

  const kadri = await openAs(browser, 'kadri@pohjala.example', language, `/opportunities?view=pool&q=${topic}`);
  const siim = await openAs(browser, 'siim@emajoeit.example', language, url);
  await accessible(kadri);
  const claims = [
    kadri.getByRole('button', { name: texts.opportunity.claimOne.replace('{{topic}}', topic) }),
    siim.getByRole('button', { name: texts.opportunity.action.CLAIM }),
  ];
  for (const claim of claims) await expect(claim).toBeVisible();
  // Together, without waiting for the pointer.
  await Promise.all(claims.map((claim) => claim.evaluate((button: HTMLElement) => button.click())));
  const won = texts.opportunity.done.CLAIM;
  const late = 'Another partner was faster';
  const heard = await Promise.all(
    [kadri, siim].map(async (page) => {
      await expect(page.getByText(won).or(page.getByText(late)).first()).toBeVisible();
      return (await page.getByText(won).count()) > 0 ? 'won' : 'late';
    }),
  );
  expect(heard.sort()).toEqual(['late', 'won']);
});

test(`a bulk distribution reaches partners live (${language})`, async ({ browser }) => {
  const staff = await signIn(browser, 'jaan@sild.example', language);
  const topics = [`Hulk A ${mark}`, `Hulk B ${mark}`];
  for (const topic of topics) await createOpportunity(staff, texts, topic);
  const kadri = await signIn(browser, 'kadri@pohjala.example', language);
  await kadri.goto(`/opportunities?view=distributed&q=${mark}`);
  await expect(kadri.getByText(texts.opportunity.none)).toBeVisible();

  await staff.goto(`/opportunities?q=${mark}&status=["NEW"]`);
  for (const topic of topics)
    await staff.getByRole('checkbox', { name: texts.run.chooseOne.replace('{{topic}}', topic) }).click();
  await staff.getByRole('button', { name: texts.run.start_other.replace('{{count}}', '2') }).click();
  await accessible(staff);
  await staff.getByRole('dialog').getByRole('button', { name: texts.run.preview }).click();
  await expect(staff.getByRole('status').getByText(texts.run.status.PREVIEW.replace('{{total}}', '2'))).toBeVisible();
  await accessible(staff);
  // One goes to a partner selected by staff, the other is left out.
  await staff.getByRole('combobox', { name: texts.run.partnerOf.replace('{{topic}}', topics[0] ?? '') }).click();
  await staff.getByRole('option', { name: new RegExp(põhjala) }).click();
  await staff.getByRole('combobox', { name: texts.run.partnerOf.replace('{{topic}}', topics[1] ?? '') }).click();
  await staff.getByRole('option', { name: texts.run.leaveOut }).click();
  await staff.getByRole('button', { name: texts.run.confirm_one.replace('{{count}}', '1') }).click();
  await expect(staff.getByText(texts.run.item.DONE)).toBeVisible();
  await expect(staff.getByText(texts.run.item.SKIPPED)).toBeVisible();

  // Without a reload.
  await expect(kadri.getByRole('row', { name: new RegExp(topics[0] ?? '') })).toBeVisible();
  await kadri.getByRole('navigation').getByRole('link', { name: texts.nav.customers }).click();
  await kadri.getByRole('button', { name: new RegExp(`^${texts.notification.title}`) }).click();
  const told = kadri.getByRole('dialog').getByRole('link', { name: new RegExp(topics[0] ?? '') });
  await expect(told).toContainText(texts.notification.kind.DELIVERED);
  await accessible(kadri);
  await told.click();
  await expect(kadri.getByRole('heading', { level: 1 })).toContainText(topics[0] ?? '');

  await kadri.goto(`/opportunities?view=distributed&q=${mark}`);
  await kadri.getByRole('checkbox', { name: texts.run.chooseOne.replace('{{topic}}', topics[0] ?? '') }).click();
  const accept = texts.answers.accept_one.replace('{{count}}', '1');
  await kadri.getByRole('button', { name: accept }).click();
  await accessible(kadri);
  await kadri.getByRole('dialog').getByRole('button', { name: accept }).click();
  await expect(kadri.getByRole('dialog')).toBeHidden();
  await expect(kadri.getByText(texts.opportunity.none)).toBeVisible();
});
