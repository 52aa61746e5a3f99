import { SegmentedControl } from '@mantine/core';
import { startTransition, useOptimistic } from 'react';
import { useTranslation } from 'react-i18next';
import { setLanguage, useLanguage } from '@/i18n';
import { languages } from '@/i18n/languages';

/** Switches the language, remembered on this device. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  // Shown immediately, before the texts are loaded, so that the user can switch back meanwhile.
  const [shown, show] = useOptimistic(useLanguage());
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('app.language')}
      value={shown}
      onChange={(language) =>
        startTransition(async () => {
          show(language);
          await setLanguage(language);
        })
      }
      data={languages.map(({ code }) => ({ value: code, label: code.toUpperCase() }))}
    />
  );
}
