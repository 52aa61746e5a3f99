import { expect } from '@playwright/test';
import { createOpportunity } from './actions';
import { accessible, codes, languageAt, signIn, test, textsOf } from './support';

for (const language of codes) {
  const texts = textsOf(language);

  test(`a note written without a connection is sent once when it is back (${language})`, async ({ browser }) => {
    const page = await signIn(browser, 'liis@sild.example', language);
    await createOpportunity(page, texts, `Rongis ${language} ${Date.now()}`);
    const box = page.getByRole('textbox', { name: texts.timeline.write });
    await box.fill('Kirjutatud rongis');
    await page.context().setOffline(true);
    await expect(page.getByText(texts.app.offline)).toBeVisible();
    await page.getByRole('button', { name: texts.timeline.send }).click();
    await expect(page.getByText(texts.draft.lost)).toBeVisible();
    await expect(page.getByText(texts.app.waiting_one.replace('{{count}}', '1'))).toBeVisible();
    await expect(box).toHaveValue('Kirjutatud rongis');
    await accessible(page);
    await page.context().setOffline(false);
    await expect(box).toHaveValue('');
    await expect(page.getByText(texts.app.offline)).toHaveCount(0);
    await expect(page.locator('.note-text', { hasText: 'Kirjutatud rongis' })).toHaveCount(1);
    await page.reload();
    await expect(page.locator('.note-text', { hasText: 'Kirjutatud rongis' })).toHaveCount(1);
  });

  test(`without a connection the app stays, and its pages open (${language})`, async ({ browser }) => {
    const page = await signIn(browser, 'laura@sild.example', language);
    // The code of all pages is loaded while the browser is idle.
    for (const code of ['customers.index', 'settings.rules', 'settings.calendars'])
      await page.waitForFunction(
        (name) => performance.getEntriesByType('resource').some((one) => one.name.includes(name)),
        code,
      );
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    for (const [link, heading] of [
      [texts.nav.customers, texts.nav.customers],
      [texts.nav.rules, texts.rule.title],
      [texts.nav.calendars, texts.calendar.title],
    ] as const) {
      await page.getByRole('link', { name: link, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
      await expect(page.getByText(texts.error.network).first()).toBeVisible();
    }
    await accessible(page);
    await page.context().setOffline(false);
    await expect(page.getByRole('button', { name: texts.calendar.new })).toBeVisible();
    await expect(page.getByText(texts.error.network)).toHaveCount(0);
  });
}

const language = languageAt(1);
const texts = textsOf(language);

test(`a page whose code cannot be loaded says so, and opens when the connection is back (${language})`, async ({
  browser,
}) => {
  const page = await signIn(browser, 'laura@sild.example', language);
  const code = /\/assets\/_app\.customers\.index.*\.js$/;
  await page.route(code, (route) => route.abort());
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.context().setOffline(true);
  await page.getByRole('link', { name: texts.nav.customers, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: texts.error.offline })).toBeVisible();
  await expect(page.getByRole('link', { name: texts.nav.board, exact: true })).toBeVisible();
  await accessible(page);
  await page.unroute(code);
  await page.context().setOffline(false);
  await expect(page.getByRole('heading', { level: 1, name: texts.nav.customers })).toBeVisible();
});
