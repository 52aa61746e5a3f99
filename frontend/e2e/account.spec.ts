import { type Browser, expect, type Page } from '@playwright/test';
import * as OTPAuth from 'otpauth';
import { accessible, codes, fresh, type Language, languageAt, signIn, type Texts, test, textsOf } from './support';

const password = 'seven green cranes above the bog';

/** A new user of a partner, who has chosen a password. */
async function newcomer(browser: Browser, language: Language, email: string): Promise<void> {
  const texts = textsOf(language);
  const admin = await signIn(browser, 'mari@sild.example', language);
  await admin.goto('/partners?q=Saarte');
  await admin.getByRole('link', { name: 'Saarte Andmeside AS' }).click();
  await admin.getByRole('button', { name: texts.partner.invite }).click();
  const invite = admin.getByRole('dialog');
  await invite.getByRole('textbox', { name: texts.session.name }).fill('Unustaja Müüja');
  await invite.getByRole('textbox', { name: texts.session.email }).fill(email);
  await invite.getByRole('button', { name: texts.partner.invite }).click();
  const link = await invite.getByRole('textbox', { name: texts.partner.link }).inputValue();
  await admin.context().close();
  const page = await fresh(browser, language);
  await page.goto(link);
  await page.getByLabel(texts.session.newPassword, { exact: true }).fill('a password long enough');
  await page.getByRole('button', { name: texts.session.comeIn }).click();
  await expect(page.getByRole('heading', { level: 1, name: texts.nav.dashboard })).toBeVisible();
  await page.context().close();
}

/** The newest link of a kind in the mails to an address. */
async function mailed(page: Page, email: string, kind: string): Promise<string> {
  const found = new RegExp(`${email.replace(/\./g, '\\.')}(?:(?!@)[\\s\\S])*?(/${kind}/[\\w-]+)`);
  const read = async () => found.exec(await (await fetch(new URL('/q/inbox', page.url()))).text())?.[1];
  await expect.poll(read, { timeout: 30_000 }).toBeTruthy();
  return (await read()) ?? '';
}

async function enter(page: Page, texts: Texts, email: string, secret: string) {
  await page.getByRole('textbox', { name: texts.session.email }).fill(email);
  await page.getByLabel(texts.session.password, { exact: true }).fill(secret);
  await page.getByRole('button', { name: texts.session.signIn }).click();
}

// Each look at the page with the mails creates their links again.
test.describe.configure({ mode: 'serial' });

codes.forEach((_, turn) => {
  const language = languageAt(turn);
  const texts = textsOf(language);

  test(`a forgotten password, and two-step sign-in (${language})`, async ({ browser }) => {
    const email = `unustaja.${language}.${Date.now()}@saarteandmeside.example`;
    await newcomer(browser, language, email);
    const page = await fresh(browser, language);
    await page.goto('/sign-in');
    await page.getByText(language.toUpperCase(), { exact: true }).click();
    await page.getByRole('textbox', { name: texts.session.email }).fill(email);
    await page.getByRole('link', { name: texts.session.forgotLink }).click();
    await expect(page.getByRole('textbox', { name: texts.session.email })).toHaveValue(email);
    await accessible(page);
    await page.getByRole('button', { name: texts.session.sendLink }).click();
    await expect(page.getByText(texts.session.resetRequested)).toBeVisible();
    await accessible(page);

    await page.goto(await mailed(page, email, 'password-reset'));
    await page.getByLabel(texts.session.newPassword, { exact: true }).fill('saarteandmeside');
    await accessible(page);
    await page.getByRole('button', { name: texts.session.choosePassword }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await page.getByLabel(texts.session.newPassword, { exact: true }).fill(password);
    await page.getByRole('button', { name: texts.session.choosePassword }).click();
    await expect(page.getByText(texts.session.passwordChosen)).toBeVisible();
    await accessible(page);
    await page.getByRole('link', { name: texts.session.signIn }).click();
    await enter(page, texts, email, 'a password long enough');
    await expect(page.getByRole('alert')).toBeVisible();
    await enter(page, texts, email, password);
    await expect(page.getByRole('heading', { level: 1, name: texts.nav.dashboard })).toBeVisible();

    await page.goto('/account');
    await page.getByRole('button', { name: texts.secondFactor.turnOn }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(texts.account.currentPassword, { exact: true }).fill(password);
    await accessible(page);
    await dialog.getByRole('button', { name: texts.secondFactor.next }).click();
    const secret = await dialog.locator('code').innerText();
    const app = new OTPAuth.TOTP({ secret: OTPAuth.Secret.fromBase32(secret.replace(/\s/g, '')) });
    await accessible(page);
    await dialog.getByLabel(texts.secondFactor.firstCode).fill(app.generate({ timestamp: Date.now() - 30_000 }));
    await dialog.getByRole('button', { name: texts.secondFactor.turnOn }).click();
    await expect(page.getByRole('dialog', { name: texts.secondFactor.codes })).toBeVisible();
    const recovery = await page.getByRole('dialog').locator('code').first().innerText();
    await accessible(page);
    await page.getByRole('checkbox', { name: texts.secondFactor.kept }).check();
    await page.getByRole('button', { name: texts.secondFactor.done }).click();
    await expect(page.getByText(texts.secondFactor.on, { exact: true })).toBeVisible();

    for (const code of [app.generate(), recovery]) {
      const again = await fresh(browser, language);
      await again.goto('/sign-in');
      await again.getByText(language.toUpperCase(), { exact: true }).click();
      await enter(again, texts, email, password);
      await again.getByLabel(texts.secondFactor.code, { exact: true }).fill(code);
      await accessible(again);
      await again.getByRole('button', { name: texts.session.signIn }).click();
      await expect(again.getByRole('heading', { level: 1, name: texts.nav.dashboard })).toBeVisible();
      await again.context().close();
    }
  });
});
