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

test.describe('with a service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  for (const language of codes) {
    const texts = textsOf(language);

    test(`a reload without a connection opens the app, and keeps what was typed (${language})`, async ({ browser }) => {
      const page = await signIn(browser, 'liis@sild.example', language);
      await createOpportunity(page, texts, `Tunnelis ${language} ${Date.now()}`);
      const box = page.getByRole('textbox', { name: texts.timeline.write });
      await box.fill('Kirjutatud tunnelis');
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await page.context().setOffline(true);
      for (const path of ['/', '/customers']) {
        const tab = await page.context().newPage();
        await tab.goto(path);
        await expect(tab.getByRole('heading', { level: 1, name: texts.error.offline })).toBeVisible();
        await tab.close();
      }
      await page.reload();
      await expect(page.getByText(texts.error.offlineHint)).toBeVisible();
      await accessible(page);
      // Nothing but files of the build is stored.
      const stored = await page.evaluate(async () => {
        const names = await caches.keys();
        const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
        return all.flat().map((request) => new URL(request.url).pathname);
      });
      expect(stored.length).toBeGreaterThan(10);
      expect(stored.filter((path) => !/^\/(assets\/|index\.html$|boot\.(js|css)$|favicon\.svg$)/.test(path))).toEqual(
        [],
      );
      await page.context().setOffline(false);
      await expect(box).toHaveValue('Kirjutatud tunnelis');
      await page.reload();
      await expect(box).toHaveValue('Kirjutatud tunnelis');
    });
  }

  test('a new version is taken at the next navigation, and a service worker that is not served is removed', async ({
    browser,
  }) => {
    const page = await signIn(browser, 'liis@sild.example', languageAt(0));
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    // A new version has another page; what is stored is still the one before.
    await page.context().route(
      (address) => address.pathname === '/',
      async (route) => {
        const answer = await route.fetch();
        await route.fulfill({
          response: answer,
          body: (await answer.text()).replace('<title>', '<meta name="new"><title>'),
        });
      },
    );
    await page.goto('/');
    await expect(page.locator('meta[name=new]')).toHaveCount(1);
    await page.context().route('**/sw.js', (route) => route.fulfill({ status: 404 }));
    await page.reload();
    await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistrations()).length === 0);
    await page.waitForFunction(async () => (await caches.keys()).length === 0);
  });
});

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
