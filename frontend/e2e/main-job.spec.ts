import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { accessible, fresh, type Language, signIn, test, type Words, words } from './support';

const partner = 'Põhjala Süsteemid';

async function create(page: Page, t: Words, topic: string, customer: string) {
  await page.getByRole('link', { name: t.opportunity.new }).click();
  await expect(page.getByRole('heading', { level: 1, name: t.opportunity.new })).toBeVisible();
  await page.getByRole('textbox', { name: t.opportunity.topic, exact: true }).fill(topic);
  await page.getByRole('textbox', { name: t.opportunity.value }).fill('12500');
  await page.getByText(t.customer.new, { exact: true }).click();
  await page.getByRole('textbox', { name: t.customer.name }).fill(customer);
  await page.getByRole('textbox', { name: t.contact.name }).fill('Tiina Mägi');
  await page.getByRole('textbox', { name: t.contact.email }).fill('tiina@klient.example');
  await page.getByRole('textbox', { name: t.opportunity.customerNeed }).fill('Uus võrk kolmes laos');
  await page.getByRole('button', { name: t.opportunity.create }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(topic);
}

async function distribute(page: Page, t: Words) {
  await page.getByRole('button', { name: t.opportunity.action.DISTRIBUTE }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: t.distribute.search }).fill(partner);
  await expect(dialog.getByRole('radio')).toHaveCount(1);
  await dialog.getByRole('radio', { name: new RegExp(partner) }).click();
  await dialog.getByRole('button', { name: t.opportunity.action.DISTRIBUTE }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(t.status.DELIVERED);
}

async function list(page: Page, t: Words) {
  await page.getByRole('navigation').getByRole('link', { name: t.nav.opportunities }).click();
  await expect(page.getByRole('heading', { level: 1, name: t.nav.opportunities })).toBeVisible();
}

for (const language of ['en', 'et'] as Language[]) {
  const t = words(language);
  const mark = `${language} ${Date.now()}`;

  test(`the main job, from new to won (${language})`, async ({ browser }) => {
    const topic = `Kolm ladu ${mark}`;
    const staff = await signIn(browser, 'liis@sild.example', language);
    await accessible(staff);
    await list(staff, t);
    await accessible(staff);
    await create(staff, t, topic, `Saarte Kala ${mark}`);

    await staff.getByRole('button', { name: t.opportunity.editValue }).click();
    const value = staff.getByRole('dialog');
    await value.getByRole('combobox', { name: t.opportunity.currency }).fill('USD');
    await staff.getByRole('option', { name: 'USD' }).click();
    await accessible(staff);
    await value.getByRole('button', { name: t.form.save }).click();
    await expect(staff.getByRole('heading', { name: /12.500/ })).toContainText(/\$/);
    await staff.getByRole('button', { name: t.opportunity.action.DISTRIBUTE }).click();
    await expect(staff.getByRole('dialog').getByRole('radio').first()).toBeVisible();
    await accessible(staff);
    await staff.keyboard.press('Escape');
    await expect(staff.getByRole('button', { name: t.opportunity.action.DISTRIBUTE })).toBeFocused();
    await distribute(staff, t);

    const seller = await signIn(browser, 'kadri@pohjala.example', language);
    await accessible(seller);
    await list(seller, t);
    const row = seller.getByRole('row', { name: new RegExp(topic) });
    await expect(row).toContainText(language === 'en' ? /answer in \d+ hours/ : /vasta \d+ tunni pärast/);
    await accessible(seller);
    await row.getByRole('button', { name: t.opportunity.acceptOne.replace('{{topic}}', topic) }).click();
    await expect(row).toHaveCount(0);
    await seller.getByRole('tab', { name: t.view.managed }).click();
    await seller.getByRole('link', { name: topic }).click();
    await expect(seller.getByRole('link', { name: 'tiina@klient.example' })).toBeVisible();
    await seller.getByRole('textbox', { name: t.timeline.write }).fill('Kohtusime, *huvi on olemas*');
    await seller
      .locator('input[type=file]')
      .setInputFiles({ name: 'Hinnad õ.txt', mimeType: 'text/plain', buffer: Buffer.from('Kolm ladu') });
    await seller.getByRole('button', { name: t.timeline.send }).click();
    await expect(seller.locator('.note-text em', { hasText: 'huvi on olemas' })).toBeVisible();
    await seller.getByRole('button', { name: t.phase.QUOTING }).click();
    await expect(seller.getByRole('button', { name: t.phase.QUOTING })).toHaveAttribute('aria-current', 'step');
    await accessible(seller);

    await staff.reload();
    await expect(staff.locator('.note-text em', { hasText: 'huvi on olemas' })).toBeVisible();
    const download = staff.waitForEvent('download');
    await staff.getByRole('button', { name: t.timeline.download.replace('{{name}}', 'Hinnad õ.txt') }).click();
    expect((await download).suggestedFilename()).toBe('Hinnad õ.txt');
    expect(readFileSync(await (await download).path(), 'utf8')).toBe('Kolm ladu');
    await staff.getByRole('button', { name: t.opportunity.action.CLOSE }).click();
    const close = staff.getByRole('dialog');
    await close.getByRole('textbox', { name: t.opportunity.actualValue }).fill('11000');
    await accessible(staff);
    await close.getByRole('button', { name: t.opportunity.action.CLOSE }).click();
    await expect(staff.getByRole('heading', { level: 1 })).toContainText(t.status.WON);
    await expect(staff.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(staff.getByText(/11.000/).first()).toBeVisible();
    await accessible(staff);
  });

  test(`a declined offer shows so to staff (${language})`, async ({ browser }) => {
    const topic = `Keeldumine ${mark}`;
    const staff = await signIn(browser, 'tomas@sild.example', language);
    await list(staff, t);
    await create(staff, t, topic, `Klient ${mark}`);
    await distribute(staff, t);

    const seller = await signIn(browser, 'helen@pohjala.example', language);
    await list(seller, t);
    await seller.getByRole('link', { name: topic }).click();
    await expect(seller.getByText(t.opportunity.contactsHidden.replace('{{what}}.', ''))).toBeVisible();
    await expect(seller.getByText('tiina@klient.example')).toHaveCount(0);
    await accessible(seller);
    await seller.getByRole('button', { name: t.opportunity.action.DECLINE }).click();
    const dialog = seller.getByRole('dialog');
    await dialog.getByRole('combobox', { name: t.opportunity.reasonCode }).click();
    await seller.getByRole('option', { name: t.reason.NO_CAPACITY }).click();
    await accessible(seller);
    await dialog.getByRole('button', { name: t.opportunity.action.DECLINE }).click();
    await expect(dialog).toBeHidden();

    await staff.reload();
    await expect(staff.getByRole('heading', { level: 1 })).toContainText(t.status.DECLINED);
    await expect(staff.getByText(t.reason.NO_CAPACITY).first()).toBeVisible();
    await accessible(staff);
  });

  test(`a partner brings one and staff approve it (${language})`, async ({ browser }) => {
    const topic = `Oma leid ${mark}`;
    const seller = await signIn(browser, 'rein@pohjala.example', language);
    await list(seller, t);
    await create(seller, t, topic, `Uus klient ${mark}`);
    await expect(seller.getByRole('heading', { level: 1 })).toContainText(t.status.PENDING_APPROVAL);

    const staff = await signIn(browser, 'jaan@sild.example', language);
    await staff.getByRole('link', { name: new RegExp(t.dashboard.pendingApproval) }).click();
    await staff.getByRole('link', { name: topic }).click();
    await staff.getByRole('button', { name: t.opportunity.action.APPROVE }).click();
    await expect(staff.getByRole('heading', { level: 1 })).toContainText(t.status.ACCEPTED);
    await seller.reload();
    await expect(seller.getByRole('heading', { level: 1 })).toContainText(t.status.ACCEPTED);
    await accessible(seller);

    await seller.getByRole('button', { name: t.opportunity.more }).click();
    await seller.getByRole('menuitem', { name: t.opportunity.action.EXTEND }).click();
    const extend = seller.getByRole('dialog');
    await extend.getByRole('textbox', { name: t.opportunity.dueOn }).fill('31.12.2099');
    await seller.keyboard.press('Tab');
    await extend.getByRole('textbox', { name: t.opportunity.reason }).fill('Hange lükkus edasi');
    await accessible(seller);
    await extend.getByRole('button', { name: t.opportunity.extension.ask }).click();
    await expect(seller.getByText('“Hange lükkus edasi”')).toBeVisible();

    await staff.getByRole('navigation').getByRole('link', { name: t.nav.dashboard }).click();
    await staff.getByRole('link', { name: new RegExp(t.dashboard.extensionRequested) }).click();
    await staff.getByRole('link', { name: topic }).click();
    await accessible(staff);
    await staff.getByRole('button', { name: t.opportunity.extension.decide }).click();
    await accessible(staff);
    await staff.getByRole('dialog').getByRole('button', { name: t.opportunity.extension.grant }).click();
    await expect(seller.getByText(/31[./]12[./]2099/).first()).toBeVisible();
    await expect(seller.getByText('“Hange lükkus edasi”')).toHaveCount(0);
  });

  const later = [
    '/board',
    '/opportunities/runs',
    '/notifications',
    '/settings/rules',
    '/settings/approvals',
    '/settings/policies',
  ];
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
    await admin.getByRole('button', { name: t.partner.invite }).click();
    const invite = admin.getByRole('dialog');
    await invite.getByRole('textbox', { name: t.session.name }).fill('Uus Müüja');
    await invite.getByRole('textbox', { name: t.session.email }).fill(`uus.${Date.now()}@saarteandmeside.example`);
    await accessible(admin);
    await invite.getByRole('button', { name: t.partner.invite }).click();
    const link = await invite.getByRole('textbox', { name: t.partner.link }).inputValue();

    const newcomer = await fresh(browser, language);
    await newcomer.goto(link);
    await expect(
      newcomer.getByRole('heading', { name: t.session.welcome.replace('{{name}}', 'Uus Müüja') }),
    ).toBeVisible();
    await accessible(newcomer);
    await newcomer.getByLabel(t.session.newPassword, { exact: true }).fill('a password long enough');
    await newcomer.getByRole('button', { name: t.session.comeIn }).click();
    await expect(newcomer.getByRole('heading', { level: 1, name: t.nav.dashboard })).toBeVisible();
    await accessible(newcomer);

    await admin.goto('/customers?q=Saarte');
    await admin.getByRole('link', { name: 'Saarte Kalatööstus AS' }).click();
    await expect(admin.getByRole('heading', { name: t.customer.contacts })).toBeVisible();
    await accessible(admin);
    await admin.keyboard.press('Control+k');
    await admin.getByPlaceholder(t.app.search).fill('Viru');
    await expect(admin.getByRole('button', { name: /Viru Elekter/ }).first()).toBeVisible();
    await admin.keyboard.press('Escape');
    await expect(admin.getByPlaceholder(t.app.search)).toBeHidden();
  });

  test(`a system is let in and shut out (${language})`, async ({ browser, request }) => {
    const admin = await signIn(browser, 'mari@sild.example', language);
    await admin.goto('/settings/api-clients');
    await admin.getByRole('button', { name: t.apiClient.new }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByRole('button', { name: t.apiClient.create, exact: true }).click();
    await expect(dialog.getByText(t.apiClient.noScope)).toBeVisible();
    const name = `CRM ${Date.now()}`;
    await dialog.getByRole('textbox', { name: t.apiClient.name }).fill(name);
    await dialog.getByRole('checkbox', { name: 'me:read' }).check();
    await accessible(admin);
    await dialog.getByRole('button', { name: t.apiClient.create, exact: true }).click();
    const proof = async () => ({
      grant_type: 'client_credentials',
      client_id: await dialog.getByRole('textbox', { name: t.apiClient.clientId }).inputValue(),
      client_secret: await dialog.getByRole('textbox', { name: t.apiClient.secret, exact: true }).inputValue(),
    });
    const first = await proof();
    await accessible(admin);
    await dialog.getByRole('button', { name: t.apiClient.kept }).click();
    const client = admin.getByRole('article', { name });
    await expect(client.getByText(t.apiClient.active)).toBeVisible();
    await accessible(admin);

    await client.getByRole('button', { name: t.apiClient.rotate }).click();
    await dialog.getByRole('button', { name: t.apiClient.rotate }).click();
    await expect(dialog.getByText(t.apiClient.shownOnce)).toBeVisible();
    const second = await proof();
    await dialog.getByRole('button', { name: t.apiClient.kept }).click();
    await expect(client.getByText(t.apiClient.oldSecretUntil)).toBeVisible();
    for (const form of [first, second]) expect((await request.post('/oauth/token', { form })).status()).toBe(200);

    await client.getByRole('button', { name: t.apiClient.revoke }).click();
    await accessible(admin);
    await dialog.getByRole('button', { name: t.apiClient.revoke }).click();
    await expect(client.getByText(t.apiClient.revokedAt)).toBeVisible();
    expect((await request.post('/oauth/token', { form: second })).status()).toBe(401);

    const keys = admin.getByRole('region', { name: t.signingKey.title });
    await keys.getByRole('button', { name: t.signingKey.replace }).click();
    await dialog.getByRole('button', { name: t.signingKey.replace }).click();
    await expect(keys.getByText(t.signingKey.state.coming).first()).toBeVisible();

    await admin.goto('/settings/audit?thing=signing_key');
    const latest = admin
      .getByRole('article')
      .filter({ hasText: `${t.audit.operations.INSERT}: signing_key` })
      .first();
    await latest.getByText(t.audit.details).click();
    await expect(latest.getByText('(secret)').first()).toBeVisible();
    await admin.getByRole('button', { name: t.audit.check }).click();
    await expect(admin.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
    await accessible(admin);
  });

  test(`a phone is wide enough (${language})`, async ({ browser }) => {
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
