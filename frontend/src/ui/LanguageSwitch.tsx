import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Language, setLanguage } from '@/i18n';

/** Estonian or English, remembered on this device. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('app.language')}
      value={i18n.language}
      onChange={(language) => void setLanguage(language as Language)}
      data={[
        { value: 'et', label: 'ET' },
        { value: 'en', label: 'EN' },
      ]}
    />
  );
}
