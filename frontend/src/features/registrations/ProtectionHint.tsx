import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProtectionView } from '@/api/gen';
import { useApproverNames } from '@/features/approvals/useApproverNames';
import { useFormats } from '@/ui/format';

/** Shows a partner whether a registration is possible: free, under review, or protected until a date. */
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
