import { type Browser, expect, type Page, test } from '@playwright/test';
import { accessible, administratorOf, type Language, signIn, type Words, words } from './support';

const [põhjala, emajõe] = ['Põhjala Süsteemid', 'Emajõe IT'];

/** A new opportunity of the vendor's, on whose page the staff member stands. */
async function created(page: Page, t: Words, topic: string) {
  await page.goto('/opportunities/new');
  await page.getByRole('textbox', { name: t.opportunity.topic, exact: true }).fill(topic);
  await page.getByText(t.customer.new, { exact: true }).click();
  await page.getByRole('textbox', { name: t.customer.name }).fill(`Klient ${topic}`);
  await page.getByRole('button', { name: t.opportunity.create }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(topic);
  return page.url();
}

async function open(browser: Browser, email: string, language: Language, url: string) {
  const page = await signIn(browser, email, language);
  await page.goto(url);
  return page;
}

async function decline(page: Page, t: Words) {
  await page.getByRole('button', { name: t.opportunity.action.DECLINE }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: t.opportunity.reasonCode }).click();
  await page.getByRole('option', { name: t.reason.NO_CAPACITY }).click();
  await dialog.getByRole('button', { name: t.opportunity.action.DECLINE }).click();
  await expect(dialog).toBeHidden();
}

for (const language of ['en', 'et'] as Language[]) {
  const t = words(language);
  const mark = `${language} ${Date.now()}`;

  test(`several partners work together, and only the lead closes (${language})`, async ({ browser }) => {
    const staff = await signIn(browser, 'liis@sild.example', language);
    const url = await created(staff, t, `Koos ${mark}`);
    await staff.getByRole('button', { name: t.opportunity.action.DISTRIBUTE }).click();
    const dialog = staff.getByRole('dialog');
    await dialog.getByRole('combobox', { name: t.method.title }).click();
    await staff.getByRole('option', { name: t.method.SEVERAL }).click();
    for (const name of [põhjala, emajõe]) {
      await dialog.getByRole('textbox', { name: t.distribute.search }).fill(name);
      await dialog.getByRole('checkbox', { name: new RegExp(name) }).click();
    }
    await accessible(staff);
    await dialog.getByRole('button', { name: t.opportunity.action.DISTRIBUTE }).click();
    await expect(dialog).toBeHidden();
    const together = staff.getByRole('region', { name: t.collaboration.title });
    await expect(together.getByRole('listitem')).toHaveCount(2);

    const kadri = await open(browser, 'kadri@pohjala.example', language, url);
    await expect(kadri.getByRole('region', { name: t.collaboration.title })).toContainText(emajõe);
    await expect(kadri.getByRole('button', { name: t.opportunity.action.CLOSE })).toHaveCount(0);
    await kadri.getByRole('textbox', { name: t.timeline.write }).fill('Meie teeme võrgu');
    await kadri.getByRole('button', { name: t.timeline.send }).click();
    await accessible(kadri);

    await together.getByRole('button', { name: new RegExp(põhjala) }).click();
    await staff.getByRole('menuitem', { name: t.collaboration.makeLead }).click();
    await expect(together).toContainText(t.collaboration.lead);
    await accessible(staff);
    await kadri.reload();
    await expect(kadri.getByRole('button', { name: t.opportunity.action.CLOSE })).toBeVisible();
  });

  test(`a cascade goes on to the next partner and tells why (${language})`, async ({ browser }) => {
    const staff = await signIn(browser, 'tomas@sild.example', language);
    const url = await created(staff, t, `Kaskaad ${mark}`);
    await staff.getByRole('button', { name: t.opportunity.action.DISTRIBUTE }).click();
    const dialog = staff.getByRole('dialog');
    await dialog.getByRole('combobox', { name: t.method.title }).click();
    await staff.getByRole('option', { name: t.method.CASCADE }).click();
    await dialog.getByRole('button', { name: t.match.weights }).click();
    await expect(dialog.getByRole('slider', { name: t.match.by.TIER })).toBeVisible();
    const first = await dialog.getByText(/^1\. /).innerText();
    await dialog.getByRole('button', { name: t.match.explain.replace('{{name}}', first.replace('1. ', '')) }).click();
    await expect(dialog.getByRole('table', { name: t.match.scores })).toBeVisible();
    await accessible(staff);
    await dialog.getByRole('button', { name: t.opportunity.action.DISTRIBUTE }).click();
    await expect(dialog).toBeHidden();
    await expect(staff.getByRole('link', { name: first.replace('1. ', ''), exact: true })).toBeVisible();
    const partner = first.replace('1. ', '');
    const refusing = await open(browser, administratorOf(partner), language, url);
    await decline(refusing, t);

    // The next best has it now, the first one does not see it any more, and why is told of both.
    await staff.reload();
    await expect(staff.getByRole('heading', { level: 1 })).toContainText(t.status.DELIVERED);
    await expect(staff.getByRole('link', { name: partner, exact: true })).toHaveCount(0);
    await expect(staff.getByRole('button', { name: t.match.whyShort })).toHaveCount(2);
    await refusing.goto(url);
    await expect(refusing.getByRole('alert')).toBeVisible();
    await staff.getByRole('button', { name: t.match.whyShort }).last().click();
    await expect(staff.getByRole('dialog')).toContainText(first);
    await accessible(staff);
  });

  test(`of two partners at the pool one wins, and the other is told (${language})`, async ({ browser }) => {
    const staff = await signIn(browser, 'liis@sild.example', language);
    const topic = `Kogum ${mark}`;
    const url = await created(staff, t, topic);
    await staff.getByRole('button', { name: t.opportunity.more }).click();
    await staff.getByRole('menuitem', { name: t.opportunity.action.OPEN_TO_POOL }).click();
    await staff.getByRole('dialog').getByRole('button', { name: t.opportunity.action.OPEN_TO_POOL }).click();
    await expect(staff.getByRole('heading', { level: 1 })).toContainText(t.status.POOL);

    const kadri = await open(browser, 'kadri@pohjala.example', language, '/opportunities?view=pool');
    const other = await open(browser, 'siim@emajoeit.example', language, url);
    await expect(other.getByRole('button', { name: t.opportunity.action.CLAIM })).toBeVisible();
    await accessible(kadri);
    await kadri.getByRole('button', { name: t.opportunity.claimOne.replace('{{topic}}', topic) }).click();
    await expect(kadri.getByText(t.opportunity.done.CLAIM)).toBeVisible();
    await other.getByRole('button', { name: t.opportunity.action.CLAIM }).click();
    await expect(
      other.getByText(language === 'en' ? 'Another partner was faster' : 'Teine partner oli kiirem'),
    ).toBeVisible();
  });
}
