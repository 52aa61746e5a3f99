import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Ref, Source } from '@/api/gen';
import { useMe } from '@/features/session/useMe';
import { useFormats } from '@/ui/format';

interface Conditioned {
  valueFrom?: number | null;
  valueTo?: number | null;
  tiers?: Ref[];
  territories: Ref[];
  productLines: Ref[];
  source?: Source | null;
}

/** The conditions of a rule as text. */
export function RuleConditions({ rule }: { rule: Conditioned }) {
  const { t } = useTranslation();
  const format = useFormats();
  const me = useMe();
  const money = (amount: number) => format.money({ amount, currency: me.baseCurrency });
  const names = (refs: { name: string }[]) => refs.map((ref) => ref.name).join(', ');
  const conditions = [
    rule.valueFrom == null ? null : t('rule.from', { value: money(rule.valueFrom) }),
    rule.valueTo == null ? null : t('rule.to', { value: money(rule.valueTo) }),
    rule.tiers?.length ? t('approval.ofTiers', { names: names(rule.tiers) }) : null,
    rule.territories.length ? t('rule.in', { names: names(rule.territories) }) : null,
    rule.productLines.length ? t('rule.of', { names: names(rule.productLines) }) : null,
    rule.source ? t(`rule.broughtBy.${rule.source}`) : null,
  ].filter(Boolean);
  return (
    <Text size="sm" c="dimmed">
      {conditions.length ? conditions.join(' · ') : t('rule.always')}
    </Text>
  );
}
