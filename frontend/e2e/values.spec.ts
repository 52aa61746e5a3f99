import { expect } from '@playwright/test';
import { createOpportunity } from './actions';
import { accessible, codes, fresh, localeOf, signIn, test, textsOf } from './support';

for (const language of codes) {
  const texts = textsOf(language);
  const written = (amount: number, digits = 0) =>
    new Intl.NumberFormat(localeOf(language), { useGrouping: 'always', minimumFractionDigits: digits }).format(amount);

  test(`an amount is never another one: typed, pasted, tabbed into (${language})`, async ({ browser }) => {
    const page = await signIn(browser, 'liis@sild.example', language);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await createOpportunity(page, texts, `Summad ${language} ${Date.now()}`);
    await page.getByRole('button', { name: texts.opportunity.editValue }).click();
    let dialog = page.getByRole('dialog');
    let value = dialog.getByRole('textbox', { name: texts.opportunity.value });
    for (const [typed, amount, digits] of [
      ['1,250.00', 1250, 0],
      ['1.250,00', 1250, 0],
      ['1 250,50', 1250.5, 2],
      ['48 000 €', 48000, 0],
    ] as const) {
      await value.click({ clickCount: 3 });
      await page.keyboard.type(typed);
      await page.keyboard.press('Tab');
      await expect(value).toHaveValue(written(amount, digits));
    }
    for (const refused of ['-5', '1e5']) {
      await value.fill(refused);
      await page.keyboard.press('Tab');
      await expect(value).toHaveValue(refused);
      await expect(value).toHaveAttribute('aria-invalid', 'true');
    }
    await page.evaluate(() => navigator.clipboard.writeText('12,50'));
    await value.focus();
    await page.keyboard.press('Control+V');
    await page.keyboard.press('Tab');
    await expect(value).toHaveValue(written(12.5, 2));
    await value.fill('48000');
    await dialog.getByRole('button', { name: texts.form.save }).click();
    await expect(dialog).toBeHidden();

    // Tabbed into, what is typed replaces the amount.
    await page.getByRole('button', { name: texts.opportunity.action.CLOSE }).click();
    dialog = page.getByRole('dialog');
    value = dialog.getByRole('textbox', { name: texts.opportunity.actualValue });
    await value.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('450000');
    await page.keyboard.press('Tab');
    await expect(value).toHaveValue(written(450_000));
    // An unusual value asks.
    await dialog.getByRole('button', { name: texts.opportunity.action.CLOSE }).click();
    await expect(dialog.getByRole('alert')).toBeVisible();
    await accessible(page);
    await dialog.getByRole('button', { name: texts.opportunity.changeActual }).click();
    await page.keyboard.type('45000');
    await dialog.getByRole('button', { name: texts.opportunity.action.CLOSE }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(/45.000/).first()).toBeVisible();
  });

  test(`a day is the same in New York (${language})`, async ({ browser }) => {
    const page = await signIn(browser, 'liis@sild.example', language);
    const url = await createOpportunity(page, texts, `Päev ${language} ${Date.now()}`);
    await page.getByRole('button', { name: texts.opportunity.editValue }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: texts.opportunity.estimatedCloseDate }).fill('01.04.2027');
    await page.keyboard.press('Tab');
    await dialog.getByRole('button', { name: texts.form.save }).click();
    await expect(dialog).toBeHidden();
    const away = await fresh(browser, language, 'America/New_York');
    await away.context().addCookies(await page.context().cookies());
    await away.goto(url);
    const day = new Intl.DateTimeFormat(localeOf(language), { day: '2-digit', month: '2-digit', year: 'numeric' });
    await expect(away.getByText(day.format(new Date(2027, 3, 1)))).toBeVisible();
    await away.getByRole('button', { name: texts.opportunity.editValue }).click();
    await expect(
      away.getByRole('dialog').getByRole('textbox', { name: texts.opportunity.estimatedCloseDate }),
    ).toHaveValue(day.format(new Date(2027, 3, 1)));
  });
}
