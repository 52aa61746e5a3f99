import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { accessible, codes, signIn, type Texts, test, textsOf } from './support';

const partner = 'Põhjala Süsteemid';

async function create(page: Page, texts: Texts, topic: string, customer: string) {
  await page.getByRole('link', { name: texts.opportunity.new }).click();
  await expect(page.getByRole('heading', { level: 1, name: texts.opportunity.new })).toBeVisible();
  await page.getByRole('textbox', { name: texts.opportunity.topic, exact: true }).fill(topic);
  await page.getByRole('textbox', { name: texts.opportunity.value }).fill('12500');
  await page.getByText(texts.customer.new, { exact: true }).click();
  await page.getByRole('textbox', { name: texts.customer.name }).fill(customer);
  await page.getByRole('textbox', { name: texts.contact.name }).fill('Tiina Mägi');
  await page.getByRole('textbox', { name: texts.contact.email }).fill('tiina@klient.example');
  await page.getByRole('textbox', { name: texts.opportunity.qualification.need }).fill('Uus võrk kolmes laos');
  await page.getByRole('button', { name: texts.opportunity.create }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(topic);
}

async function distribute(page: Page, texts: Texts) {
  await page.getByRole('button', { name: texts.opportunity.action.DISTRIBUTE }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: texts.distribute.search }).fill(partner);
  await expect(dialog.getByRole('radio')).toHaveCount(1);
  await dialog.getByRole('radio', { name: new RegExp(partner) }).click();
  await dialog.getByRole('button', { name: texts.opportunity.action.DISTRIBUTE }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(texts.status.DELIVERED);
}

async function list(page: Page, texts: Texts) {
  await page.getByRole('navigation').getByRole('link', { name: texts.nav.opportunities }).click();
  await expect(page.getByRole('heading', { level: 1, name: texts.nav.opportunities })).toBeVisible();
}

for (const language of codes) {
  const texts = textsOf(language);
  const mark = `${language} ${Date.now()}`;

  test(`an opportunity goes from new to won (${language})`, async ({ browser }) => {
    const topic = `Kolm ladu ${mark}`;
    const staff = await signIn(browser, 'liis@sild.example', language);
    await accessible(staff);
    await list(staff, texts);
    await accessible(staff);
    await create(staff, texts, topic, `Saarte Kala ${mark}`);

    await staff.getByRole('button', { name: texts.opportunity.editValue }).click();
    const value = staff.getByRole('dialog');
    await value.getByRole('combobox', { name: texts.opportunity.currency }).fill('USD');
    await staff.getByRole('option', { name: 'USD' }).click();
    await accessible(staff);
    await value.getByRole('button', { name: texts.form.save }).click();
    await expect(staff.getByRole('heading', { name: /12.500/ })).toContainText(/\$/);
    await staff.getByRole('button', { name: texts.opportunity.action.DISTRIBUTE }).click();
    await expect(staff.getByRole('dialog').getByRole('radio').first()).toBeVisible();
    await accessible(staff);
    await staff.keyboard.press('Escape');
    await expect(staff.getByRole('button', { name: texts.opportunity.action.DISTRIBUTE })).toBeFocused();
    await distribute(staff, texts);

    const seller = await signIn(browser, 'kadri@pohjala.example', language);
    await accessible(seller);
    await list(seller, texts);
    const row = seller.getByRole('row', { name: new RegExp(topic) });
    await expect(row).toContainText(new RegExp(texts.opportunity.answerWithin.replace('{{when}}', '.*\\d+.*')));
    await accessible(seller);
    await row.getByRole('button', { name: texts.opportunity.acceptOne.replace('{{topic}}', topic) }).click();
    await expect(row).toHaveCount(0);
    await seller.getByRole('tab', { name: texts.view.managed }).click();
    await seller.getByRole('link', { name: topic }).click();
    await expect(seller.getByRole('link', { name: 'tiina@klient.example' })).toBeVisible();
    await seller.getByRole('textbox', { name: texts.timeline.write }).fill('Kohtusime, *huvi on olemas*');
    await seller
      .locator('input[type=file]')
      .setInputFiles({ name: 'Hinnad õ.txt', mimeType: 'text/plain', buffer: Buffer.from('Kolm ladu') });
    await seller.getByRole('button', { name: texts.timeline.send }).click();
    await expect(seller.locator('.note-text em', { hasText: 'huvi on olemas' })).toBeVisible();
    await seller.getByRole('button', { name: texts.phase.QUOTING }).click();
    await expect(seller.getByRole('button', { name: texts.phase.QUOTING })).toHaveAttribute('aria-current', 'step');
    await accessible(seller);

    await staff.reload();
    await expect(staff.locator('.note-text em', { hasText: 'huvi on olemas' })).toBeVisible();
    const download = staff.waitForEvent('download');
    await staff.getByRole('button', { name: texts.timeline.download.replace('{{name}}', 'Hinnad õ.txt') }).click();
    expect((await download).suggestedFilename()).toBe('Hinnad õ.txt');
    expect(readFileSync(await (await download).path(), 'utf8')).toBe('Kolm ladu');
    await staff.getByRole('button', { name: texts.opportunity.action.CLOSE }).click();
    const close = staff.getByRole('dialog');
    await close.getByRole('textbox', { name: texts.opportunity.actualValue }).fill('11000');
    await accessible(staff);
    await close.getByRole('button', { name: texts.opportunity.action.CLOSE }).click();
    await expect(staff.getByRole('heading', { level: 1 })).toContainText(texts.status.WON);
    await expect(staff.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(staff.getByText(/11.000/).first()).toBeVisible();
    await accessible(staff);
  });

  test(`staff see that an offer was declined (${language})`, async ({ browser }) => {
    const topic = `Keeldumine ${mark}`;
    const staff = await signIn(browser, 'tomas@sild.example', language);
    await list(staff, texts);
    await create(staff, texts, topic, `Klient ${mark}`);
    await distribute(staff, texts);

    const seller = await signIn(browser, 'helen@pohjala.example', language);
    await list(seller, texts);
    await seller.getByRole('link', { name: topic }).click();
    await expect(seller.getByText(texts.opportunity.contactsHidden.replace('{{what}}.', ''))).toBeVisible();
    await expect(seller.getByText('tiina@klient.example')).toHaveCount(0);
    await accessible(seller);
    await seller.getByRole('button', { name: texts.opportunity.action.DECLINE }).click();
    const dialog = seller.getByRole('dialog');
    await dialog.getByRole('combobox', { name: texts.opportunity.reasonCode }).click();
    await seller.getByRole('option', { name: texts.reason.NO_CAPACITY }).click();
    await accessible(seller);
    await dialog.getByRole('button', { name: texts.opportunity.action.DECLINE }).click();
    await expect(dialog).toBeHidden();

    await staff.reload();
    await expect(staff.getByRole('heading', { level: 1 })).toContainText(texts.status.DECLINED);
    await expect(staff.getByText(texts.reason.NO_CAPACITY).first()).toBeVisible();
    await accessible(staff);
  });

  test(`a partner creates an opportunity and staff approve it (${language})`, async ({ browser }) => {
    const topic = `Oma leid ${mark}`;
    const seller = await signIn(browser, 'rein@pohjala.example', language);
    await list(seller, texts);
    await create(seller, texts, topic, `Uus klient ${mark}`);
    await expect(seller.getByRole('heading', { level: 1 })).toContainText(texts.status.PENDING_APPROVAL);

    const staff = await signIn(browser, 'jaan@sild.example', language);
    await staff.getByRole('link', { name: new RegExp(texts.dashboard.pendingApproval) }).click();
    await staff.getByRole('link', { name: topic }).click();
    await staff.getByRole('button', { name: texts.opportunity.action.APPROVE }).click();
    await expect(staff.getByRole('heading', { level: 1 })).toContainText(texts.status.ACCEPTED);
    await seller.reload();
    await expect(seller.getByRole('heading', { level: 1 })).toContainText(texts.status.ACCEPTED);
    await accessible(seller);

    await seller.getByRole('button', { name: texts.opportunity.more }).click();
    await seller.getByRole('menuitem', { name: texts.opportunity.action.EXTEND }).click();
    const extend = seller.getByRole('dialog');
    await extend.getByRole('textbox', { name: texts.opportunity.dueOn }).fill('31.12.2099');
    await seller.keyboard.press('Tab');
    await extend.getByRole('textbox', { name: texts.opportunity.reason }).fill('Hange lükkus edasi');
    await accessible(seller);
    await extend.getByRole('button', { name: texts.opportunity.extension.ask }).click();
    await expect(seller.getByText('“Hange lükkus edasi”')).toBeVisible();

    await staff.getByRole('navigation').getByRole('link', { name: texts.nav.dashboard }).click();
    await staff.getByRole('link', { name: new RegExp(texts.dashboard.extensionRequested) }).click();
    await staff.getByRole('link', { name: topic }).click();
    await accessible(staff);
    await staff.getByRole('button', { name: texts.opportunity.extension.decide }).click();
    await accessible(staff);
    await staff.getByRole('dialog').getByRole('button', { name: texts.opportunity.extension.grant }).click();
    await expect(seller.getByText(/31[./]12[./]2099/).first()).toBeVisible();
    await expect(seller.getByText('“Hange lükkus edasi”')).toHaveCount(0);
  });
}
