import { Alert, Button, Checkbox, Group, NumberInput, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import { editPolicies, type MaskedField, type PatchPolicies, type PoliciesView, type Problem } from '@/api/gen';
import { getPoliciesOptions, getPoliciesQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { zMaskedField } from '@/api/gen/zod.gen';
import { useMe } from '@/features/session/useMe';
import { Page } from '@/ui/Page';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { fieldErrors } from '@/ui/serverErrors';
import { toast } from '@/ui/toasts';

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

function Policies({ p }: { p: PoliciesView }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: {
      maskedFields: p.maskedFields as string[],
      reminderPercent: (p.reminderPercent ?? '') as number | string,
      newAfterHours: p.newAfterHours as number | string,
      stalledAfterDays: p.stalledAfterDays as number | string,
      takeBackAfterDays: (p.takeBackAfterDays ?? '') as number | string,
    },
    validate: {
      newAfterHours: (value) => (value === '' ? t('form.required') : null),
      stalledAfterDays: (value) => (value === '' ? t('form.required') : null),
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
  const optional = (value: number | string) => (value === '' ? null : Number(value));
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
            <NumberInput
              label={t('policy.reminderPercent')}
              description={t('policy.reminderHint')}
              min={1}
              max={99}
              suffix=" %"
              allowDecimal={false}
              hideControls
              {...form.getInputProps('reminderPercent')}
            />
            <NumberInput
              label={t('policy.newAfterHours')}
              min={1}
              max={8760}
              allowDecimal={false}
              hideControls
              {...form.getInputProps('newAfterHours')}
            />
            <NumberInput
              label={t('policy.stalledAfterDays')}
              min={1}
              max={365}
              allowDecimal={false}
              hideControls
              {...form.getInputProps('stalledAfterDays')}
            />
            <NumberInput
              label={t('policy.takeBackAfterDays')}
              description={t('policy.takeBackHint')}
              min={1}
              max={730}
              allowDecimal={false}
              hideControls
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
