import { expect } from '@playwright/test';
import { createOpportunity, decline, openAs } from './actions';
import { accessible, administratorOf, languageAt, signIn, test, textsOf } from './support';

const language = languageAt(0);
const texts = textsOf(language);
const mark = `${language} ${Date.now()}`;

test(`a cascade continues with the next partner and shows why (${language})`, async ({ browser }) => {
  const staff = await signIn(browser, 'tomas@sild.example', language);
  const url = await createOpportunity(staff, texts, `Kaskaad ${mark}`);
  await staff.getByRole('button', { name: texts.opportunity.action.DISTRIBUTE }).click();
  const dialog = staff.getByRole('dialog');
  await dialog.getByRole('combobox', { name: texts.method.title }).click();
  await staff.getByRole('option', { name: texts.method.CASCADE }).click();
  await dialog.getByRole('button', { name: texts.match.weights }).click();
  await expect(dialog.getByRole('slider', { name: texts.match.by.TIER })).toBeVisible();
  const first = await dialog.getByText(/^1\. /).innerText();
  await dialog.getByRole('button', { name: texts.match.explain.replace('{{name}}', first.replace('1. ', '')) }).click();
  await expect(dialog.getByRole('table', { name: texts.match.scores })).toBeVisible();
  await accessible(staff);
  await dialog.getByRole('button', { name: texts.opportunity.action.DISTRIBUTE }).click();
  await expect(dialog).toBeHidden();
  await expect(staff.getByRole('link', { name: first.replace('1. ', ''), exact: true })).toBeVisible();
  const partner = first.replace('1. ', '');
  const refusing = await openAs(browser, administratorOf(partner), language, url);
  await decline(refusing, texts);

  // The next partner has the offer, and the first one no longer sees it.
  await staff.reload();
  await expect(staff.getByRole('heading', { level: 1 })).toContainText(texts.status.DELIVERED);
  await expect(staff.getByRole('link', { name: partner, exact: true })).toHaveCount(0);
  await expect(staff.getByRole('button', { name: texts.match.whyShort })).toHaveCount(2);
  await refusing.goto(url);
  await expect(refusing.getByRole('alert')).toBeVisible();
  await staff.getByRole('button', { name: texts.match.whyShort }).last().click();
  await expect(staff.getByRole('dialog')).toContainText(first);
  await accessible(staff);
});
