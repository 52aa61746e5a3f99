import dayjs from 'dayjs';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import 'dayjs/locale/et';

export const languages = ['en', 'et'] as const;
export type Language = (typeof languages)[number];

const KEY = 'sild-lang';
const isLanguage = (text: string | null): text is Language => text === 'en' || text === 'et';

/** How the numbers, dates and names of a language are written. */
export const localeOf = (language: string) => (language === 'et' ? 'et-EE' : 'en-GB');

/** What the person chose on this device; null where they never did. */
export const chosenLanguage = () => {
  const stored = localStorage.getItem(KEY);
  return isLanguage(stored) ? stored : null;
};

const load = async (language: Language) =>
  language === 'et' ? (await import('./et.json')).default : (await import('./en.json')).default;

const apply = (language: Language) => {
  document.documentElement.lang = language;
  dayjs.locale(language);
};

export async function initI18n() {
  const initial = chosenLanguage() ?? (navigator.language.startsWith('et') ? 'et' : 'en');
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
 * Of two choices in quick succession the later one counts, however long the words of the earlier one take to come.
 *
 * @param remember whether this was the person's own choice on this device
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
