import { expect } from '@playwright/test';
import { createOpportunity, openAs, põhjala } from './actions';
import { accessible, administratorOf, codes, signIn, test, textsOf } from './support';

for (const language of codes) {
  const texts = textsOf(language);

  test(`a partner sees within seconds that an offer was recalled (${language})`, async ({ browser }) => {
    const staff = await signIn(browser, 'liis@sild.example', language);
    const url = await createOpportunity(staff, texts, `Tagasi võetud ${language} ${Date.now()}`);
    await staff.getByRole('button', { name: texts.opportunity.action.DISTRIBUTE }).click();
    const dialog = staff.getByRole('dialog');
    await dialog.getByRole('textbox', { name: texts.distribute.search }).fill(põhjala);
    await dialog.getByRole('radio', { name: new RegExp(põhjala) }).check();
    await dialog.getByRole('button', { name: texts.opportunity.action.DISTRIBUTE }).click();
    await expect(dialog).toBeHidden();

    const partner = await openAs(browser, administratorOf('Põhjala Süsteemid OÜ'), language, url);
    const accept = partner.getByRole('button', { name: texts.opportunity.action.ACCEPT });
    await expect(accept).toBeVisible();
    await partner.getByRole('textbox', { name: texts.timeline.write }).fill('Küsin enne veel');

    await staff.getByRole('button', { name: texts.opportunity.action.RECALL }).click();
    await staff.getByRole('dialog').getByRole('button', { name: texts.opportunity.action.RECALL }).click();
    await expect(accept).toHaveCount(0, { timeout: 5_000 });
    const notice = partner.getByRole('alert').filter({ hasText: texts.opportunity.gone });
    await expect(notice).toContainText(texts.notification.kind.RECALLED);
    await expect(partner.getByRole('button', { name: texts.opportunity.action.DECLINE })).toHaveCount(0);
    await expect(partner.getByRole('heading', { level: 1 })).not.toContainText(texts.status.DELIVERED);
    await expect(partner.getByRole('textbox', { name: texts.timeline.write })).toHaveValue('Küsin enne veel');
    await accessible(partner);
  });
}
