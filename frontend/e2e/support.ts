import { readFileSync } from 'node:fs';
import { type Browser, test as base, expect, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
import { languages, localeOf, sourceLanguage, type Texts } from '../src/i18n/languages';

export const codes = languages.map(({ code }) => code);
export type Language = (typeof codes)[number];
export { localeOf, sourceLanguage, type Texts };

/** For tests that run in one language: alternates the languages. */
export const languageAt = (turn: number): Language => codes[turn % codes.length] ?? sourceLanguage;

export const textsOf = (language: Language): Texts =>
  JSON.parse(readFileSync(new URL(`../src/i18n/${language}.json`, import.meta.url), 'utf8'));

declare global {
  interface Window {
    axe: typeof axe;
    focusLost: boolean;
    lostFocus(report: string): void;
  }
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The colour rules; all other rules give the same result in light and dark. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** Waits until the transitions of colours have ended, up to 300 ms. */
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

/** The violations on the page; axe is loaded once per page. */
async function findings(page: Page, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (how) => {
    const { violations } = await window.axe.run(document, how);
    return violations.map(
      (violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`,
    );
  }, options);
}

/** Checks that axe finds nothing, in light and in dark. */
export async function accessible(page: Page) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await settled(page);
    const runOnly: RunOptions['runOnly'] =
      colorScheme === 'light' ? { type: 'tag', values: rules } : { type: 'rule', values: colourRules };
    // Soft: the test continues, reports all findings and fails at the end.
    expect
      .soft(await findings(page, { runOnly, resultTypes: ['violations'] }), `${page.url()} in ${colorScheme}`)
      .toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

const vendor: { partners: { name: string; domain: string; people: string[] }[] } = JSON.parse(
  readFileSync(new URL('../../backend/src/main/resources/demo/vendor.json', import.meta.url), 'utf8'),
);

/** The e-mail address of the admin of a partner in the demo. */
export function administratorOf(partner: string): string {
  const company = vendor.partners.find((one) => one.name === partner);
  const first = company?.people[0]?.split(' ')[0] ?? '';
  return `${first
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()}@${company?.domain}`;
}

/** Where a test lost the focus to the body of a page. */
const lost: string[] = [];

/** How long an operation without a loading state, such as a move on the board, may hold the focus back. */
const LOST_AFTER = 10_000;

/** Runs in the page: reports a focused control or dialog that is gone or disabled while nothing else has the focus. */
function watchFocus(limit: number) {
  const page = window;
  let last: Element | null = null;
  let timer = 0;
  const onBody = () => !document.activeElement || document.activeElement === document.body;
  const gone = () => last !== null && (!last.isConnected || last.matches(':disabled'));
  const saves = () => document.querySelector('[data-loading]') !== null;
  const tell = () => {
    page.lostFocus(`${location.pathname}: ${last?.outerHTML.slice(0, 300)}`);
    last = null;
    page.focusLost = false;
  };
  const look = () => {
    const isLost = onBody() && gone() && !saves();
    if (isLost === page.focusLost) return;
    page.focusLost = isLost;
    window.clearTimeout(timer);
    if (isLost) timer = window.setTimeout(tell, limit);
  };
  page.focusLost = false;
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) last = target;
    look();
  });
  // A click outside a control removes the focus on purpose.
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (relatedTarget) return;
    window.setTimeout(() => {
      if (last === target && onBody() && !gone()) last = null;
    });
  });
  const options = { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled', 'data-loading'] };
  new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ removedNodes }) => [...removedNodes]))
      if (node instanceof Element) last = [node, ...node.querySelectorAll('*')].find((one) => one.ariaModal) ?? last;
    look();
  }).observe(document, options);
}

/** Waits until a lost focus is restored or reported. */
const focused = (page: Page) => page.waitForFunction(() => !window.focusLost, null, { polling: 100 });

/** A test that fails if the focus is lost on any of its pages. */
export const test = base.extend<{ focus: undefined }>({
  focus: [
    async ({ browser }, use) => {
      lost.length = 0;
      await use(undefined);
      for (const page of browser.contexts().flatMap((context) => context.pages())) await focused(page);
      // An open page keeps its stream of changes, and a user has at most ten.
      for (const context of browser.contexts()) await context.close();
      expect(lost, 'the focus is never lost to the body').toEqual([]);
    },
    { auto: true },
  ],
});

/** A page in its own browser context. */
export async function fresh(browser: Browser, language: Language, timezoneId?: string): Promise<Page> {
  const context = await browser.newContext({
    locale: localeOf(language),
    reducedMotion: 'reduce',
    ...(timezoneId ? { timezoneId } : {}),
  });
  await context.exposeFunction('lostFocus', (said: string) => lost.push(said));
  await context.addInitScript(watchFocus, LOST_AFTER);
  const page = await context.newPage();
  const go = page.goto.bind(page);
  page.goto = async (...where) => {
    await focused(page);
    return go(...where);
  };
  return page;
}

/** Signs in a user of the demo in a new browser context. */
export async function signIn(
  browser: Browser,
  email: string,
  language: Language,
  look?: (page: Page) => Promise<void>,
): Promise<Page> {
  const texts = textsOf(language);
  const page = await fresh(browser, language);
  await page.goto('/sign-in');
  const other = codes.find((code) => code !== language) ?? language;
  for (const code of [other, language]) await page.getByText(code.toUpperCase(), { exact: true }).click();
  await expect(page.getByRole('heading', { name: texts.session.signIn })).toBeVisible();
  await look?.(page);
  await page.getByRole('textbox', { name: texts.session.email }).fill(email);
  await page.getByLabel(texts.session.password, { exact: true }).fill('sild-demo-2026');
  await page.getByRole('button', { name: texts.session.signIn }).click();
  await expect(page.getByRole('heading', { level: 1, name: texts.nav.dashboard })).toBeVisible();
  return page;
}

/** Matches the subject of a mail in any language. */
export function subjectOf(kind: string, about: string): RegExp {
  const subjects = ['messages', 'messages_et'].map((file) => {
    const url = new URL(`../../backend/src/main/resources/${file}.properties`, import.meta.url);
    const subject = new RegExp(`^mail\\.${kind}\\.subject=(.+)$`, 'm').exec(readFileSync(url, 'utf8'))?.[1];
    if (!subject) throw new Error(`${file} has no subject for ${kind}`);
    return subject.replace('{0}', about);
  });
  return new RegExp(subjects.join('|'));
}
