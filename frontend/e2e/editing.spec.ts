import { expect, type Page } from '@playwright/test';
import { accessible, type Language, signIn, test, type Words, words } from './support';

const valueDialog = async (page: Page, t: Words) => {
  await page.getByRole('button', { name: t.opportunity.editValue }).click();
  const dialog = page.getByRole('dialog');
  return {
    dialog,
    value: dialog.getByRole('textbox', { name: t.opportunity.value }),
    probability: dialog.getByRole('textbox', { name: t.opportunity.probability }),
    save: () => dialog.getByRole('button', { name: t.form.save }).click(),
  };
};

for (const language of ['en', 'et'] as Language[]) {
  const t = words(language);

  test(`two people change an opportunity, and neither loses anything (${language})`, async ({ browser }) => {
    const one = await signIn(browser, 'liis@sild.example', language);
    await one.goto('/opportunities/new');
    await one.getByRole('textbox', { name: t.opportunity.topic, exact: true }).fill(`Kaks toimetajat ${language}`);
    // Focus selects what is there, also with the keyboard.
    const typed = one.getByRole('textbox', { name: t.opportunity.value });
    await typed.fill('48,5');
    await one.keyboard.press('Tab');
    await one.keyboard.press('Shift+Tab');
    await one.keyboard.type('1.000,00');
    await one.keyboard.press('Tab');
    await expect(typed).toHaveValue(language === 'en' ? '1,000' : '1\u00a0000');
    await one.getByText(t.customer.new, { exact: true }).click();
    await one.getByRole('textbox', { name: t.customer.name }).fill(`Klient ${language} ${Date.now()}`);
    await one.getByRole('button', { name: t.opportunity.create }).click();
    await expect(one.getByRole('button', { name: t.opportunity.editValue })).toBeVisible();
    const other = await signIn(browser, 'mari@sild.example', language);
    await other.goto(new URL(one.url()).pathname);

    // Other fields merge by themselves.
    const mine = await valueDialog(one, t);
    const theirs = await valueDialog(other, t);
    await theirs.probability.fill('80');
    await theirs.save();
    await expect(theirs.dialog).toBeHidden();
    await mine.value.fill('2000');
    await mine.save();
    await expect(mine.dialog).toBeHidden();
    await expect(one.getByRole('heading', { name: /2.000/ })).toBeVisible();
    await expect(one.getByText(/^80\s?%$/)).toBeVisible();

    // Of the same field both values are shown.
    const again = await valueDialog(one, t);
    await expect(other.getByRole('heading', { name: /2.000/ })).toBeVisible();
    const also = await valueDialog(other, t);
    await also.value.fill('3000');
    await also.save();
    await expect(also.dialog).toBeHidden();
    await again.value.fill('4000');
    await again.save();
    const conflict = again.dialog.getByRole('group', { name: t.opportunity.value });
    await expect(conflict.getByText(/4.000/)).toBeVisible();
    await expect(conflict.getByText(/3.000/)).toBeVisible();
    await expect(conflict.getByText(/Mari/)).toBeVisible();
    await accessible(one);
    await conflict.getByRole('button', { name: t.conflict.keep }).click();
    await expect(again.dialog).toBeHidden();
    await expect(other.getByRole('heading', { name: /4.000/ })).toBeVisible();
  });
}
