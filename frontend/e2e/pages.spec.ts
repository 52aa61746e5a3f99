import { expect } from '@playwright/test';
import { accessible, codes, fresh, signIn, test, textsOf } from './support';

const later = [
  '/board',
  '/opportunities/runs',
  '/notifications',
  '/settings/rules',
  '/settings/approvals',
  '/settings/policies',
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
