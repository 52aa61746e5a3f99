import { Button, Checkbox, Group, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpportunitySummary } from '@/api/gen';
import { OfferDeadline } from '@/features/distribution/OfferDeadline';
import { useMe } from '@/features/session/useMe';
import type { Column } from '@/ui/DataTable';
import { useFormats } from '@/ui/format';
import { TextLink } from '@/ui/links';
import { StatusBadge } from '@/ui/StatusBadge';
import { toastProblem } from '@/ui/toasts';
import { AlertBadge } from './AlertBadge';
import { useOpportunityCommand } from './mutations';
import { ReasonDialog } from './ReasonDialog';
import type { OpportunitySearch } from './search';

/** A selected row: an opportunity to distribute for staff, an offer to answer for a partner. */
export type SelectedRow = { id: string; topic: string };
export interface Selection {
  selected: SelectedRow[];
  select: (rows: SelectedRow[]) => void;
}

/** Selects a row for a bulk action. */
export function SelectRow({ opportunity, selected, select }: { opportunity: OpportunitySummary } & Selection) {
  const { t } = useTranslation();
  const offered = opportunity.actions.includes('ACCEPT');
  if (!offered && !opportunity.actions.includes('DISTRIBUTE')) return null;
  const id = (offered ? opportunity.distribution.distributionId : null) ?? opportunity.id;
  return (
    <Checkbox
      aria-label={t('run.chooseOne', { topic: opportunity.topic })}
      checked={selected.some((one) => one.id === id)}
      onChange={(event) =>
        select(
          event.currentTarget.checked
            ? [...selected, { id, topic: opportunity.topic }]
            : selected.filter((one) => one.id !== id),
        )
      }
    />
  );
}

/** The columns of a list of opportunities; rows with a bulk action can be selected. */
export function useOpportunityColumns(view: OpportunitySearch['view'], { selected, select }: Selection) {
  const { t } = useTranslation();
  const format = useFormats();
  const me = useMe();
  return useMemo(() => {
    const column = (
      id: string,
      label: string,
      cell: (opportunity: OpportunitySummary) => React.ReactNode,
      align?: 'right',
    ): Column<OpportunitySummary> => ({
      id,
      accessorFn: (opportunity) => opportunity.id,
      header: label,
      enableHiding: id !== 'topic' && id !== 'choose',
      enableSorting: id !== 'choose' && id !== 'phase' && id !== 'owner' && id !== 'assignee' && id !== 'answer',
      meta: { label, align },
      cell: ({ row }) => cell(row.original),
    });
    const day = (date: string | null | undefined) => (date ? <span className="num">{format.date(date)}</span> : '–');
    const topic = column('topic', t('opportunity.topic'), (opportunity) => (
      <>
        <TextLink to="/opportunities/$id" params={{ id: opportunity.id }} fw={600} size="sm">
          {opportunity.topic}
        </TextLink>
        <Text size="xs" c="dimmed" className="num">
          {opportunity.number}
        </Text>
        <Shared opportunity={opportunity} />
      </>
    ));
    const customer = column('customer', t('opportunity.customer'), (opportunity) => opportunity.customer.name);
    const value = column(
      'value',
      t('opportunity.value'),
      (opportunity) => (opportunity.value.estimated ? format.money(opportunity.value.estimated) : '–'),
      'right',
    );
    const ticks = column('choose', t('run.choose'), (opportunity) => (
      <SelectRow opportunity={opportunity} selected={selected} select={select} />
    ));
    if (view === 'pool')
      return [
        topic,
        customer,
        value,
        column('updatedAt', t('opportunity.updatedAt'), (opportunity) => day(opportunity.updatedAt)),
        column('answer', t('opportunity.yourAnswer'), (opportunity) => <Answer opportunity={opportunity} />),
      ];
    if (view === 'distributed')
      return [
        ticks,
        topic,
        customer,
        value,
        column('answerBy', t('opportunity.answer'), (opportunity) =>
          opportunity.distribution.answerBy ? <OfferDeadline answerBy={opportunity.distribution.answerBy} /> : '–',
        ),
        column('answer', t('opportunity.yourAnswer'), (opportunity) => <Answer opportunity={opportunity} />),
      ];
    return [
      ...(me.staff && me.role !== 'ANALYST' ? [ticks] : []),
      topic,
      customer,
      column('status', t('opportunity.status'), (opportunity) => (
        <>
          <StatusBadge status={opportunity.status} />
          <AlertBadge alert={opportunity.pipeline.alert} />
        </>
      )),
      column('phase', t('opportunity.phase'), (opportunity) =>
        opportunity.pipeline.phase ? t(`phase.${opportunity.pipeline.phase}`) : '–',
      ),
      me.staff
        ? column('partner', t('opportunity.partner'), (opportunity) => opportunity.assignment.partner?.name ?? '–')
        : column('assignee', t('opportunity.assignee'), (opportunity) => opportunity.assignment.assignee?.name ?? '–'),
      value,
      column('dueOn', t('opportunity.dueOn'), (opportunity) => day(opportunity.pipeline.dueOn)),
      column('owner', t('opportunity.owner'), (opportunity) => opportunity.assignment.owner?.name ?? '–'),
      column('createdAt', t('opportunity.createdAt'), (opportunity) => day(opportunity.origin.createdAt)),
      column('updatedAt', t('opportunity.updatedAt'), (opportunity) => day(opportunity.updatedAt)),
    ];
  }, [t, format, me.staff, me.role, view, selected, select]);
}

/** Shows that partners collaborate, and which ones. */
function Shared({ opportunity }: { opportunity: OpportunitySummary }) {
  const { t } = useTranslation();
  if (!opportunity.assignment.shared) return null;
  return (
    <Text size="xs" c="dimmed">
      {[t('collaboration.shared'), opportunity.assignment.collaborators.join(', ')].filter(Boolean).join(': ')}
    </Text>
  );
}

/** Buttons to accept, decline or claim in the list. */
function Answer({ opportunity }: { opportunity: OpportunitySummary }) {
  const { t } = useTranslation();
  const [declining, setDeclining] = useState(false);
  const command = useOpportunityCommand();
  const run = (action: 'ACCEPT' | 'CLAIM') =>
    command.mutate({ opportunity, command: { action } }, { onError: toastProblem });
  if (opportunity.actions.includes('CLAIM'))
    return (
      <Button
        size="xs"
        loading={command.isPending}
        aria-label={t('opportunity.claimOne', { topic: opportunity.topic })}
        onClick={() => run('CLAIM')}
      >
        {t('opportunity.action.CLAIM')}
      </Button>
    );
  if (!opportunity.actions.includes('ACCEPT')) return null;
  return (
    <Group gap={6} wrap="nowrap">
      <Button
        size="xs"
        loading={command.isPending}
        aria-label={t('opportunity.acceptOne', { topic: opportunity.topic })}
        onClick={() => run('ACCEPT')}
      >
        {t('opportunity.action.ACCEPT')}
      </Button>
      <Button
        size="xs"
        variant="default"
        aria-label={t('opportunity.declineOne', { topic: opportunity.topic })}
        onClick={() => setDeclining(true)}
      >
        {t('opportunity.action.DECLINE')}
      </Button>
      {declining ? (
        <ReasonDialog action="DECLINE" opportunity={opportunity} onClose={() => setDeclining(false)} />
      ) : null}
    </Group>
  );
}

/** An opportunity in the list on a phone. */
export function OpportunityCard({
  opportunity,
  selection,
}: {
  opportunity: OpportunitySummary;
  selection?: Selection;
}) {
  const format = useFormats();
  return (
    <>
      <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
        <Group gap="xs" wrap="nowrap" align="flex-start">
          {selection ? <SelectRow opportunity={opportunity} {...selection} /> : null}
          <TextLink to="/opportunities/$id" params={{ id: opportunity.id }} fw={600} size="sm">
            {opportunity.topic}
          </TextLink>
        </Group>
        <Text size="sm" fw={600} className="num">
          {opportunity.value.estimated ? format.money(opportunity.value.estimated, true) : ''}
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {opportunity.customer.name}
      </Text>
      <Shared opportunity={opportunity} />
      <Group justify="space-between" mt={4} gap="xs">
        <Group gap="xs">
          <StatusBadge status={opportunity.status} />
          <AlertBadge alert={opportunity.pipeline.alert} />
        </Group>
        {opportunity.distribution.answerBy ? (
          <OfferDeadline answerBy={opportunity.distribution.answerBy} />
        ) : (
          <Text size="xs" c="dimmed" className="num">
            {opportunity.pipeline.dueOn ? format.date(opportunity.pipeline.dueOn) : format.date(opportunity.updatedAt)}
          </Text>
        )}
      </Group>
      <Group mt={6}>
        <Answer opportunity={opportunity} />
      </Group>
    </>
  );
}
