import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldChange, TimelineEntry } from '@/api/gen';
import { useFormats } from '@/ui/format';

/** What fields are called on the page where they are called otherwise than in the API. */
const words = {
  estimatedValue: 'opportunity.value',
  contactIds: 'customer.contacts',
  productLineIds: 'opportunity.productLines',
  requiredCompetencyIds: 'opportunity.requiredCompetencies',
  territoryId: 'opportunity.territory',
  industryId: 'customer.industry',
  ownerId: 'opportunity.owner',
} as const;

/** What happened, in words, with why and what was before. */
export function EventText({ entry }: { entry: TimelineEntry }) {
  const { t, i18n } = useTranslation();
  const format = useFormats();
  const details = entry.details ?? {};
  if (!entry.event) return null;
  const named = (value: string | null | undefined) => {
    if (!value) return '';
    for (const group of ['phase', 'status'] as const)
      if (i18n.exists(`${group}.${value}`))
        return group === 'phase' ? t(`phase.${value as 'QUOTING'}`) : t(`status.${value as 'NEW'}`);
    return /^\d{4}-\d\d-\d\d$/.test(value) ? format.date(value) : value;
  };
  const why = [details.reasonCode ? t(`reason.${details.reasonCode as 'OTHER'}`) : null, details.reason]
    .filter(Boolean)
    .join(': ');
  const called = (name: string) => {
    if (name in words) return t(words[name as keyof typeof words]);
    if (i18n.exists(`policy.masked.${name}`)) return t(`policy.masked.${name as 'NAME'}`);
    return i18n.exists(`opportunity.${name}`) ? t(`opportunity.${name as 'topic'}`) : t('timeline.otherField');
  };
  const worth = (text: string | null | undefined) => {
    const [amount, currency] = text?.split(' ') ?? [];
    return amount && currency ? format.money({ amount: Number(amount), currency }) : '–';
  };
  /** Of the value also how it was and is: others may have to decide on it for that. */
  const field = ({ field: name, before, after }: FieldChange) =>
    name === 'estimatedValue' ? `${called(name)} ${worth(before)} → ${worth(after)}` : called(name);
  return (
    <>
      <Text size="sm">
        {t(`event.${entry.event}`)}
        {details.with ? `: ${details.with.name}` : ''}
        {details.to ? `: ${named(details.from)} → ${named(details.to)}` : ''}
        {details.value ? `: ${format.money(details.value)}` : ''}
        {details.changes ? `: ${[...new Set(details.changes.map(field))].join(', ')}` : ''}
      </Text>
      {why ? <Text size="sm">{why}</Text> : null}
    </>
  );
}
