import { type Browser, expect, type Page } from '@playwright/test';
import { type Language, signIn, type Texts } from './support';

/** Partners of the demo, by the beginning of their name. */
export const [põhjala, emajõe, daugava] = ['Põhjala Süsteemid', 'Emajõe IT', 'Daugava Tīkli'];

/** Creates an opportunity of the vendor and returns the address of its page. */
export async function createOpportunity(page: Page, texts: Texts, topic: string) {
  await page.goto('/opportunities/new');
  await page.getByRole('textbox', { name: texts.opportunity.topic, exact: true }).fill(topic);
  await page.getByText(texts.customer.new, { exact: true }).click();
  await page.getByRole('textbox', { name: texts.customer.name }).fill(`Klient ${topic}`);
  await page.getByRole('button', { name: texts.opportunity.create }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(topic);
  return page.url();
}

export async function openAs(browser: Browser, email: string, language: Language, url: string) {
  const page = await signIn(browser, email, language);
  await page.goto(url);
  return page;
}

/** Calls the API directly, bypassing the app. Returns the status and the problem's code. */
export async function callApi(
  page: Page,
  method: string,
  path: string,
  body: object,
): Promise<[number, string | undefined]> {
  return page.evaluate(
    async ([how, where, what]) => {
      const answer = await fetch(`/api/v1/${where}`, {
        method: how,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(what),
      });
      return [answer.status, (await answer.json()).code];
    },
    [method, path, body] as const,
  );
}

/** The ids of the users in a list who belong to a company. */
export async function userIdsOf(page: Page, path: string, company: string): Promise<string[]> {
  const people: { items: { id: string; partner: { name: string } | null }[] } = await page.evaluate(
    async (where) => (await fetch(`/api/v1/${where}`)).json(),
    path,
  );
  return people.items.filter((person) => person.partner?.name.startsWith(company)).map((person) => person.id);
}

export const partnerName = (page: Page): Promise<string | undefined> =>
  page.evaluate(async () => (await (await fetch('/api/v1/me')).json()).partner?.name);

export async function decline(page: Page, texts: Texts) {
  await page.getByRole('button', { name: texts.opportunity.action.DECLINE }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: texts.opportunity.reasonCode }).click();
  await page.getByRole('option', { name: texts.reason.NO_CAPACITY }).click();
  await dialog.getByRole('button', { name: texts.opportunity.action.DECLINE }).click();
  await expect(dialog).toBeHidden();
}
