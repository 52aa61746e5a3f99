import { SegmentedControl } from '@mantine/core';
import { startTransition, useOptimistic } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, setLanguage } from '@/i18n';

/** Estonian or English, remembered on this device. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  // Shown at once, before the words have come: a second choice would not be one as long as the first is not shown.
  const [shown, show] = useOptimistic(i18n.language);
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('app.language')}
      value={shown}
      onChange={(language) =>
        startTransition(async () => {
          show(language);
          await setLanguage(language as Language);
        })
      }
      data={[
        { value: 'et', label: 'ET' },
        { value: 'en', label: 'EN' },
      ]}
    />
  );
}
