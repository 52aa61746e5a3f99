import { Alert, List, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CheckRegistration, ProtectionView } from '@/api/gen';
import { checkRegistrationOptions } from '@/api/gen/@tanstack/react-query.gen';
import { useApproverNames } from '@/features/approvals/useApproverNames';
import { useFormats } from '@/ui/format';

/** Checks while the user types whether exclusivity is available; null checks nothing. */
export function useProtection(asked: CheckRegistration | null) {
  // As text, which stays equal while the form says the same.
  const [text] = useDebouncedValue(JSON.stringify(asked), 400);
  const body: CheckRegistration | null = JSON.parse(text);
  return useQuery({
    ...checkRegistrationOptions({ body: body ?? { productLineIds: [] } }),
    enabled: body !== null,
    retry: false,
  });
}

/** What a partner hears before it asks: free, under review, or protected until some day. */
export function ProtectionHint({ found }: { found: ProtectionView | undefined }) {
  const { t } = useTranslation();
  const format = useFormats();
  const deciders = useApproverNames();
  if (!found) return null;
  const { approval } = found;
  const color = { FREE: 'teal', UNDER_REVIEW: 'orange', PROTECTED: 'red' }[found.result];
  return (
    <Alert
      variant="outline"
      color={color}
      role="status"
      title={
        found.result === 'PROTECTED'
          ? t('registration.protection.PROTECTED', {
              date: found.protectedUntil ? format.date(found.protectedUntil) : '',
            })
          : t(`registration.protection.${found.result}`)
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
