import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OpportunityView } from '@/api/gen';
import { getOpportunityRegistrationOptions } from '@/api/gen/@tanstack/react-query.gen';
import { Facts } from '@/ui/Facts';
import { TextLink } from '@/ui/links';
import { ApprovalSteps } from './ApprovalSteps';
import { DecisionClock } from './DecisionClock';
import { RegisterDialog } from './RegisterDialog';
import { RegistrationActions } from './RegistrationActions';
import { RegistrationNews } from './RegistrationNews';
import { RegistrationStatusBadge } from './RegistrationStatusBadge';

const open = ['SUBMITTED', 'RETURNED', 'APPROVED'];

/** The request for exclusivity of an opportunity that a partner brought. */
export function RegistrationCard({ o }: { o: OpportunityView }) {
  const { t } = useTranslation();
  const [registering, dialog] = useDisclosure(false);
  const found = useQuery({
    ...getOpportunityRegistrationOptions({ path: { id: o.id } }),
    enabled: o.source === 'PARTNER_CREATED',
    retry: false,
  });
  const r = found.data;
  const mayRegister = o.actions.includes('REGISTER') && found.isFetched && !(r && open.includes(r.status));
  if (o.source !== 'PARTNER_CREATED' || (!r && !mayRegister)) return null;
  return (
    <Paper p="md">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {t('registration.one')}
          </Title>
          {r ? <RegistrationStatusBadge status={r.status} /> : null}
        </Group>
        {r ? (
          <>
            <RegistrationNews r={r} />
            <Facts
              items={[
                [
                  t('registration.number'),
                  <TextLink key="n" to="/registrations/$id" params={{ id: r.id }} size="sm">
                    {r.number}
                  </TextLink>,
                ],
                [t('registration.productLines'), r.productLines.map((one) => one.name).join(', ')],
                ...(r.status === 'SUBMITTED'
                  ? ([[t('registration.deciders'), <ApprovalSteps key="s" r={r} />]] as [string, React.ReactNode][])
                  : []),
                [
                  t(r.status === 'SUBMITTED' ? 'registration.decideBy' : 'registration.exclusiveUntil'),
                  <DecisionClock key="c" r={r} />,
                ],
              ]}
            />
            <RegistrationActions r={r} size="xs" />
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
      {registering ? <RegisterDialog opportunity={o} onClose={dialog.close} /> : null}
    </Paper>
  );
}
