import { expect, type Page } from '@playwright/test';
import { createOpportunity } from './actions';
import { accessible, codes, signIn, type Texts, test, textsOf } from './support';

const composer = (page: Page, texts: Texts) => page.getByRole('textbox', { name: texts.timeline.write });

async function signInAgain(page: Page, texts: Texts, email?: string) {
  if (email) await page.getByRole('textbox', { name: texts.session.email }).fill(email);
  await page.getByLabel(texts.session.password, { exact: true }).fill('sild-demo-2026');
  await page.getByRole('button', { name: texts.session.signIn }).click();
}

async function signOut(page: Page, texts: Texts, name: string) {
  await page.getByRole('button', { name: texts.app.account.replace('{{name}}', name) }).click();
  await page.getByRole('menuitem', { name: texts.session.signOut }).click();
  await expect(page.getByRole('heading', { level: 1, name: texts.session.signIn })).toBeVisible();
}

for (const language of codes) {
  const texts = textsOf(language);

  test(`a session that ends is continued over the page (${language})`, async ({ browser }) => {
    const page = await signIn(browser, 'liis@sild.example', language);
    const topic = `Seanss ${language} ${Date.now()}`;
    await createOpportunity(page, texts, topic);
    await page.getByRole('button', { name: texts.opportunity.editValue }).click();
    const dialog = page.getByRole('dialog', { name: texts.opportunity.editValue });
    await dialog.getByRole('textbox', { name: texts.opportunity.value }).fill('4500');
    // As after 30 minutes, or after the account was deactivated. Pressed at once, before another request finds out.
    await dialog.getByRole('button', { name: texts.form.save }).focus();
    await page.context().clearCookies();
    await page.keyboard.press('Enter');
    const over = page.getByRole('dialog', { name: texts.session.over });
    await expect(over.getByRole('textbox', { name: texts.session.email })).toHaveValue('liis@sild.example');
    await expect(over.getByLabel(texts.session.password, { exact: true })).toBeFocused();
    await expect(page.getByText(topic).first()).toBeHidden();
    await accessible(page);
    await signInAgain(page, texts);
    await expect(over).toBeHidden();
    // What was asked before is done.
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('heading', { name: /4.500/ })).toBeVisible();
  });

  test(`a sign-out clears the other tabs, and the same user continues (${language})`, async ({ browser }) => {
    const page = await signIn(browser, 'liis@sild.example', language);
    const topic = `Vahekaart ${language} ${Date.now()}`;
    await createOpportunity(page, texts, topic);
    await composer(page, texts).fill('Pooleli');
    const clean = await page.context().newPage();
    await clean.goto('/customers');
    await expect(clean.getByRole('heading', { level: 1, name: texts.nav.customers })).toBeVisible();
    const third = await page.context().newPage();
    await third.goto('/');
    await signOut(third, texts, 'Liis Mägi');
    // Nothing was typed here: the page is left.
    await expect(clean.getByRole('heading', { level: 1, name: texts.session.signIn })).toBeVisible();
    // Here it waits, hidden.
    await expect(page.getByRole('dialog', { name: texts.session.signedOutHere })).toBeVisible();
    await expect(page.getByText(topic).first()).toBeHidden();
    await signInAgain(page, texts);
    await expect(page.getByText(topic).first()).toBeVisible();
    await expect(composer(page, texts)).toHaveValue('Pooleli');
    await page.getByRole('button', { name: texts.timeline.send }).click();
    await expect(composer(page, texts)).toHaveValue('');
  });

  test(`another user starts again, without the first one's data (${language})`, async ({ browser }) => {
    const page = await signIn(browser, 'liis@sild.example', language);
    const topic = `Teine ${language} ${Date.now()}`;
    const url = await createOpportunity(page, texts, topic);
    await composer(page, texts).fill('Ainult minu oma');
    await page.context().clearCookies();
    await page.getByRole('button', { name: texts.timeline.send }).click();
    await expect(page.getByRole('dialog', { name: texts.session.over })).toBeVisible();
    await signInAgain(page, texts, 'kadri@pohjala.example');
    await expect(page.getByRole('heading', { level: 1, name: texts.nav.dashboard })).toBeVisible();
    await expect(page.getByText(topic)).toHaveCount(0);
    await page.goto(url);
    await expect(page.getByRole('alert').first()).toBeVisible();
    await expect(page.getByText('Ainult minu oma')).toHaveCount(0);

    // A sign-in in another tab replaces the user of this one too, and finds the first one's draft.
    const second = await page.context().newPage();
    await second.goto('/');
    await signOut(second, texts, 'Kadri Tamm');
    await signInAgain(second, texts, 'liis@sild.example');
    await expect(second.getByRole('heading', { level: 1, name: texts.nav.dashboard })).toBeVisible();
    await second.goto(url);
    await expect(composer(second, texts)).toHaveValue('Ainult minu oma');
  });
}
