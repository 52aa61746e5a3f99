import { type Browser, expect, type Page } from '@playwright/test';
import {
  accessible,
  administratorOf,
  type Language,
  languageAt,
  signIn,
  sourceLanguage,
  type Texts,
  test,
  textsOf,
} from './support';

const [põhjala, emajõe] = ['Põhjala Süsteemid', 'Emajõe IT OÜ'];

/** Calls the API directly, bypassing the app. Returns the status and the body. */
const call = (page: Page, path: string, body: object): Promise<[number, string]> =>
  page.evaluate(
    async ([where, what]) => {
      const answer = await fetch(`/api/v1/${where}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(what),
      });
      return [answer.status, await answer.text()];
    },
    [path, body] as const,
  );

/** Fills in a new opportunity and requests its registration. */
async function fill(page: Page, texts: Texts, topic: string, customer: string) {
  await page.goto('/opportunities/new');
  await page.getByRole('textbox', { name: texts.opportunity.topic, exact: true }).fill(topic);
  await page.getByText(texts.customer.new, { exact: true }).click();
  await page.getByRole('textbox', { name: texts.customer.name }).fill(customer);
  await page.getByRole('combobox', { name: texts.opportunity.productLines }).click();
  await page.getByRole('option', { name: 'Firewalls' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('switch', { name: texts.registration.also }).click();
}

async function registered(browser: Browser, texts: Texts, language: Language, topic: string, customer: string) {
  const seller = await signIn(browser, 'kadri@pohjala.example', language);
  await fill(seller, texts, topic, customer);
  await expect(seller.getByText(texts.registration.protection.FREE, { exact: true })).toBeVisible();
  await expect(seller.getByText(texts.approver.CHANNEL_MANAGER)).toBeVisible();
  await accessible(seller);
  await seller.getByRole('button', { name: texts.opportunity.create }).click();
  await expect(seller.getByRole('heading', { level: 1 })).toContainText(topic);
  await expect(seller.getByText(texts.registration.status.SUBMITTED)).toBeVisible();
  return seller;
}

async function decide(
  page: Page,
  texts: Texts,
  action: keyof Texts['registration']['action'],
  ...steps: ((dialog: ReturnType<Page['getByRole']>) => Promise<void>)[]
) {
  await page.getByRole('button', { name: texts.registration.action[action], exact: true }).click();
  const dialog = page.getByRole('dialog');
  for (const step of steps) await step(dialog);
  await dialog.getByRole('button', { name: texts.registration.action[action], exact: true }).click();
  await expect(dialog).toBeHidden();
}

for (const [language, subject] of [
  [sourceLanguage, 'exclusivity'],
  [languageAt(0), 'appeal'],
] as const) {
  const texts = textsOf(language);
  const mark = `${language} ${Date.now()}`;
  // A name that is not similar to any other.
  const letters = [...crypto.getRandomValues(new Uint8Array(14))].map((byte) => 'aeioukltsrmn'[byte % 12]).join('');
  const customer = `${letters} Veod`;
  const say = (text: string) => async (dialog: ReturnType<Page['getByRole']>) =>
    dialog.getByRole('textbox', { name: texts.opportunity.reason }).fill(text);

  if (subject === 'exclusivity')
    test(`a partner gets exclusivity, and another partner only sees when it ends (${language})`, async ({
      browser,
    }) => {
      const topic = `Tulemüürid ${mark}`;
      const seller = await registered(browser, texts, language, topic, customer);
      await accessible(seller);

      const manager = await signIn(browser, 'laura@sild.example', language);
      await manager.getByRole('link', { name: new RegExp(texts.dashboard.registrations) }).click();
      await expect(manager.getByRole('heading', { level: 1, name: texts.registration.title })).toBeVisible();
      await accessible(manager);
      await manager.getByRole('textbox', { name: texts.registration.search }).fill(topic);
      await manager.getByRole('link', { name: topic }).click();
      await expect(manager.getByText(texts.registration.noConflicts)).toBeVisible();
      await accessible(manager);
      await decide(
        manager,
        texts,
        'REQUEST_INFORMATION',
        async (dialog) => {
          await dialog.getByRole('combobox', { name: texts.registration.fields }).click();
          await manager.getByRole('option', { name: texts.registration.field.TIMEFRAME }).click();
          await manager.keyboard.press('Escape');
          await accessible(manager);
        },
        say('When do they decide?'),
      );

      // The partner sees it without a reload.
      await expect(seller.getByText(texts.registration.wanted)).toBeVisible();
      await expect(seller.getByText('When do they decide?').first()).toBeVisible();
      await decide(seller, texts, 'RESUBMIT', say('In March'));
      await expect(manager.getByText('In March')).toBeVisible();
      await decide(manager, texts, 'APPROVE');
      await expect(manager.getByText(texts.registration.status.APPROVED, { exact: true })).toBeVisible();
      await expect(seller.getByRole('heading', { level: 1 })).toContainText(texts.status.ACCEPTED);

      const rival = await signIn(browser, administratorOf(emajõe), language);
      await fill(rival, texts, `Rivaal ${mark}`, `${customer} OÜ`);
      await expect(rival.getByText(/^Protected until/)).toBeVisible();
      await expect(rival.getByRole('button', { name: texts.opportunity.create })).toBeDisabled();
      await accessible(rival);
      const lines = await rival.evaluate(async () => (await (await fetch('/api/v1/product-lines')).json()).items);
      const [status, said] = await call(rival, 'deal-registrations', {
        opportunity: { topic: 'x', customer: { name: customer, country: 'EE' } },
        productLineIds: lines.map((line: { id: string }) => line.id),
      });
      expect(status).toBe(409);
      expect(said).toContain('deal-registration.protected');
      expect(said).not.toContain(põhjala);

      // Staff are warned if they create an opportunity for the same customer.
      const sales = await signIn(browser, 'tomas@sild.example', language);
      await sales.goto('/opportunities/new');
      await sales.getByText(texts.customer.new, { exact: true }).click();
      await sales.getByRole('textbox', { name: texts.customer.name }).fill(customer);
      await expect(sales.getByText(texts.registration.warning)).toBeVisible();
      await expect(sales.getByText(new RegExp(põhjala))).toBeVisible();
    });

  if (subject === 'appeal')
    test(`a rejection is appealed once (${language})`, async ({ browser }) => {
      const topic = `Vaidlus ${mark}`;
      const seller = await registered(browser, texts, language, topic, customer);
      const manager = await signIn(browser, 'jaan@sild.example', language);
      await manager.goto(`/registrations?q=${encodeURIComponent(topic)}`);
      await manager.getByRole('link', { name: topic }).click();
      const reject = async () =>
        decide(
          manager,
          texts,
          'REJECT',
          async (dialog) => {
            await dialog.getByRole('combobox', { name: texts.opportunity.reasonCode }).click();
            await manager.getByRole('option', { name: texts.reason.NOT_QUALIFIED }).click();
          },
          say('Liiga vara'),
        );
      await reject();
      await expect(seller.getByText(texts.registration.status.REJECTED)).toBeVisible();
      await seller.getByRole('button', { name: texts.registration.appeal }).click();
      await seller
        .getByRole('dialog')
        .getByRole('textbox', { name: texts.opportunity.reason })
        .fill('Eelarve on kinnitatud');
      await accessible(seller);
      await seller.getByRole('dialog').getByRole('button', { name: texts.registration.appeal }).click();
      await expect(manager.getByText(texts.registration.appealed)).toBeVisible();
      await expect(manager.getByText('Eelarve on kinnitatud')).toBeVisible();
      await reject();
      await expect(seller.getByText(texts.registration.status.REJECTED)).toBeVisible();
      await expect(seller.getByRole('button', { name: texts.registration.appeal })).toHaveCount(0);
      await accessible(seller);
    });
}
