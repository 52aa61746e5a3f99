import { expect } from '@playwright/test';
import { accessible, codes, signIn, test, textsOf } from './support';

for (const language of codes) {
  const texts = textsOf(language);
  test(`an API client is created, rotated and revoked (${language})`, async ({ browser, request }) => {
    const admin = await signIn(browser, 'mari@sild.example', language);
    await admin.goto('/settings/api-clients');
    await admin.getByRole('button', { name: texts.apiClient.new }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByRole('button', { name: texts.apiClient.create, exact: true }).click();
    await expect(dialog.getByText(texts.apiClient.noScope)).toBeVisible();
    const name = `CRM ${Date.now()}`;
    await dialog.getByRole('textbox', { name: texts.apiClient.name }).fill(name);
    await dialog.getByRole('checkbox', { name: 'me:read' }).check();
    await accessible(admin);
    await dialog.getByRole('button', { name: texts.apiClient.create, exact: true }).click();
    const proof = async () => ({
      grant_type: 'client_credentials',
      client_id: await dialog.getByRole('textbox', { name: texts.apiClient.clientId }).inputValue(),
      client_secret: await dialog.getByRole('textbox', { name: texts.apiClient.secret, exact: true }).inputValue(),
    });
    const first = await proof();
    await accessible(admin);
    await dialog.getByRole('button', { name: texts.apiClient.kept }).click();
    const client = admin.getByRole('article', { name });
    await expect(client.getByText(texts.apiClient.active)).toBeVisible();
    await accessible(admin);

    await client.getByRole('button', { name: texts.apiClient.rotate }).click();
    await dialog.getByRole('button', { name: texts.apiClient.rotate }).click();
    await expect(dialog.getByText(texts.apiClient.shownOnce)).toBeVisible();
    const second = await proof();
    await dialog.getByRole('button', { name: texts.apiClient.kept }).click();
    await expect(client.getByText(texts.apiClient.oldSecretUntil)).toBeVisible();
    for (const form of [first, second]) expect((await request.post('/oauth/token', { form })).status()).toBe(200);

    await client.getByRole('button', { name: texts.apiClient.revoke }).click();
    await accessible(admin);
    await dialog.getByRole('button', { name: texts.apiClient.revoke }).click();
    await expect(client.getByText(texts.apiClient.revokedAt)).toBeVisible();
    expect((await request.post('/oauth/token', { form: second })).status()).toBe(401);

    const keys = admin.getByRole('region', { name: texts.signingKey.title });
    await keys.getByRole('button', { name: texts.signingKey.replace }).click();
    await dialog.getByRole('button', { name: texts.signingKey.replace }).click();
    await expect(keys.getByText(texts.signingKey.state.coming).first()).toBeVisible();

    await admin.goto('/settings/audit?thing=signing_key');
    const latest = admin
      .getByRole('article')
      .filter({ hasText: `${texts.audit.operations.INSERT}: ${texts.audit.things.signing_key}` })
      .first();
    await latest.getByText(texts.audit.details).click();
    await expect(latest.getByText('(secret)').first()).toBeVisible();
    await admin.getByRole('button', { name: texts.audit.check }).click();
    await expect(admin.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
    await accessible(admin);
  });
}
