import { useTranslation } from 'react-i18next';
import { isTextKey } from '@/i18n';

/** The text of a reason's code; a code that this version does not know yet stays as it is. */
export function useReasonText() {
  const { t } = useTranslation();
  return (code: string) => {
    const key = `reason.${code}`;
    return isTextKey(key) ? t(key) : code;
  };
}
