import { expect } from '@playwright/test';
import { callApi, createOpportunity } from './actions';
import { accessible, codes, signIn, test, textsOf } from './support';

for (const language of codes) {
  const texts = textsOf(language);

  test(`if no partner is eligible, staff read why and what to do (${language})`, async ({ browser }) => {
    const page = await signIn(browser, 'laura@sild.example', language);
    const [status, territory] = await page.evaluate(async (name) => {
      const answer = await fetch('/api/v1/territories', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ name }),
      });
      return [answer.status, (await answer.json()).id] as const;
    }, `Laht ${language} ${Date.now()}`);
    expect(status).toBe(201);
    const url = await createOpportunity(page, texts, `Kellelegi ${language} ${Date.now()}`);
    const changed = await page.evaluate(
      async ([path, id]) => {
        const answer = await fetch(`/api/v1${path}`, {
          method: 'PATCH',
          headers: { 'Content-Type': 'application/merge-patch+json', 'If-Match': '"0"' },
          body: JSON.stringify({ classification: { territoryId: id } }),
        });
        return answer.status;
      },
      [new URL(url).pathname, territory] as const,
    );
    expect(changed).toBe(200);
    await page.reload();
    await page.setViewportSize({ width: 360, height: 800 });
    await page.getByRole('button', { name: texts.opportunity.action.DISTRIBUTE }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(texts.match.nobody, { exact: true })).toBeVisible();
    await expect(dialog.getByText(texts.match.remedy.TERRITORY)).toBeVisible();
    await accessible(page);
    await dialog.getByRole('button', { name: texts.form.close }).click();

    await page.getByRole('button', { name: texts.opportunity.more }).click();
    await page.getByRole('menuitem', { name: texts.opportunity.action.OPEN_TO_POOL }).click();
    await expect(page.getByRole('dialog').getByText(texts.match.emptyPool)).toBeVisible();
    await accessible(page);
    await page.getByRole('dialog').getByRole('button', { name: texts.opportunity.action.OPEN_TO_POOL }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(texts.status.POOL);
    await expect(page.getByText(texts.match.emptyPool)).toBeVisible();
    await accessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

    // The API says the same.
    await callApi(page, 'POST', `${new URL(url).pathname.slice(1)}/recall`, {});
    expect(await callApi(page, 'POST', `${new URL(url).pathname.slice(1)}/distribute`, { method: 'CASCADE' })).toEqual([
      409,
      'distribution.nobody',
    ]);
  });
}
