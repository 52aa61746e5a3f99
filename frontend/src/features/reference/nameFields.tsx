import { TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { languages } from '@/i18n/languages';

/** The names of an entry in each language; empty for a language without one. */
export const namesOf = (entry: { names: Record<string, string> } | null | undefined) =>
  Object.fromEntries(languages.map(({ code }) => [code, entry?.names[code] ?? '']));

/** Only the languages that have a name. */
export const givenNames = (names: Record<string, string>) =>
  Object.fromEntries(Object.entries(names).filter(([, name]) => name.trim()));

/** Names for a patch: null removes the name in a language. */
export const patchedNames = (names: Partial<Record<string, string>> | undefined) =>
  names && Object.fromEntries(Object.entries(names).map(([code, name]) => [code, name?.trim() || null]));

/** The label of the name in a language, such as “Name in Estonian”. */
function useNameLabel() {
  const { t, i18n } = useTranslation();
  const languageNames = new Intl.DisplayNames([i18n.language], { type: 'language' });
  return (code: string) => t('vocabulary.nameIn', { language: languageNames.of(code) ?? code });
}

/** How the names are shown in a conflict. */
export function useShownNames() {
  const { t } = useTranslation();
  const label = useNameLabel();
  return {
    name: { label: t('vocabulary.name') },
    ...(Object.fromEntries(languages.map(({ code }) => [`names.${code}`, { label: label(code) }])) as Record<
      `names.${string}`,
      { label: string }
    >),
  };
}

/** The name for all languages, and those in single ones. */
export function NameFields({ props }: { props: (path: string) => GetInputPropsReturnType }) {
  const { t } = useTranslation();
  const label = useNameLabel();
  return (
    <>
      <TextInput
        label={t('vocabulary.name')}
        description={t('vocabulary.nameHint')}
        withAsterisk
        maxLength={100}
        data-autofocus
        {...props('name')}
      />
      {languages.map(({ code }) => (
        <TextInput key={code} label={label(code)} lang={code} maxLength={100} {...props(`names.${code}`)} />
      ))}
    </>
  );
}

/** The names of an entry besides the one that is shown. */
export const otherNames = ({
  name,
  names,
  displayName,
}: {
  name: string;
  names: Record<string, string>;
  displayName: string;
}) => [...new Set([name, ...Object.values(names)])].filter((one) => one !== displayName).join(' · ');
