import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OpportunityView } from '@/api/gen';
import { getOpportunityRegistrationOptions } from '@/api/gen/@tanstack/react-query.gen';
import { ApprovalSteps } from '@/features/approvals/ApprovalSteps';
import { DescriptionList } from '@/ui/DescriptionList';
import { useFormats } from '@/ui/format';
import { TextLink } from '@/ui/links';
import { DecisionDeadline } from './DecisionDeadline';
import { isAwaitingDecision } from './isAwaitingDecision';
import { RegisterDialog } from './RegisterDialog';
import { RegistrationActions } from './RegistrationActions';
import { RegistrationAlerts } from './RegistrationAlerts';
import { RegistrationStatusBadge } from './RegistrationStatusBadge';

const open = ['SUBMITTED', 'RETURNED', 'APPROVED'];

/** The registration of an opportunity that a partner created. */
export function RegistrationCard({ opportunity }: { opportunity: OpportunityView }) {
  const { t } = useTranslation();
  const format = useFormats();
  const [registering, dialog] = useDisclosure(false);
  const found = useQuery({
    ...getOpportunityRegistrationOptions({ path: { id: opportunity.id } }),
    enabled: opportunity.origin.source === 'PARTNER_CREATED',
    retry: false,
  });
  const registration = found.data;
  const mayRegister =
    opportunity.actions.includes('REGISTER') &&
    found.isFetched &&
    !(registration && open.includes(registration.status));
  if (opportunity.origin.source !== 'PARTNER_CREATED' || (!registration && !mayRegister)) return null;
  return (
    <Paper p="md">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {t('registration.one')}
          </Title>
          {registration ? <RegistrationStatusBadge status={registration.status} /> : null}
        </Group>
        {registration ? (
          <>
            <RegistrationAlerts registration={registration} />
            <DescriptionList
              items={[
                [
                  t('registration.number'),
                  <TextLink key="number" to="/registrations/$id" params={{ id: registration.id }} size="sm">
                    {registration.number}
                  </TextLink>,
                ],
                [t('registration.productLines'), registration.productLines.map((one) => one.name).join(', ')],
                isAwaitingDecision(registration)
                  ? [t('registration.deciders'), <ApprovalSteps key="steps" registration={registration} />]
                  : null,
                registration.change && registration.exclusivity
                  ? [t('registration.exclusiveUntil'), format.date(registration.exclusivity.until)]
                  : null,
                [
                  t(isAwaitingDecision(registration) ? 'registration.decideBy' : 'registration.exclusiveUntil'),
                  <DecisionDeadline key="deadline" registration={registration} />,
                ],
              ]}
            />
            <RegistrationActions registration={registration} size="xs" />
          </>
        ) : (
          <Text size="sm" c="dimmed">
            {t('registration.registerHint')}
          </Text>
        )}
        {mayRegister ? (
          <Group>
            <Button size="xs" onClick={dialog.open}>
              {t('registration.register')}
            </Button>
          </Group>
        ) : null}
      </Stack>
      {registering ? <RegisterDialog opportunity={opportunity} onClose={dialog.close} /> : null}
    </Paper>
  );
}
