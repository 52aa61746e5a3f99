import { Alert, List, Select, type SelectProps, Skeleton, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UserView } from '@/api/gen';
import { ProblemAlert } from '@/ui/ProblemAlert';
import type { useOwned } from './useOwned';

/** What a user has to hand over, and the field for who takes it. */
export function Successor({
  user,
  handover,
  ...field
}: { user: UserView; handover: ReturnType<typeof useOwned> } & Omit<SelectProps, 'data'>) {
  const { t } = useTranslation();
  const { owned, count, required, loading, error, retry } = handover;
  const named = { name: user.name, interpolation: { escapeValue: false } };
  if (error) return <ProblemAlert problem={error} retry={retry} />;
  if (loading) return <Skeleton h={96} role="status" aria-label={t('table.loading')} />;
  if (!owned) return null;
  if (!count)
    return (
      <Text size="sm" c="dimmed">
        {t('people.ownsNothing', named)}
      </Text>
    );
  const parts = [
    owned.openOpportunities > 0 && t('people.ownsOpportunities', { count: owned.openOpportunities }),
    owned.partners > 0 && t('people.ownsPartners', { count: owned.partners }),
    owned.assignedOpportunities > 0 && t('people.ownsAssigned', { count: owned.assignedOpportunities }),
    owned.approvals > 0 && t('people.ownsApprovals', { count: owned.approvals }),
  ].filter((part) => part !== false);
  return (
    <Stack gap="sm">
      <Alert variant="outline" color="orange" title={t('people.owns', named)}>
        <List size="sm">
          {parts.map((part) => (
            <List.Item key={part}>{part}</List.Item>
          ))}
        </List>
        {owned.successors.length ? null : (
          <Text size="sm" mt="xs">
            {t(user.partnerId ? 'people.noColleague' : 'people.noSuccessor')}
          </Text>
        )}
      </Alert>
      {required || owned.successors.length ? (
        <Select
          label={t('people.successor')}
          description={t('people.successorHint')}
          placeholder={t('people.choose')}
          required
          searchable
          data={owned.successors.map((one) => ({ value: one.id, label: one.name }))}
          nothingFoundMessage={t('app.nothingFound')}
          {...field}
        />
      ) : null}
    </Stack>
  );
}
