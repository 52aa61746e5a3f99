import { expect, type Page } from '@playwright/test';
import { accessible, type Language, languageAt, signIn, type Texts, test, textsOf } from './support';

const filled = (text: string, values: Record<string, string>) =>
  Object.entries(values).reduce((all, [name, value]) => all.replace(`{{${name}}}`, value), text);

async function addLine(page: Page, language: Language, texts: Texts, name: string, estonian: string) {
  await page.getByRole('button', { name: texts.vocabulary.new.productLines }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: texts.vocabulary.name, exact: true }).fill(name);
  const label = filled(texts.vocabulary.nameIn, {
    language: new Intl.DisplayNames([language], { type: 'language' }).of('et') ?? '',
  });
  await dialog.getByRole('textbox', { name: label }).fill(estonian);
  await accessible(page);
  await dialog.getByRole('button', { name: texts.form.save }).click();
  await expect(dialog).toBeHidden();
}

test('product lines are named in each language, merged and retired', async ({ browser }) => {
  const language = languageAt(0);
  const texts = textsOf(language);
  const turn = Date.now();
  const page = await signIn(browser, 'mari@sild.example', language);
  await page.goto('/settings/programme?tab=productLines');
  const list = page.getByRole('list', { name: texts.vocabulary.productLines });
  await expect(list).toBeVisible();
  await addLine(page, language, texts, `Cameras ${turn}`, `Kaamerad ${turn}`);
  await addLine(page, language, texts, `CCTV ${turn}`, `Valve ${turn}`);
  const shown = language === 'et' ? [`Kaamerad ${turn}`, `Valve ${turn}`] : [`Cameras ${turn}`, `CCTV ${turn}`];
  const [kept = '', gone = ''] = shown;

  await list.getByRole('button', { name: filled(texts.vocabulary.more, { name: gone }) }).click();
  await page.getByRole('menuitem', { name: texts.vocabulary.mergeMenu }).click();
  const merge = page.getByRole('dialog');
  await merge.getByRole('combobox', { name: texts.vocabulary.mergeInto }).click();
  await page.getByRole('option', { name: kept }).click();
  await accessible(page);
  await merge.getByRole('button', { name: texts.vocabulary.merge, exact: true }).click();
  await expect(merge).toBeHidden();
  await expect(list.getByText(gone, { exact: true })).toBeHidden();

  // A partner chooses it in its own language.
  const other = languageAt(1);
  const theirs = textsOf(other);
  const partner = await signIn(browser, 'kadri@pohjala.example', other);
  await partner.goto('/opportunities/new');
  await partner.getByRole('combobox', { name: theirs.opportunity.productLines }).click();
  await expect(
    partner.getByRole('option', { name: other === 'et' ? `Kaamerad ${turn}` : `Cameras ${turn}` }),
  ).toBeVisible();
  await expect(partner.getByRole('option', { name: new RegExp(`(CCTV|Valve) ${turn}`) })).toHaveCount(0);

  await list.getByRole('button', { name: filled(texts.vocabulary.more, { name: kept }) }).click();
  await page.getByRole('menuitem', { name: texts.vocabulary.retire }).click();
  await expect(list.getByText(kept, { exact: true })).toBeHidden();
  await page.getByRole('switch').click();
  await expect(list.getByText(kept, { exact: true })).toBeVisible();
  await accessible(page);
});
