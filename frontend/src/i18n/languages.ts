import type { Language } from '@/api/gen';
import { zLanguage } from '@/api/gen/zod.gen';

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

const regions: Partial<Record<Language, string>> = { en: 'GB' };

/** The language's own name. */
const nameOf = (code: Language) => {
  const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
};

/** Every language of the contract, by name; its texts are in a file named by its code. */
export const languages: readonly LanguageDefinition[] = zLanguage.options
  .map((code) => ({ code, name: nameOf(code), region: regions[code], load: () => import(`./${code}.json`) }))
  .sort((one, other) => one.name.localeCompare(other.name, sourceLanguage));

export const definitionOf = (code: string | null | undefined) => languages.find((language) => language.code === code);

/** The locale in which dates, numbers and names of a language are written. */
export const localeOf = (code: string) => {
  const region = definitionOf(code)?.region;
  return region ? `${code}-${region}` : code;
};
