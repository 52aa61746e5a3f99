import { Alert, List, Textarea, type TextareaProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/api/gen';

/** Whether the request failed because rules exclude the partner. */
export const isNotEligible = (problem: Problem | null | undefined) => problem?.code === 'distribution.not-eligible';

/** Why partners are not eligible, and the reason for which staff override the rules. */
export function OverrideReason({ reasons, ...input }: { reasons: string[] } & TextareaProps) {
  const { t } = useTranslation();
  return (
    <Alert variant="outline" color="orange" title={t('override.title')}>
      {reasons.length ? (
        <List size="sm" mb="sm" style={{ overflowWrap: 'anywhere' }}>
          {reasons.map((reason) => (
            <List.Item key={reason}>{reason}</List.Item>
          ))}
        </List>
      ) : null}
      <Textarea
        label={t('override.reason')}
        description={t('override.hint')}
        autosize
        minRows={2}
        maxLength={2000}
        required
        {...input}
      />
    </Alert>
  );
}
