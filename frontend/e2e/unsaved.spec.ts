import { expect, type Page } from '@playwright/test';
import { createOpportunity, openAs } from './actions';
import { accessible, codes, signIn, type Texts, test, textsOf } from './support';

const composer = (page: Page, texts: Texts) => page.getByRole('textbox', { name: texts.timeline.write });
const need = (page: Page, texts: Texts) =>
  page.getByRole('textbox', { name: texts.opportunity.qualification.need, exact: true });

const openNeed = (page: Page, texts: Texts) =>
  page
    .getByRole('button', { name: texts.form.editField.replace('{{field}}', texts.opportunity.qualification.need) })
    .click();

async function openDistribution(page: Page, texts: Texts) {
  await page.getByRole('button', { name: texts.opportunity.action.DISTRIBUTE }).click();
  const dialog = page.getByRole('dialog', { name: texts.opportunity.action.DISTRIBUTE });
  return { dialog, comment: dialog.getByRole('textbox', { name: texts.distribute.message }) };
}

for (const language of codes) {
  const texts = textsOf(language);

  test(`what is typed survives reload, navigation, Esc, a click beside and other users (${language})`, async ({
    browser,
  }) => {
    const page = await signIn(browser, 'liis@sild.example', language);
    const url = await createOpportunity(page, texts, `Mustand ${language} ${Date.now()}`);

    // A note and a text in place: reload, navigation, Esc.
    await composer(page, texts).fill('Pooleli **mõte**');
    await openNeed(page, texts);
    await need(page, texts).fill('Wi-Fi');
    await page.reload();
    await expect(composer(page, texts)).toHaveValue('Pooleli **mõte**');
    await expect(need(page, texts)).toHaveValue('Wi-Fi');
    await need(page, texts).press('Escape');
    await expect(need(page, texts)).toHaveCount(0);
    await page.getByRole('link', { name: texts.nav.customers, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: texts.nav.customers })).toBeVisible();
    await page.goBack();
    await expect(composer(page, texts)).toHaveValue('Pooleli **mõte**');
    await expect(need(page, texts)).toHaveValue('Wi-Fi');
    await accessible(page);

    // A dialog: a click beside, Esc, navigation.
    const first = await openDistribution(page, texts);
    await first.comment.fill('Eelarve lükkus edasi');
    const question = page.getByRole('dialog', { name: texts.draft.title });
    await page.mouse.click(5, 400);
    await expect(question).toBeVisible();
    await accessible(page);
    await question.getByRole('button', { name: texts.draft.stay }).click();
    await expect(first.comment).toHaveValue('Eelarve lükkus edasi');
    await page.keyboard.press('Escape');
    await question.getByRole('button', { name: texts.draft.stay }).click();
    await page.evaluate(() => history.back());
    await question.getByRole('button', { name: texts.draft.stay }).click();
    await expect(first.comment).toBeVisible();
    expect(page.url()).toBe(url);
    await page.reload();
    const second = await openDistribution(page, texts);
    await expect(second.comment).toHaveValue('Eelarve lükkus edasi');

    // Another user on the same browser sees none of it; the first one finds it again.
    await page.context().clearCookies();
    await page.goto('/sign-in');
    const signInAs = async (email: string) => {
      await page.getByRole('textbox', { name: texts.session.email }).fill(email);
      await page.getByLabel(texts.session.password, { exact: true }).fill('sild-demo-2026');
      await page.getByRole('button', { name: texts.session.signIn }).click();
      await expect(page.getByRole('heading', { level: 1, name: texts.nav.dashboard })).toBeVisible();
      await page.goto(url);
    };
    await signInAs('mari@sild.example');
    await expect(composer(page, texts)).toHaveValue('');
    await expect(need(page, texts)).toHaveCount(0);
    await page.context().clearCookies();
    await page.goto('/sign-in');
    await signInAs('liis@sild.example');
    await expect(composer(page, texts)).toHaveValue('Pooleli **mõte**');
    await expect(need(page, texts)).toHaveValue('Wi-Fi');

    // Sent, the drafts are gone.
    await page.getByRole('button', { name: texts.timeline.send }).click();
    await expect(page.getByText('mõte')).toBeVisible();
    await need(page, texts).press('Control+Enter');
    await expect(need(page, texts)).toHaveCount(0);
    await page.reload();
    await expect(composer(page, texts)).toHaveValue('');
    await expect(page.getByText('Wi-Fi')).toBeVisible();
  });

  test(`another user's change shows in an open editor (${language})`, async ({ browser }) => {
    const page = await signIn(browser, 'liis@sild.example', language);
    const url = await createOpportunity(page, texts, `Muudatus ${language} ${Date.now()}`);
    const other = await signIn(browser, 'mari@sild.example', language);
    await other.goto(url);
    await openNeed(page, texts);
    await need(page, texts).fill('Kaablid');
    await page.getByRole('button', { name: texts.opportunity.editValue }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: texts.opportunity.value }).fill('2000');

    await openNeed(other, texts);
    await need(other, texts).fill('Valguskaabel');
    await need(other, texts).press('Control+Enter');
    await other.getByRole('button', { name: texts.opportunity.editValue }).click();
    await other.getByRole('dialog').getByRole('textbox', { name: texts.opportunity.probability }).fill('70');
    await other.getByRole('dialog').getByRole('button', { name: texts.form.save }).click();

    // The other field is taken over, and what is typed stays.
    await expect(dialog.getByRole('textbox', { name: texts.opportunity.probability })).toHaveValue('70');
    await expect(dialog.getByRole('textbox', { name: texts.opportunity.value })).toHaveValue('2000');
    await dialog.getByRole('button', { name: texts.form.save }).click();
    await expect(dialog).toBeHidden();
    // The same field shows both.
    const conflict = page.getByRole('group', { name: texts.opportunity.qualification.need });
    await expect(conflict.getByText('Valguskaabel')).toBeVisible();
    await expect(conflict.getByText(/Mari/)).toBeVisible();
    await accessible(page);
    await conflict.getByRole('button', { name: texts.conflict.keep }).click();
    await page.getByRole('button', { name: texts.form.save }).click();
    await expect(other.getByText('Kaablid')).toBeVisible();
  });

  test(`a change can be undone (${language})`, async ({ browser }) => {
    const page = await signIn(browser, 'kadri@pohjala.example', language);
    await createOpportunity(page, texts, `Tagasi ${language} ${Date.now()}`);
    const manager = await openAs(browser, 'laura@sild.example', language, page.url());
    await manager.getByRole('button', { name: texts.opportunity.action.APPROVE }).click();
    await page.getByRole('button', { name: texts.phase.CONTACTING }).click();
    const current = page.locator('[aria-current="step"]');
    await expect(current).toHaveText(texts.phase.CONTACTING);
    await page.getByRole('button', { name: texts.undo.undo }).click();
    await expect(current).toHaveText(texts.phase.PROSPECT);
    await expect(page.getByText(texts.undo.done, { exact: true }).first()).toBeVisible();
    // A hold, which is resumed.
    await page.getByRole('button', { name: texts.opportunity.more }).click();
    await page.getByRole('menuitem', { name: texts.opportunity.action.HOLD }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: texts.opportunity.action.HOLD }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(texts.status.ON_HOLD);
    await page.getByRole('button', { name: texts.undo.undo }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(texts.status.ACCEPTED);
    await accessible(page);
  });
}
