import { expect, type Page } from '@playwright/test';
import { accessible, codes, localeOf, signIn, type Texts, test, textsOf } from './support';

const valueDialog = async (page: Page, texts: Texts) => {
  await page.getByRole('button', { name: texts.opportunity.editValue }).click();
  const dialog = page.getByRole('dialog');
  return {
    dialog,
    value: dialog.getByRole('textbox', { name: texts.opportunity.value }),
    probability: dialog.getByRole('textbox', { name: texts.opportunity.probability }),
    save: () => dialog.getByRole('button', { name: texts.form.save }).click(),
  };
};

for (const language of codes) {
  const texts = textsOf(language);

  test(`two users change an opportunity, and neither loses anything (${language})`, async ({ browser }) => {
    const one = await signIn(browser, 'liis@sild.example', language);
    await one.goto('/opportunities/new');
    await one.getByRole('textbox', { name: texts.opportunity.topic, exact: true }).fill(`Kaks toimetajat ${language}`);
    // Focus selects the text, also with the keyboard.
    const typed = one.getByRole('textbox', { name: texts.opportunity.value });
    await typed.fill('48,5');
    await one.keyboard.press('Tab');
    await one.keyboard.press('Shift+Tab');
    await one.keyboard.type('1.000,00');
    await one.keyboard.press('Tab');
    await expect(typed).toHaveValue(new Intl.NumberFormat(localeOf(language), { useGrouping: 'always' }).format(1000));
    await one.getByText(texts.customer.new, { exact: true }).click();
    await one.getByRole('textbox', { name: texts.customer.name }).fill(`Klient ${language} ${Date.now()}`);
    await one.getByRole('button', { name: texts.opportunity.create }).click();
    await expect(one.getByRole('button', { name: texts.opportunity.editValue })).toBeVisible();
    const other = await signIn(browser, 'mari@sild.example', language);
    await other.goto(new URL(one.url()).pathname);

    // Changes of other fields are merged.
    const mine = await valueDialog(one, texts);
    const theirs = await valueDialog(other, texts);
    await theirs.probability.fill('80');
    await theirs.save();
    await expect(theirs.dialog).toBeHidden();
    await mine.value.fill('2000');
    await mine.save();
    await expect(mine.dialog).toBeHidden();
    await expect(one.getByRole('heading', { name: /2.000/ })).toBeVisible();
    await expect(one.getByText(/^80\s?%$/)).toBeVisible();

    // A conflict that is found while saving shows both values. The live change waits for the save.
    const again = await valueDialog(one, texts);
    await expect(other.getByRole('heading', { name: /2.000/ })).toBeVisible();
    const sent = one.waitForRequest((request) => request.method() === 'PATCH');
    const path = /\/api\/v1\/opportunities\/[^/]+$/;
    await one.route(path, async (route) => {
      if (route.request().method() === 'GET') await sent;
      await route.continue();
    });
    const also = await valueDialog(other, texts);
    await also.value.fill('3000');
    await also.save();
    await expect(also.dialog).toBeHidden();
    await again.value.fill('4000');
    await again.save();
    const conflict = again.dialog.getByRole('group', { name: texts.opportunity.value });
    await expect(conflict.getByText(/4.000/)).toBeVisible();
    await expect(conflict.getByText(/3.000/)).toBeVisible();
    await expect(conflict.getByText(/Mari/)).toBeVisible();
    await accessible(one);
    await conflict.getByRole('button', { name: texts.conflict.keep }).click();
    await expect(again.dialog).toBeHidden();
    await expect(other.getByRole('heading', { name: /4.000/ })).toBeVisible();
    await one.unroute(path);

    // So does one that is found while the other user still types.
    const open = await valueDialog(one, texts);
    await open.value.fill('6000');
    const last = await valueDialog(other, texts);
    await last.value.fill('5000');
    await last.save();
    await expect(last.dialog).toBeHidden();
    const found = open.dialog.getByRole('group', { name: texts.opportunity.value });
    await expect(found.getByText(/6.000/)).toBeVisible();
    await expect(found.getByText(/5.000/)).toBeVisible();
    await expect(open.dialog.getByRole('button', { name: texts.form.save })).toBeDisabled();
    await found.getByRole('button', { name: texts.conflict.keep }).click();
    await open.save();
    await expect(open.dialog).toBeHidden();
    await expect(other.getByRole('heading', { name: /6.000/ })).toBeVisible();
  });
}
