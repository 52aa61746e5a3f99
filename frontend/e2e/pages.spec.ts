import { expect } from '@playwright/test';
import { accessible, codes, fresh, signIn, test, textsOf } from './support';

const later = [
  '/settings/users',
  '/settings/exchange-rates',
  '/settings/calendars',
  '/board',
  '/opportunities/runs',
  '/notifications',
  '/settings/programme',
  '/settings/rules',
  '/settings/approvals',
  '/settings/policies',
  '/settings/audit',
];

for (const language of codes) {
  const texts = textsOf(language);
  test(`every other page (${language})`, async ({ browser }) => {
    const admin = await signIn(browser, 'mari@sild.example', language, accessible);
    for (const address of ['/partners', '/customers', '/account', '/opportunities/new', ...later]) {
      await admin.goto(address);
      await expect(admin.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(admin.getByRole('heading', { level: 1 })).not.toBeEmpty();
      await admin.waitForLoadState('networkidle');
      await accessible(admin);
    }
    await admin.goto('/partners?q=Saarte');
    await admin.getByRole('link', { name: 'Saarte Andmeside AS' }).click();
    await expect(admin.getByText('toomas@saarteandmeside.example')).toBeVisible();
    await accessible(admin);
    await admin.getByRole('button', { name: texts.partner.invite }).click();
    const invite = admin.getByRole('dialog');
    await invite.getByRole('textbox', { name: texts.session.name }).fill('Uus Müüja');
    await invite.getByRole('textbox', { name: texts.session.email }).fill(`uus.${Date.now()}@saarteandmeside.example`);
    await accessible(admin);
    await invite.getByRole('button', { name: texts.partner.invite }).click();
    const link = await invite.getByRole('textbox', { name: texts.partner.link }).inputValue();

    const newcomer = await fresh(browser, language);
    await newcomer.goto(link);
    await expect(
      newcomer.getByRole('heading', { name: texts.session.welcome.replace('{{name}}', 'Uus Müüja') }),
    ).toBeVisible();
    await accessible(newcomer);
    await newcomer.getByLabel(texts.session.newPassword, { exact: true }).fill('a password long enough');
    await newcomer.getByRole('button', { name: texts.session.comeIn }).click();
    await expect(newcomer.getByRole('heading', { level: 1, name: texts.nav.dashboard })).toBeVisible();
    await accessible(newcomer);

    await admin.goto('/customers?q=Saarte');
    await admin.getByRole('link', { name: 'Saarte Kalatööstus AS' }).click();
    await expect(admin.getByRole('heading', { name: texts.customer.contacts })).toBeVisible();
    await accessible(admin);
    await admin.keyboard.press('Control+k');
    await admin.getByPlaceholder(texts.app.search).fill('Viru');
    await expect(admin.getByRole('button', { name: /Viru Elekter/ }).first()).toBeVisible();
    await admin.keyboard.press('Escape');
    await expect(admin.getByPlaceholder(texts.app.search)).toBeHidden();
  });

  test(`users are changed and deactivated (${language})`, async ({ browser }) => {
    const admin = await signIn(browser, 'mari@sild.example', language, accessible);
    const openMenu = (name: string) =>
      admin
        .getByRole('button', { name: texts.people.actionsOf.replace('{{name}}', name) })
        .first()
        .click();
    const item = (action: keyof typeof texts.people.action) =>
      admin.getByRole('menuitem', { name: texts.people.action[action] }).click();
    for (const width of [1440, 360]) {
      await admin.setViewportSize({ width, height: 900 });
      await admin.goto('/settings/users?status=ACTIVE&q=Jaan');
      await openMenu('Jaan Kask');
      await item('DEACTIVATE');
      const dialog = admin.getByRole('dialog');
      await expect(dialog.getByRole('combobox', { name: texts.people.successor })).toBeVisible();
      await accessible(admin);
      await dialog.getByRole('button', { name: texts.people.action.DEACTIVATE }).click();
      await expect(dialog.getByText(texts.form.required)).toBeVisible();
      // The list of the field that lacks a value.
      await admin.keyboard.press('Escape');
      await dialog.getByRole('button', { name: texts.form.cancel }).click();
      await expect(dialog).toBeHidden();
      await openMenu('Jaan Kask');
      await item('EDIT');
      await dialog.getByRole('combobox', { name: texts.partner.role }).click();
      await admin.getByRole('option', { name: texts.role.ANALYST }).click();
      await expect(dialog.getByRole('combobox', { name: texts.people.successor })).toBeVisible();
      await accessible(admin);
      const overflow = await admin.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await admin.goto('about:blank');
    }
  });

  test(`a partner's user is invited, deactivated and reactivated (${language})`, async ({ browser }) => {
    const company = await signIn(browser, 'kadri@pohjala.example', language, accessible);
    await company.goto('/');
    await company.getByRole('link', { name: texts.nav.company }).click();
    await company.getByRole('button', { name: texts.partner.invite }).click();
    const dialog = company.getByRole('dialog');
    const name = `Piret ${language} ${Date.now()}`;
    await dialog.getByRole('textbox', { name: texts.session.name }).fill(name);
    await dialog.getByRole('textbox', { name: texts.session.email }).fill(`piret.${Date.now()}@pohjala.example`);
    await dialog.getByRole('button', { name: texts.partner.invite }).click();
    await expect(dialog.getByRole('textbox', { name: texts.partner.link })).toBeVisible();
    await company.keyboard.press('Escape');
    const row = company.getByRole('row', { name: new RegExp(name) });
    const menu = row.getByRole('button', { name: texts.people.actionsOf.replace('{{name}}', name) });
    await expect(row.getByText(texts.userStatus.INVITED).last()).toBeVisible();
    await menu.click();
    await company.getByRole('menuitem', { name: texts.people.action.DEACTIVATE }).click();
    await accessible(company);
    await dialog.getByRole('button', { name: texts.people.action.DEACTIVATE }).click();
    await expect(row.getByText(texts.userStatus.DEACTIVATED).last()).toBeVisible();
    await menu.click();
    await company.getByRole('menuitem', { name: texts.people.action.REACTIVATE }).click();
    await accessible(company);
    await dialog.getByRole('button', { name: texts.people.action.REACTIVATE }).click();
    await expect(row.getByText(texts.userStatus.INVITED).last()).toBeVisible();
    await accessible(company);
  });

  test(`staff decide about similar customers (${language})`, async ({ browser }) => {
    const page = await signIn(browser, 'jaan@sild.example', language, accessible);
    const stem = `Rannarahva ${language} ${Date.now()}`;
    const ids = await page.evaluate(
      (names) =>
        Promise.all(
          names.map(async (name) => {
            const answer = await fetch('/api/v1/customers', {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify({ name, country: 'EE' }),
            });
            return (await answer.json()).id;
          }),
        ),
      [`${stem} Kala AS`, `${stem} Kala OÜ`],
    );
    const other = `${stem} Kala OÜ`;
    await page.goto(`/customers/${ids[0]}`);
    await expect(page.getByText(other)).toBeVisible();
    await accessible(page);
    await page.getByRole('button', { name: texts.similar.sameAs.replace('{{name}}', other) }).click();
    const change = page.getByRole('button', { name: texts.similar.changeOf.replace('{{name}}', other) });
    await expect(change).toBeVisible();
    await page.setViewportSize({ width: 360, height: 780 });
    await accessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await change.click();
    await expect(page.getByRole('dialog').getByText(texts.similar.otherHint)).toBeVisible();
    await accessible(page);
    await page.getByRole('dialog').getByRole('button', { name: texts.similar.other, exact: true }).click();
    await expect(
      page.getByRole('listitem').filter({ hasText: other }).locator('p', { hasText: texts.similar.isOther }),
    ).toBeVisible();
  });

  test(`a link to a list keeps its filters (${language})`, async ({ browser }) => {
    const page = await signIn(browser, 'kadri@pohjala.example', language, accessible);
    await page.goto('/opportunities?status=ACCEPTED&colour=red');
    const filter = () => expect(page.getByText(texts.status.ACCEPTED, { exact: true }).first()).toBeVisible();
    await expect(page.getByRole('tab', { name: texts.view.managed })).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('alert').getByText('colour=red')).toBeVisible();
    await filter();
    await accessible(page);
    await page.reload();
    await expect(page.getByRole('alert').getByText('colour=red')).toBeVisible();
    await filter();
    await page.getByRole('tab', { name: texts.view.pool }).click();
    await expect(page).toHaveURL(/ACCEPTED/);
    await page.getByRole('link', { name: texts.nav.dashboard }).click();
    await expect(page.getByRole('heading', { level: 1, name: texts.nav.dashboard })).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL(/ACCEPTED/);
    await filter();
    await page.setViewportSize({ width: 360, height: 780 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.getByRole('alert').getByRole('button', { name: texts.form.close }).click();
    await expect(page.getByRole('alert')).toBeHidden();
  });

  test(`pages fit a phone (${language})`, async ({ browser }) => {
    const page = await signIn(browser, 'kadri@pohjala.example', language);
    await page.setViewportSize({ width: 360, height: 780 });
    const managed = await page.evaluate(() =>
      fetch('/api/v1/opportunities?view=managed&limit=1').then((answer) => answer.json()),
    );
    const one = `/opportunities/${managed.items[0].id}`;
    for (const address of ['/', '/opportunities?view=managed', one, '/opportunities/new', '/account']) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `${address} scrolls sideways`).toBeLessThanOrEqual(0);
    }
    await accessible(page);
  });
}
