import { screen } from '@testing-library/react';
import dayjs from 'dayjs';
import i18next from 'i18next';
import { HttpResponse, http } from 'msw';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Language } from '@/api/gen';
import { formats } from '@/ui/format';
import { parseAmount } from '@/ui/money';
import is from '../../test/is.json';
import { visit } from '../../test/render';
import { server } from '../../test/setup';
import { setLanguage } from '.';
import en from './en.json';
import { type LanguageDefinition, languages } from './languages';

// Icelandic, which Sild does not have: one file of texts, here those of the sign-in page. Its code would be in the contract.
const code = 'is' as Language;
const texts = { ...en, session: { ...en.session, ...is.session }, run: { ...en.run, ...is.run } };
const list = languages as LanguageDefinition[];

beforeAll(() => {
  list.push({ code, name: 'Íslenska', load: async () => ({ default: texts }) });
});

afterAll(async () => {
  list.pop();
  await setLanguage('en', false);
});

beforeEach(async () => {
  const refused = () => HttpResponse.json({ code: 'unauthenticated', status: 401 }, { status: 401 });
  server.use(http.get('*/api/v1/me', refused), http.post('*/api/v1/sessions/refresh', refused));
  await visit('/sign-in', code);
});

test('the app is shown in it and offers it', async () => {
  expect(await screen.findByRole('heading', { name: 'Skrá inn' })).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Netfang' })).toBeVisible();
  expect(document.documentElement.lang).toBe('is');
  expect(screen.getByRole('radio', { name: 'IS' })).toBeChecked();
});

test('plural forms are its own', () => {
  const confirm = (count: number) => i18next.t('run.confirm', { count });
  expect([confirm(1), confirm(5), confirm(21)]).toEqual([
    'Dreifa 1 tækifæri',
    'Dreifa 5 tækifærum',
    'Dreifa 21 tækifæri',
  ]);
});

test('dates, numbers and names follow it', () => {
  const format = formats(code);
  expect(format.money({ amount: 6384.5, currency: 'EUR' })).toBe('6.384,50\u00a0EUR');
  expect(format.date('2026-04-03')).toBe('03.04.2026');
  expect(format.country('EE')).toBe('Eistland');
  expect(parseAmount('1.250,50', 'EUR', code)).toEqual({ amount: 1250.5 });
  expect(dayjs('2026-03-02').format('MMMM dd')).toBe('mars má');
});
