import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DealRegistrationView } from '@/api/gen';
import { useFormats } from '@/ui/format';
import { useApproverNames } from './useApproverNames';

/** The approvers of a registration in their order, and who has approved. */
export function ApprovalSteps({ registration }: { registration: DealRegistrationView }) {
  const { t } = useTranslation();
  const format = useFormats();
  const deciders = useApproverNames();
  if (!registration.approval.steps.length)
    return (
      <Text span size="sm">
        {t('registration.approvesItself')}
      </Text>
    );
  const next =
    registration.status === 'SUBMITTED' || registration.change
      ? registration.approval.steps.findIndex((step) => !step.decidedBy)
      : -1;
  return (
    <List type="ordered" size="sm" withPadding={false} aria-label={t('registration.deciders')}>
      {registration.approval.steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is identified by its position
        <List.Item key={index} aria-current={index === next ? 'step' : undefined}>
          <Text span size="sm" fw={index === next ? 600 : undefined}>
            {step.decidedBy?.name ?? deciders.one(step)}
          </Text>
          {step.decidedAt ? (
            <Text span size="xs" c="dimmed">
              {' '}
              {t('registration.agreed', { when: format.dateTime(step.decidedAt) })}
            </Text>
          ) : null}
        </List.Item>
      ))}
    </List>
  );
}
