import { Alert, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type CheckRegistration, checkRegistration, type Problem, type ProtectionView } from '@/api/gen';
import { useFormats } from '@/ui/format';
import { useSettled } from '@/ui/useSettled';
import { useDeciders } from './useDeciders';

/** Asks, as one types, whether exclusivity can be had; null asks nothing. */
export function useProtection(asked: CheckRegistration | null) {
  const body = useSettled(asked);
  return useQuery<ProtectionView, Problem>({
    queryKey: [{ _id: 'checkRegistration', body }],
    queryFn: async () => (await checkRegistration({ body: body as CheckRegistration, throwOnError: true })).data,
    enabled: body !== null,
    retry: false,
  });
}

/** What a partner hears before it asks: free, under review, or protected until some day. */
export function ProtectionHint({ found }: { found: ProtectionView | undefined }) {
  const { t } = useTranslation();
  const format = useFormats();
  const deciders = useDeciders();
  if (!found) return null;
  const { approval } = found;
  const color = { FREE: 'teal', UNDER_REVIEW: 'orange', PROTECTED: 'red' }[found.result];
  return (
    <Alert
      variant="outline"
      color={color}
      role="status"
      title={
        found.result === 'PROTECTED' && found.protectedUntil
          ? t('registration.protection.PROTECTED', { date: format.date(found.protectedUntil) })
          : t(`registration.protection.${found.result as 'FREE'}`)
      }
    >
      <Text size="sm">{t(`registration.protectionHint.${found.result}`)}</Text>
      {approval ? (
        <Text size="sm">
          {approval.automatic
            ? t('registration.approvesItself')
            : t('registration.wouldDecide', {
                who: deciders.all(approval.steps),
                when: format.relative(approval.decideBy),
                interpolation: { escapeValue: false },
              })}
        </Text>
      ) : null}
    </Alert>
  );
}

/** Warns the vendor's people that another partner has exclusivity for a customer. */
export function ProtectionWarning({ asked, except }: { asked: CheckRegistration | null; except?: string | null }) {
  const { t } = useTranslation();
  const format = useFormats();
  const found = useProtection(asked);
  const holders = (found.data?.conflicts ?? []).filter(
    (one) => one.kind === 'REGISTRATION' && one.exclusiveUntil && one.partner?.id !== except,
  );
  if (!holders.length) return null;
  return (
    <Alert variant="outline" color="orange" title={t('registration.warning')}>
      <List size="sm">
        {holders.map((one) => (
          <List.Item key={one.registration?.id}>
            {t('registration.warningLine', {
              partner: one.partner?.name ?? '',
              date: format.date(one.exclusiveUntil ?? ''),
              lines: one.productLines.join(', '),
              by: t(`registration.by.${one.matchedBy}`).toLowerCase(),
              customer: one.customer.name,
              interpolation: { escapeValue: false },
            })}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
