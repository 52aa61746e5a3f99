import i18next from 'i18next';
import { expect, test } from 'vitest';
import { initI18n, setLanguage } from '.';

test('the last of several quick language changes wins', async () => {
  localStorage.setItem('sild-lang', 'et');
  await initI18n();
  // English is not loaded yet, Estonian is.
  await Promise.all([setLanguage('en'), setLanguage('et')]);
  expect(i18next.language).toBe('et');
  expect(document.documentElement.lang).toBe('et');
  expect(localStorage.getItem('sild-lang')).toBe('et');
});
