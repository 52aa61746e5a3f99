import { writeFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { accessible, administratorOf, signIn, sourceLanguage, subjectOf, test, textsOf } from './support';

const clock = process.env.SILD_CLOCK ?? '';

/** Moves the application's clock forward, which signs every user out. */
const putForward = (by: string) => writeFileSync(clock, by);

const language = sourceLanguage;
const texts = textsOf(language);
const mark = `${language} ${Date.now()}`;

test(`a cascade continues after a decline and an expiry (${language})`, async ({ browser }) => {
  putForward('PT0S');
  const staff = await signIn(browser, 'liis@sild.example', language);
  await staff.goto('/opportunities/new');
  await staff.getByRole('textbox', { name: texts.opportunity.topic, exact: true }).fill(`Kell ${mark}`);
  await staff.getByText(texts.customer.new, { exact: true }).click();
  await staff.getByRole('textbox', { name: texts.customer.name }).fill(`Klient ${mark}`);
  await staff.getByRole('button', { name: texts.opportunity.create }).click();
  await expect(staff.getByRole('heading', { level: 1 })).toContainText(mark);
  const url = staff.url();
  await staff.getByRole('button', { name: texts.opportunity.action.DISTRIBUTE }).click();
  const dialog = staff.getByRole('dialog');
  await dialog.getByRole('combobox', { name: texts.method.title }).click();
  await staff.getByRole('option', { name: texts.method.CASCADE }).click();
  const ranked = await dialog.getByText(/^[123]\. /).allInnerTexts();
  const [first, second] = ranked.map((line) => line.replace(/^\d\. /, ''));
  await dialog.getByRole('button', { name: texts.opportunity.action.DISTRIBUTE }).click();
  await expect(dialog).toBeHidden();

  const refusing = await signIn(browser, administratorOf(first ?? ''), language);
  await refusing.goto(url);
  await refusing.getByRole('button', { name: texts.opportunity.action.DECLINE }).click();
  const reason = refusing.getByRole('dialog');
  await reason.getByRole('combobox', { name: texts.opportunity.reasonCode }).click();
  await refusing.getByRole('option', { name: texts.reason.NO_CAPACITY }).click();
  await reason.getByRole('button', { name: texts.opportunity.action.DECLINE }).click();
  // The cascade continues, and staff see it without a reload.
  await expect(staff.getByRole('link', { name: second, exact: true })).toBeVisible();

  putForward('PT240H');
  await expect
    .poll(async () => (await fetch(new URL('/q/inbox', url))).text(), { timeout: 30_000 })
    .toMatch(subjectOf('EXPIRED', `Kell ${mark}`));
  const later = await signIn(browser, 'liis@sild.example', language);
  await later.goto(url);
  await expect(later.getByRole('heading', { level: 1 })).toContainText(texts.status.DELIVERED);
  // The ranking is computed again for each offer, so the third partner is the best one by then.
  const third = later.getByRole('main').locator('a[href^="/partners/"]').first();
  await expect(third).toBeVisible();
  expect([first, second]).not.toContain(await third.innerText());
  await expect(later.getByText(texts.event.EXPIRED).first()).toBeVisible();
  await expect(later.getByRole('button', { name: texts.match.whyShort })).toHaveCount(3);
  await accessible(later);
  await later.goto('/notifications');
  await expect(
    later.getByRole('link', { name: new RegExp(mark) }).filter({
      hasText: texts.notification.kind.EXPIRED.replace('{{about}}', second ?? ''),
    }),
  ).toBeVisible();
  await accessible(later);
});

test(`exclusivity has a reminder, is extended, and expires (${language})`, async ({ browser }) => {
  // The test above leaves the clock ten days ahead.
  const topic = `Ainuõigus ${mark}`;
  const day = 24 * 3_600_000;
  const ahead = (days: number) => new Date(Date.now() + (10 + days) * day).toISOString();
  const post = (page: Page, path: string, body: object) =>
    page.evaluate(
      async ([where, what]) => {
        const headers = { 'Content-Type': 'application/json' };
        return (await fetch(`/api/v1/${where}`, { method: 'POST', headers, body: JSON.stringify(what) })).json();
      },
      [path, body] as const,
    );
  const seller = await signIn(browser, 'kadri@pohjala.example', language);
  const url = seller.url();
  const lines = await seller.evaluate(async () => (await (await fetch('/api/v1/product-lines')).json()).items);
  const made = await post(seller, 'deal-registrations', {
    opportunity: { topic, customer: { name: `${crypto.randomUUID()}`, country: 'EE' } },
    productLineIds: [lines[0].id],
  });
  const manager = await signIn(browser, 'laura@sild.example', language);
  await post(manager, `deal-registrations/${made.id}/approve`, { exclusiveUntil: ahead(20) });

  putForward('PT408H');
  await expect
    .poll(async () => (await fetch(new URL('/q/inbox', url))).text(), { timeout: 30_000 })
    .toMatch(subjectOf('REGISTRATION_ENDING', topic));
  const again = await signIn(browser, 'kadri@pohjala.example', language);
  await again.goto(`/registrations/${made.id}`);
  await again.getByRole('button', { name: texts.registration.action.REQUEST_EXTENSION }).click();
  const ask = again.getByRole('dialog');
  const [year, month, date] = ahead(60).slice(0, 10).split('-');
  await ask.getByRole('textbox', { name: texts.registration.until }).fill(`${date}.${month}.${year}`);
  await again.keyboard.press('Tab');
  await ask.getByRole('textbox', { name: texts.opportunity.reason }).fill('The tender was put off');
  await accessible(again);
  await ask.getByRole('button', { name: texts.registration.action.REQUEST_EXTENSION }).click();
  await expect(ask).toBeHidden();
  const decider = await signIn(browser, 'laura@sild.example', language);
  await decider.goto(`/registrations/${made.id}`);
  await expect(decider.getByText('“The tender was put off”')).toBeVisible();
  await accessible(decider);
  await decider.getByRole('button', { name: texts.registration.action.DECIDE_EXTENSION }).click();
  await decider.getByRole('dialog').getByRole('button', { name: texts.registration.action.DECIDE_EXTENSION }).click();
  await expect(decider.getByText('“The tender was put off”')).toHaveCount(0);

  putForward('PT1800H');
  await expect
    .poll(
      async () => {
        const page = await signIn(browser, 'kadri@pohjala.example', language);
        await page.goto(`/registrations/${made.id}`);
        const expired = page.getByRole('heading', { level: 1 });
        await expect(expired).toContainText(topic);
        const text = await expired.innerText();
        await page.context().close();
        return text.toLowerCase();
      },
      { timeout: 60_000 },
    )
    .toContain(texts.registration.status.EXPIRED.toLowerCase());
});
