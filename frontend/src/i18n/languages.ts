import type { Language } from '@/api/gen';

/** The texts that the keys are typed from; a language that is missing in the browser's settings falls back to it. */
export type Texts = typeof import('./en.json');
export const sourceLanguage: Language = 'en';

export interface LanguageDefinition {
  code: Language;
  /** In the language itself. */
  name: string;
  /** For dates and numbers, where the language's most likely region is not meant. */
  region?: string;
  load: () => Promise<{ default: Texts }>;
}

/** Every language of the app, by name. A new one is one line here and its file of texts. */
export const languages: readonly LanguageDefinition[] = [
  { code: 'et', name: 'Eesti', load: () => import('./et.json') },
  { code: 'en', name: 'English', region: 'GB', load: () => import('./en.json') },
];

export const definitionOf = (code: string | null | undefined) => languages.find((language) => language.code === code);

/** The locale in which dates, numbers and names of a language are written. */
export const localeOf = (code: string) => {
  const region = definitionOf(code)?.region;
  return region ? `${code}-${region}` : code;
};
