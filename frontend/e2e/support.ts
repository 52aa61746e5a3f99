import { readFileSync } from 'node:fs';
import { type Browser, expect, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
import type english from '../src/i18n/en.json';

export type Language = 'en' | 'et';
export type Words = typeof english;

export const words = (language: Language): Words =>
  JSON.parse(readFileSync(new URL(`../src/i18n/${language}.json`, import.meta.url), 'utf8'));

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Which of the rules look at colours; the others find the same in light and in dark. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** What changes with the colours has changed; at the longest, so long as that takes. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    await frame();
    await frame();
    const still = document
      .getAnimations()
      .filter((one) => one instanceof CSSTransition)
      .map((one) => one.finished.catch(() => undefined));
    await Promise.race([Promise.all(still), new Promise((done) => setTimeout(done, 300))]);
  });

/** What axe finds on the page, which keeps it for the next time that it is asked. */
async function findings(page: Page, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (how) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, how);
    return violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`);
  }, options);
}

/** No finding, neither in light nor in dark. */
export async function accessible(page: Page) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await settled(page);
    const runOnly: RunOptions['runOnly'] =
      colorScheme === 'light' ? { type: 'tag', values: rules } : { type: 'rule', values: colourRules };
    // Soft: a story that goes on shows all findings at once; it fails all the same.
    expect
      .soft(await findings(page, { runOnly, resultTypes: ['violations'] }), `${page.url()} in ${colorScheme}`)
      .toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

const vendor = JSON.parse(
  readFileSync(new URL('../../backend/src/main/resources/demo/vendor.json', import.meta.url), 'utf8'),
) as { partners: { name: string; domain: string; people: string[] }[] };

/** The address of the administrator of one of the demo's partners. */
export function administratorOf(partner: string): string {
  const company = vendor.partners.find((one) => one.name === partner);
  const first = company?.people[0]?.split(' ')[0] ?? '';
  return `${first
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()}@${company?.domain}`;
}

/** A person of the demo in a browser of their own. */
export async function signIn(
  browser: Browser,
  email: string,
  language: Language,
  look?: (page: Page) => Promise<void>,
): Promise<Page> {
  const t = words(language);
  const context = await browser.newContext({ locale: language === 'et' ? 'et-EE' : 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto('/sign-in');
  for (const choice of [language === 'en' ? 'ET' : 'EN', language.toUpperCase()])
    await page.getByText(choice, { exact: true }).click();
  await expect(page.getByRole('heading', { name: t.session.signIn })).toBeVisible();
  await look?.(page);
  await page.getByRole('textbox', { name: t.session.email }).fill(email);
  await page.getByLabel(t.session.password, { exact: true }).fill('sild-demo-2026');
  await page.getByRole('button', { name: t.session.signIn }).click();
  await expect(page.getByRole('heading', { level: 1, name: t.nav.dashboard })).toBeVisible();
  return page;
}
