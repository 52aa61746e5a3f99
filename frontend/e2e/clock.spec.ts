import { writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { accessible, administratorOf, type Language, signIn, words } from './support';

const clock = process.env.SILD_CLOCK ?? '';

/** Puts the application's clock forward; nobody is signed in after that. */
const putForward = (by: string) => writeFileSync(clock, by);

for (const language of ['en'] as Language[]) {
  const t = words(language);
  const mark = `${language} ${Date.now()}`;

  test(`a cascade goes on over a decline and an expiry (${language})`, async ({ browser }) => {
    putForward('PT0S');
    const staff = await signIn(browser, 'liis@sild.example', language);
    await staff.goto('/opportunities/new');
    await staff.getByRole('textbox', { name: t.opportunity.topic, exact: true }).fill(`Kell ${mark}`);
    await staff.getByText(t.customer.new, { exact: true }).click();
    await staff.getByRole('textbox', { name: t.customer.name }).fill(`Klient ${mark}`);
    await staff.getByRole('button', { name: t.opportunity.create }).click();
    await expect(staff.getByRole('heading', { level: 1 })).toContainText(mark);
    const url = staff.url();
    await staff.getByRole('button', { name: t.opportunity.action.DISTRIBUTE }).click();
    const dialog = staff.getByRole('dialog');
    await dialog.getByRole('combobox', { name: t.method.title }).click();
    await staff.getByRole('option', { name: t.method.CASCADE }).click();
    const ranked = await dialog.getByText(/^[123]\. /).allInnerTexts();
    const [first, second, third] = ranked.map((line) => line.replace(/^\d\. /, ''));
    await dialog.getByRole('button', { name: t.opportunity.action.DISTRIBUTE }).click();
    await expect(dialog).toBeHidden();

    const refusing = await signIn(browser, administratorOf(first ?? ''), language);
    await refusing.goto(url);
    await refusing.getByRole('button', { name: t.opportunity.action.DECLINE }).click();
    const reason = refusing.getByRole('dialog');
    await reason.getByRole('combobox', { name: t.opportunity.reasonCode }).click();
    await refusing.getByRole('option', { name: t.reason.NO_CAPACITY }).click();
    await reason.getByRole('button', { name: t.opportunity.action.DECLINE }).click();
    // It goes on by itself, and staff see it without a reload.
    await expect(staff.getByRole('link', { name: second, exact: true })).toBeVisible();

    putForward('PT240H');
    await expect
      .poll(async () => (await fetch(new URL('/q/inbox', url))).text(), { timeout: 30_000 })
      .toMatch(new RegExp(`(Nobody answered in time|Tähtajaks ei vastatud): Kell ${mark}`));
    const later = await signIn(browser, 'liis@sild.example', language);
    await later.goto(url);
    await expect(later.getByRole('link', { name: third, exact: true })).toBeVisible();
    await expect(later.getByRole('heading', { level: 1 })).toContainText(t.status.DELIVERED);
    await expect(later.getByText(t.event.EXPIRED).first()).toBeVisible();
    await expect(later.getByRole('button', { name: t.match.whyShort })).toHaveCount(3);
    await accessible(later);
    await later.goto('/notifications');
    await expect(
      later.getByRole('link', { name: new RegExp(mark) }).filter({
        hasText: t.notification.kind.EXPIRED.replace('{{about}}', second ?? ''),
      }),
    ).toBeVisible();
    await accessible(later);
  });
}
