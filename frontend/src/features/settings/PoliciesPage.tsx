import { Alert, Button, Checkbox, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import { editPolicies, type MaskedField, type PatchPolicies, type PoliciesView, type Problem } from '@/api/gen';
import { getPoliciesOptions, getPoliciesQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { zMaskedField } from '@/api/gen/zod.gen';
import { useMe } from '@/features/session/useMe';
import type { Typed } from '@/ui/money';
import { Page } from '@/ui/Page';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { fieldErrors } from '@/ui/serverErrors';
import { toast } from '@/ui/toasts';
import { useNumbers } from '@/ui/useNumbers';
import { WholeInput } from '@/ui/WholeInput';

/** What the vendor has decided for all. */
export function PoliciesPage() {
  const { t } = useTranslation();
  const me = useMe();
  const found = useQuery({ ...getPoliciesOptions(), enabled: me.role === 'ADMIN' });
  if (me.role !== 'ADMIN')
    return (
      <Page title={t('policy.title')}>
        <Alert color="red" variant="outline" title={t('calendar.notYours')} />
      </Page>
    );
  return (
    <Page title={t('policy.title')}>
      {found.error ? <ProblemAlert problem={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending ? <Skeleton h={360} role="status" aria-label={t('table.loading')} /> : null}
      {found.data ? <Policies key={found.data.version} p={found.data} /> : null}
    </Page>
  );
}

const ranges = {
  reminderPercent: [1, 99],
  newAfterHours: [1, 8760],
  stalledAfterDays: [1, 365],
  takeBackAfterDays: [1, 730],
} as const;

function Policies({ p }: { p: PoliciesView }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { wholeRefusal } = useNumbers();
  const form = useForm({
    initialValues: {
      maskedFields: p.maskedFields as string[],
      reminderPercent: (p.reminderPercent ?? '') as Typed,
      newAfterHours: p.newAfterHours as Typed,
      stalledAfterDays: p.stalledAfterDays as Typed,
      takeBackAfterDays: (p.takeBackAfterDays ?? '') as Typed,
    },
    validate: {
      reminderPercent: (value) => wholeRefusal(value, ranges.reminderPercent),
      newAfterHours: (value) => (value === '' ? t('form.required') : wholeRefusal(value, ranges.newAfterHours)),
      stalledAfterDays: (value) => (value === '' ? t('form.required') : wholeRefusal(value, ranges.stalledAfterDays)),
      takeBackAfterDays: (value) => wholeRefusal(value, ranges.takeBackAfterDays),
    },
  });
  const save = useMutation<PoliciesView, Problem, PatchPolicies>({
    mutationFn: async (body) => (await editPolicies({ headers: ifMatch(p), body, throwOnError: true })).data,
    onSuccess: (saved) => {
      toast(t('opportunity.saved'));
      queries.setQueryData(getPoliciesQueryKey(), saved);
    },
    onError: (problem) => form.setErrors(fieldErrors(problem)),
  });
  const optional = (value: Typed) => (typeof value === 'number' ? value : null);
  return (
    <form
      onSubmit={form.onSubmit((values) =>
        save.mutate({
          maskedFields: values.maskedFields as MaskedField[],
          reminderPercent: optional(values.reminderPercent),
          newAfterHours: Number(values.newAfterHours),
          stalledAfterDays: Number(values.stalledAfterDays),
          takeBackAfterDays: optional(values.takeBackAfterDays),
        }),
      )}
    >
      <Stack maw={640}>
        {save.error && !save.error.errors ? <ProblemAlert problem={save.error} /> : null}
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
              {t('policy.clocks')}
            </Title>
            <Text size="sm" c="dimmed">
              {t('policy.clocksHint')}
            </Text>
            <WholeInput
              label={t('policy.reminderPercent')}
              description={t('policy.reminderHint')}
              unit="%"
              range={ranges.reminderPercent}
              {...form.getInputProps('reminderPercent')}
            />
            <WholeInput
              label={t('policy.newAfterHours')}
              range={ranges.newAfterHours}
              {...form.getInputProps('newAfterHours')}
            />
            <WholeInput
              label={t('policy.stalledAfterDays')}
              range={ranges.stalledAfterDays}
              {...form.getInputProps('stalledAfterDays')}
            />
            <WholeInput
              label={t('policy.takeBackAfterDays')}
              description={t('policy.takeBackHint')}
              range={ranges.takeBackAfterDays}
              {...form.getInputProps('takeBackAfterDays')}
            />
          </Stack>
        </Paper>
        <Group>
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            {t('form.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
