import { Text } from '@mantine/core';
import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { FieldChange, TimelineEntry } from '@/api/gen';
import { isTextKey } from '@/i18n';
import { useFormats } from '@/ui/format';
import { useReasonText } from '@/ui/useReasonText';
import { fieldLabel, isAmount } from './fieldLabels';

type Kind = NonNullable<TimelineEntry['event']>;
// An error here names the text that a new kind lacks in the files of i18n.
({}) satisfies Record<Exclude<`event.${Kind}`, ParseKeys>, true>;

/** An event as text, with its reason and what changed. */
export function EventText({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation();
  const format = useFormats();
  const reasonText = useReasonText();
  const details = entry.details ?? {};
  if (!entry.event) return null;
  const named = (value: string | null | undefined) => {
    if (!value) return '';
    for (const key of [`phase.${value}`, `status.${value}`]) if (isTextKey(key)) return t(key);
    return /^\d{4}-\d\d-\d\d$/.test(value) ? format.date(value) : value;
  };
  const why = [details.reasonCode ? reasonText(details.reasonCode) : null, details.reason].filter(Boolean).join(': ');
  const called = (name: string) => t(fieldLabel(name));
  const worth = (text: string | null | undefined) => {
    const [amount, currency] = text?.split(' ') ?? [];
    return amount && currency ? format.money({ amount: Number(amount), currency }) : '–';
  };
  /** For an amount also before and after, which helps to resolve a conflict. */
  const field = ({ field: name, before, after }: FieldChange) =>
    isAmount(name) ? `${called(name)} ${worth(before)} → ${worth(after)}` : called(name);
  return (
    <>
      <Text size="sm">
        {t(`event.${entry.event}`)}
        {details.with ? `: ${details.with.name}` : ''}
        {details.to ? `: ${named(details.from)} → ${named(details.to)}` : ''}
        {details.value ? `: ${format.money(details.value)}` : ''}
        {details.changes ? `: ${[...new Set(details.changes.map(field))].join(', ')}` : ''}
      </Text>
      {details.rules ? (
        <Text size="sm">{details.rules.map((rule) => t(`match.broken.${rule}`)).join(', ')}</Text>
      ) : null}
      {why ? <Text size="sm">{why}</Text> : null}
    </>
  );
}
