import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import type { TFunction } from 'i18next';

dayjs.extend(customParseFormat);

// DateInput's own parser is `new Date(text)`: it rejects 24.12.2026 and reads 03.04.2026 as 4 March.
const accepted = ['DD.MM.YYYY', 'D.M.YYYY', 'D.M.YY', 'DD/MM/YYYY', 'D/M/YYYY', 'YYYY-MM-DD'];

export const dateInputProps = (t: TFunction) => ({
  valueFormat: t('form.dateFormat'),
  placeholder: t('form.datePlaceholder'),
  clearable: true,
  clearButtonProps: { 'aria-label': t('table.clear') },
  dateParser: (text: string) => {
    const day = dayjs(text.trim(), accepted, true);
    return day.isValid() ? day.format('YYYY-MM-DD') : null;
  },
  ariaLabels: { nextMonth: t('form.nextMonth'), previousMonth: t('form.previousMonth') },
});
