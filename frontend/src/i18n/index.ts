import i18next, { type ParseKeys } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Language } from '@/api/gen';
import { setDayjsLocale } from './dayjsLocale';
import { definitionOf, languages, sourceLanguage } from './languages';

const KEY = 'sild-lang';

/** The language that the user selected on this device; undefined where they never did. */
export const chosenLanguage = () => definitionOf(localStorage.getItem(KEY))?.code;

const browserLanguage = () => definitionOf(navigator.language.split('-')[0])?.code;

/** The language on screen. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return definitionOf(i18n.language)?.code ?? sourceLanguage;
}

/** Whether there is a text for a key that is put together at run time. */
export const isTextKey = (key: string): key is ParseKeys => i18next.exists(key);

/** The names of the texts in a group, such as `audit.things`. */
export const textNames = (group: string): string[] =>
  Object.keys(i18next.getResource(i18next.language, 'translation', group) ?? {});

const load = async (code: Language) => (await definitionOf(code)?.load())?.default ?? {};

const apply = (language: Language) => {
  document.documentElement.lang = language;
  setDayjsLocale(language);
};

export async function initI18n() {
  const initial = chosenLanguage() ?? browserLanguage() ?? sourceLanguage;
  await i18next.use(initReactI18next).init({
    lng: initial,
    fallbackLng: false,
    interpolation: { escapeValue: false },
    resources: { [initial]: { translation: await load(initial) } },
  });
  apply(initial);
  return i18next;
}

let wanted: Language | undefined;

/**
 * Changes the language. The last of several quick changes wins, even if its texts arrive first.
 *
 * @param remember whether this was the user's own choice on this device
 */
export async function setLanguage(language: Language, remember = true) {
  wanted = language;
  if (remember) localStorage.setItem(KEY, language);
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', await load(language));
  if (wanted !== language) return;
  apply(language);
  await i18next.changeLanguage(language);
}

/** Options of a select. */
export const languageOptions = languages.map(({ code, name }) => ({ value: code, label: name }));
