import { Button, Checkbox, Group, Paper, Select, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import { editPolicies, getPolicies, type PoliciesView } from '@/api/gen';
import { getPoliciesOptions, getPoliciesQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { zMaskedField, zRole } from '@/api/gen/zod.gen';
import { emptyAsNull } from '@/ui/changes';
import { EditConflict } from '@/ui/EditConflict';
import { FormState } from '@/ui/FormState';
import { IntegerInput } from '@/ui/IntegerInput';
import { inputValue, requiredNumber } from '@/ui/money';
import { Page } from '@/ui/Page';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { toast } from '@/ui/toasts';
import { useEdit } from '@/ui/useEdit';
import { useNumbers } from '@/ui/useNumbers';

/** The vendor's policies. */
export function PoliciesPage() {
  const { t } = useTranslation();
  const found = useQuery(getPoliciesOptions());
  return (
    <Page>
      {found.error ? <ProblemAlert problem={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending ? <Skeleton h={360} role="status" aria-label={t('table.loading')} /> : null}
      {found.data ? <Policies policies={found.data} /> : null}
    </Page>
  );
}

/** Browsers leave out UTC. */
const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

const ranges = {
  reminderPercent: [1, 99],
  newAfterHours: [1, 8760],
  stalledAfterDays: [1, 365],
  takeBackAfterDays: [1, 730],
} as const;

const valuesOf = (policies: PoliciesView | null) => ({
  maskedFields: policies?.maskedFields ?? [],
  reminderPercent: inputValue(policies?.reminderPercent),
  newAfterHours: inputValue(policies?.newAfterHours),
  stalledAfterDays: inputValue(policies?.stalledAfterDays),
  takeBackAfterDays: inputValue(policies?.takeBackAfterDays),
  timeZone: policies?.timeZone ?? 'UTC',
  secondFactorRoles: policies?.secondFactorRoles ?? [],
});

function Policies({ policies }: { policies: PoliciesView }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { integerError } = useNumbers();
  const edit = useEdit(policies, valuesOf, {
    draft: 'policies',
    validate: {
      reminderPercent: (value) => integerError(value, ranges.reminderPercent),
      newAfterHours: (value) => (value === '' ? t('form.required') : integerError(value, ranges.newAfterHours)),
      stalledAfterDays: (value) => (value === '' ? t('form.required') : integerError(value, ranges.stalledAfterDays)),
      takeBackAfterDays: (value) => integerError(value, ranges.takeBackAfterDays),
    },
    read: async () => (await getPolicies({ throwOnError: true })).data,
    send: async (of, changes) =>
      (
        await editPolicies({
          headers: ifMatch(of),
          body: {
            ...emptyAsNull(changes, 'reminderPercent', 'takeBackAfterDays'),
            newAfterHours: requiredNumber(changes.newAfterHours),
            stalledAfterDays: requiredNumber(changes.stalledAfterDays),
          },
          throwOnError: true,
        })
      ).data,
    saved: (saved) => {
      toast(t('opportunity.saved'));
      queries.setQueryData(getPoliciesQueryKey(), saved);
    },
    staysOpen: true,
  });
  const { form } = edit;
  return (
    <form noValidate onSubmit={edit.submit}>
      <Stack maw={640}>
        <FormState edit={edit} />
        <EditConflict
          edit={edit}
          fields={{
            maskedFields: {
              label: t('policy.kept'),
              show: (fields) => fields.map((field) => t(`policy.masked.${field}`)).join(', '),
            },
            reminderPercent: { label: t('policy.reminderPercent') },
            newAfterHours: { label: t('policy.newAfterHours') },
            stalledAfterDays: { label: t('policy.stalledAfterDays') },
            takeBackAfterDays: { label: t('policy.takeBackAfterDays') },
            timeZone: { label: t('policy.timeZone') },
            secondFactorRoles: {
              label: t('policy.secondFactorRoles'),
              show: (roles) => roles.map((role) => t(`role.${role}`)).join(', '),
            },
          }}
        />
        <Paper p="md">
          <Stack gap="sm">
            <Title order={2} size="h4">
              {t('policy.masking')}
            </Title>
            <Checkbox.Group
              description={t('policy.maskingHint')}
              label={t('policy.kept')}
              {...form.getInputProps('maskedFields')}
            >
              <Stack gap={8} mt="xs">
                {zMaskedField.options.map((field) => (
                  <Checkbox key={field} value={field} label={t(`policy.masked.${field}`)} />
                ))}
              </Stack>
            </Checkbox.Group>
          </Stack>
        </Paper>
        <Paper p="md">
          <Stack gap="sm">
            <Title order={2} size="h4">
              {t('policy.signIn')}
            </Title>
            <Checkbox.Group
              description={t('policy.secondFactorHint')}
              label={t('policy.secondFactorRoles')}
              {...form.getInputProps('secondFactorRoles')}
            >
              <Stack gap={8} mt="xs">
                {zRole.options.map((role) => (
                  <Checkbox key={role} value={role} label={t(`role.${role}`)} />
                ))}
              </Stack>
            </Checkbox.Group>
          </Stack>
        </Paper>
        <Paper p="md">
          <Stack gap="sm">
            <Title order={2} size="h4">
              {t('policy.clocks')}
            </Title>
            <Text size="sm" c="dimmed">
              {t('policy.clocksHint')}
            </Text>
            <IntegerInput
              label={t('policy.reminderPercent')}
              description={t('policy.reminderHint')}
              unit="%"
              range={ranges.reminderPercent}
              {...form.getInputProps('reminderPercent')}
            />
            <IntegerInput
              label={t('policy.newAfterHours')}
              range={ranges.newAfterHours}
              {...form.getInputProps('newAfterHours')}
            />
            <IntegerInput
              label={t('policy.stalledAfterDays')}
              range={ranges.stalledAfterDays}
              {...form.getInputProps('stalledAfterDays')}
            />
            <IntegerInput
              label={t('policy.takeBackAfterDays')}
              description={t('policy.takeBackHint')}
              range={ranges.takeBackAfterDays}
              {...form.getInputProps('takeBackAfterDays')}
            />
            <Select
              label={t('policy.timeZone')}
              description={t('policy.timeZoneHint')}
              data={zones}
              searchable
              allowDeselect={false}
              {...form.getInputProps('timeZone')}
            />
          </Stack>
        </Paper>
        <Group>
          <Button type="submit" loading={edit.saving} disabled={!edit.dirty || !!edit.conflict}>
            {t('form.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
