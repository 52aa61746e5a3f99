import { expect } from '@playwright/test';
import { createOpportunity, openAs } from './actions';
import { accessible, codes, signIn, test, textsOf } from './support';

for (const language of codes) {
  const texts = textsOf(language);

  test(`a deleted note and a removed file are restored for both sides (${language})`, async ({ browser }) => {
    const page = await signIn(browser, 'kadri@pohjala.example', language);
    const url = await createOpportunity(page, texts, `Taastatud ${language} ${Date.now()}`);
    const staff = await openAs(browser, 'laura@sild.example', language, url);
    await page.setViewportSize({ width: 360, height: 800 });
    await page.getByRole('textbox', { name: texts.timeline.write }).fill('Hinnapakkumine on lisatud');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'pakkumine.txt', mimeType: 'text/plain', buffer: Buffer.from('1200') });
    await page.getByRole('button', { name: texts.timeline.send }).click();
    const note = (who: typeof page) => who.locator('.note-text', { hasText: 'Hinnapakkumine on lisatud' });
    const file = (who: typeof page) =>
      who.getByRole('button', { name: texts.timeline.download.replace('{{name}}', 'pakkumine.txt') });
    await expect(file(page)).toBeVisible();
    await expect(file(staff)).toBeVisible();

    await page.getByRole('button', { name: texts.timeline.removeFile.replace('{{name}}', 'pakkumine.txt') }).click();
    await expect(page.getByText(texts.timeline.removedFile.replace('{{name}}', 'pakkumine.txt'))).toBeVisible();
    await expect(file(page)).toHaveCount(0);
    await expect(file(staff)).toHaveCount(0);
    await accessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.getByRole('button', { name: texts.undo.undo }).click();
    await expect(file(page)).toBeVisible();
    await expect(file(staff)).toBeVisible();

    await page.getByRole('button', { name: texts.timeline.noteMenu }).click();
    await page.getByRole('menuitem', { name: texts.timeline.delete }).click();
    await expect(page.getByText(texts.timeline.deleted)).toBeVisible();
    await expect(note(page)).toHaveCount(0);
    await expect(note(staff)).toHaveCount(0);
    await accessible(page);
    await page.getByRole('button', { name: texts.undo.undo }).click();
    await expect(note(page)).toBeVisible();
    await expect(note(staff)).toBeVisible();
    await expect(file(staff)).toBeVisible();
    await page.reload();
    await expect(note(page)).toBeVisible();
  });
}
