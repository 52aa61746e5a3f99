import { Badge, Button, Group, Paper, Progress, Select, Skeleton, Stack, Table, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import {
  confirmDistributionRun,
  type DistributionChoice,
  type DistributionRunItemView,
  type DistributionRunView,
} from '@/api/gen';
import { getDistributionRunOptions, listPartnersOptions } from '@/api/gen/@tanstack/react-query.gen';
import { invalidateDistributionRun } from '@/api/invalidation';
import { FormState } from '@/ui/FormState';
import { useFormats } from '@/ui/format';
import { TextLink } from '@/ui/links';
import { isNotEligible, OverrideReason } from '@/ui/OverrideReason';
import { Page } from '@/ui/Page';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useSend } from '@/ui/useSend';

/** Option values: leave the opportunity out, or open it to the pool as proposed. */
const OUT = 'out';
const POOL = 'pool';

/** The texts for why an opportunity was not distributed. */
const codes: Record<string, 'moved' | 'nobody' | 'undecided'> = {
  'opportunity.transition': 'moved',
  'distribution.nobody': 'nobody',
  'distribution.not-eligible': 'nobody',
  'customer.undecided': 'undecided',
};

/** A bulk distribution: edited and confirmed in the preview, then followed. */
export function DistributionRunPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormats();
  const found = useQuery({
    ...getDistributionRunOptions({ path: { id } }),
    refetchInterval: (query) => (['PREPARING', 'RUNNING'].includes(query.state.data?.status ?? '') ? 700 : false),
  });
  const run = found.data;
  return (
    <Page title={t('run.title')}>
      <TextLink to="/opportunities/runs" size="sm">
        {t('run.allTitle')}
      </TextLink>
      {found.error ? <ProblemAlert problem={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending ? <Skeleton h={300} role="status" aria-label={t('table.loading')} /> : null}
      {run ? (
        <>
          <Text size="sm" c="dimmed">
            {t('run.by', {
              method: t(`method.${run.method}`),
              name: run.createdBy.name,
              at: format.dateTime(run.createdAt),
            })}
          </Text>
          <Paper p="md">
            <Text role="status" fw={600} mb={6}>
              {t(`run.status.${run.status}`, { progress: run.progress, total: run.total })}
            </Text>
            <Progress
              value={(100 * run.progress) / run.total}
              animated={run.status === 'PREPARING' || run.status === 'RUNNING'}
              aria-label={t('run.progress')}
            />
          </Paper>
          <Items key={run.status} run={run} />
        </>
      ) : null}
    </Page>
  );
}

function Items({ run }: { run: DistributionRunView }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const editable = run.status === 'PREVIEW';
  const partners = useQuery({
    ...listPartnersOptions({ query: { status: ['ACTIVE'], limit: 200, sort: 'name' } }),
    enabled: editable,
  });
  const initial: { choices: DistributionChoice[] } = { choices: [] };
  const edit = useSend(initial, {
    draft: `run:${run.id}`,
    send: (values) =>
      confirmDistributionRun({ path: { id: run.id }, headers: ifMatch(run), body: values, throwOnError: true }),
    done: () => undefined,
    settled: () => invalidateDistributionRun(queries),
  });
  const choiceOf = (item: DistributionRunItemView) =>
    edit.form.values.choices.find((one) => one.opportunityId === item.opportunity.id);
  const goes = run.items.filter((item) => {
    const choice = choiceOf(item);
    return choice ? choice.partnerId != null : item.status === 'PROPOSED';
  }).length;
  const data = (item: DistributionRunItemView) => [
    ...(item.method === 'POOL' && item.status === 'PROPOSED' ? [{ value: POOL, label: t('method.POOL') }] : []),
    { value: OUT, label: t('run.leaveOut') },
    ...(partners.data?.items ?? []).map((partner) => ({ value: partner.id, label: partner.name })),
    ...(item.partner && !partners.data?.items.some((partner) => partner.id === item.partner?.id)
      ? [{ value: item.partner.id, label: item.partner.name }]
      : []),
  ];
  const proposed = (item: DistributionRunItemView) => (item.status === 'PROPOSED' ? (item.partner?.id ?? POOL) : OUT);
  const choose = (item: DistributionRunItemView, next: string | null) => {
    const opportunityId = item.opportunity.id;
    const others = edit.form.values.choices.filter((one) => one.opportunityId !== opportunityId);
    const partnerId = next === OUT ? null : next;
    edit.form.setFieldValue(
      'choices',
      !next || next === proposed(item) ? others : [...others, { opportunityId, partnerId }],
    );
  };
  /** Why the partner that was chosen for an opportunity is not eligible. */
  const excluded = (item: DistributionRunItemView) => {
    const place = edit.form.values.choices.findIndex((one) => one.opportunityId === item.opportunity.id);
    const errors = isNotEligible(edit.problem) && place >= 0 ? (edit.problem?.errors ?? []) : [];
    return errors.filter((one) => one.pointer === `/choices/${place}/partnerId`).map((one) => one.detail);
  };
  const override = (item: DistributionRunItemView, overrideReason: string) =>
    edit.form.setFieldValue(
      'choices',
      edit.form.values.choices.map((one) =>
        one.opportunityId === item.opportunity.id ? { ...one, overrideReason } : one,
      ),
    );
  const chosen = (item: DistributionRunItemView) => {
    const choice = choiceOf(item);
    return choice ? (choice.partnerId ?? OUT) : proposed(item);
  };
  return (
    <>
      {editable ? <FormState edit={edit} /> : null}
      <Paper>
        <Table.ScrollContainer minWidth={640}>
          <Table aria-label={t('run.title')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('opportunity.topic')}</Table.Th>
                <Table.Th>{t('opportunity.partner')}</Table.Th>
                <Table.Th>{t('method.title')}</Table.Th>
                <Table.Th>{t('run.result')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {run.items.map((item) => (
                <Table.Tr key={item.opportunity.id}>
                  <Table.Td>
                    <TextLink to="/opportunities/$id" params={{ id: item.opportunity.id }} size="sm" fw={600}>
                      {item.opportunity.name}
                    </TextLink>
                    <Text size="xs" c="dimmed" className="num">
                      {item.number}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    {editable ? (
                      <Stack gap="xs">
                        <Select
                          size="xs"
                          aria-label={t('run.partnerOf', { topic: item.opportunity.name })}
                          data={data(item)}
                          value={chosen(item)}
                          onChange={(next) => choose(item, next)}
                          searchable
                          allowDeselect={false}
                        />
                        {excluded(item).length || choiceOf(item)?.overrideReason ? (
                          <OverrideReason
                            reasons={excluded(item)}
                            value={choiceOf(item)?.overrideReason ?? ''}
                            onChange={(event) => override(item, event.currentTarget.value)}
                          />
                        ) : null}
                      </Stack>
                    ) : (
                      (item.partner?.name ?? (item.method === 'POOL' ? t('method.POOL') : '–'))
                    )}
                  </Table.Td>
                  <Table.Td>
                    <Text size="sm">{item.method ? t(`method.${item.method}`) : '–'}</Text>
                    {item.rule ? (
                      <Text size="xs" c="dimmed">
                        {item.rule}
                      </Text>
                    ) : null}
                  </Table.Td>
                  <Table.Td>
                    <Badge variant="default" tt="none">
                      {t(`run.item.${item.status}`)}
                    </Badge>
                    {item.code ? <Text size="xs">{t(`run.code.${codes[item.code] ?? 'other'}`)}</Text> : null}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Paper>
      {editable ? (
        <Group>
          <Button loading={edit.saving} disabled={goes === 0} onClick={() => edit.submit()}>
            {t('run.confirm', { count: goes })}
          </Button>
        </Group>
      ) : null}
    </>
  );
}
