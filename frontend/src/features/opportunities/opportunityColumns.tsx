import { Button, Checkbox, Group, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpportunitySummary } from '@/api/gen';
import { useMe } from '@/features/session/useMe';
import type { Column } from '@/ui/DataTable';
import { useFormats } from '@/ui/format';
import { TextLink } from '@/ui/links';
import { StatusBadge } from '@/ui/StatusBadge';
import { toastProblem } from '@/ui/toasts';
import { AlertMark } from './AlertMark';
import { AnswerClock } from './AnswerClock';
import { useMove } from './mutations';
import { ReasonDialog } from './ReasonDialog';
import type { OpportunitySearch } from './search';

/** A row that is chosen: for staff an opportunity to distribute, for a partner an offer to answer. */
export type Chosen = { id: string; topic: string };
export interface Choosing {
  chosen: Chosen[];
  choose: (rows: Chosen[]) => void;
}

/** Ticks a row that something can be done to together with others. */
export function Choose({ o, chosen, choose }: { o: OpportunitySummary } & Choosing) {
  const { t } = useTranslation();
  const offered = o.actions.includes('ACCEPT');
  if (!offered && !o.actions.includes('DISTRIBUTE')) return null;
  const id = (offered ? o.distributionId : null) ?? o.id;
  return (
    <Checkbox
      aria-label={t('run.chooseOne', { topic: o.topic })}
      checked={chosen.some((one) => one.id === id)}
      onChange={(event) =>
        choose(
          event.currentTarget.checked ? [...chosen, { id, topic: o.topic }] : chosen.filter((one) => one.id !== id),
        )
      }
    />
  );
}

/** The columns of a list of opportunities; those of which several can be distributed or answered at once can be chosen. */
export function useColumns(view: OpportunitySearch['view'], { chosen, choose }: Choosing) {
  const { t } = useTranslation();
  const f = useFormats();
  const me = useMe();
  return useMemo(() => {
    const column = (
      id: string,
      label: string,
      cell: (o: OpportunitySummary) => React.ReactNode,
      align?: 'right',
    ): Column<OpportunitySummary> => ({
      id,
      accessorFn: (o) => o.id,
      header: label,
      enableHiding: id !== 'topic' && id !== 'choose',
      enableSorting: id !== 'choose' && id !== 'phase' && id !== 'owner' && id !== 'partnerUser' && id !== 'answer',
      meta: { label, align },
      cell: ({ row }) => cell(row.original),
    });
    const day = (date: string | null | undefined) => (date ? <span className="num">{f.date(date)}</span> : '–');
    const topic = column('topic', t('opportunity.topic'), (o) => (
      <>
        <TextLink to="/opportunities/$id" params={{ id: o.id }} fw={600} size="sm">
          {o.topic}
        </TextLink>
        <Text size="xs" c="dimmed" className="num">
          {o.number}
        </Text>
        <Shared o={o} />
      </>
    ));
    const customer = column('customer', t('opportunity.customer'), (o) => o.customer.name);
    const value = column(
      'value',
      t('opportunity.value'),
      (o) => (o.estimatedValue ? f.money(o.estimatedValue) : '–'),
      'right',
    );
    const ticks = column('choose', t('run.choose'), (o) => <Choose o={o} chosen={chosen} choose={choose} />);
    if (view === 'pool')
      return [
        topic,
        customer,
        value,
        column('updatedAt', t('opportunity.updatedAt'), (o) => day(o.updatedAt)),
        column('answer', t('opportunity.yourAnswer'), (o) => <Answer o={o} />),
      ];
    if (view === 'distributed')
      return [
        ticks,
        topic,
        customer,
        value,
        column('answerBy', t('opportunity.answer'), (o) => (o.answerBy ? <AnswerClock answerBy={o.answerBy} /> : '–')),
        column('answer', t('opportunity.yourAnswer'), (o) => <Answer o={o} />),
      ];
    return [
      ...(me.staff && me.role !== 'ANALYST' ? [ticks] : []),
      topic,
      customer,
      column('status', t('opportunity.status'), (o) => (
        <>
          <StatusBadge status={o.status} />
          <AlertMark alert={o.alert} />
        </>
      )),
      column('phase', t('opportunity.phase'), (o) => (o.phase ? t(`phase.${o.phase}`) : '–')),
      me.staff
        ? column('partner', t('opportunity.partner'), (o) => o.partner?.name ?? '–')
        : column('partnerUser', t('opportunity.partnerUser'), (o) => o.partnerUser?.name ?? '–'),
      value,
      column('dueOn', t('opportunity.dueOn'), (o) => day(o.dueOn)),
      column('owner', t('opportunity.owner'), (o) => o.owner?.name ?? '–'),
      column('createdAt', t('opportunity.createdAt'), (o) => day(o.createdAt)),
      column('updatedAt', t('opportunity.updatedAt'), (o) => day(o.updatedAt)),
    ];
  }, [t, f, me.staff, me.role, view, chosen, choose]);
}

/** That several partners work on it, and which ones. */
function Shared({ o }: { o: OpportunitySummary }) {
  const { t } = useTranslation();
  if (!o.shared) return null;
  return (
    <Text size="xs" c="dimmed">
      {[t('collaboration.shared'), o.collaborators.join(', ')].filter(Boolean).join(': ')}
    </Text>
  );
}

/** Accept, decline or claim, right in the list. */
function Answer({ o }: { o: OpportunitySummary }) {
  const { t } = useTranslation();
  const [declining, setDeclining] = useState(false);
  const move = useMove();
  const run = (action: 'ACCEPT' | 'CLAIM') =>
    move.mutate({ opportunity: o, move: { action } }, { onError: toastProblem });
  if (o.actions.includes('CLAIM'))
    return (
      <Button
        size="xs"
        loading={move.isPending}
        aria-label={t('opportunity.claimOne', { topic: o.topic })}
        onClick={() => run('CLAIM')}
      >
        {t('opportunity.action.CLAIM')}
      </Button>
    );
  if (!o.actions.includes('ACCEPT')) return null;
  return (
    <Group gap={6} wrap="nowrap">
      <Button
        size="xs"
        loading={move.isPending}
        aria-label={t('opportunity.acceptOne', { topic: o.topic })}
        onClick={() => run('ACCEPT')}
      >
        {t('opportunity.action.ACCEPT')}
      </Button>
      <Button
        size="xs"
        variant="default"
        aria-label={t('opportunity.declineOne', { topic: o.topic })}
        onClick={() => setDeclining(true)}
      >
        {t('opportunity.action.DECLINE')}
      </Button>
      {declining ? <ReasonDialog action="DECLINE" opportunity={o} onClose={() => setDeclining(false)} /> : null}
    </Group>
  );
}

/** An opportunity on a phone. */
export function Card({ o, choosing }: { o: OpportunitySummary; choosing?: Choosing }) {
  const f = useFormats();
  return (
    <>
      <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
        <Group gap="xs" wrap="nowrap" align="flex-start">
          {choosing ? <Choose o={o} {...choosing} /> : null}
          <TextLink to="/opportunities/$id" params={{ id: o.id }} fw={600} size="sm">
            {o.topic}
          </TextLink>
        </Group>
        <Text size="sm" fw={600} className="num">
          {o.estimatedValue ? f.money(o.estimatedValue, true) : ''}
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {o.customer.name}
      </Text>
      <Shared o={o} />
      <Group justify="space-between" mt={4} gap="xs">
        <Group gap="xs">
          <StatusBadge status={o.status} />
          <AlertMark alert={o.alert} />
        </Group>
        {o.answerBy ? (
          <AnswerClock answerBy={o.answerBy} />
        ) : (
          <Text size="xs" c="dimmed" className="num">
            {o.dueOn ? f.date(o.dueOn) : f.date(o.updatedAt)}
          </Text>
        )}
      </Group>
      <Group mt={6}>
        <Answer o={o} />
      </Group>
    </>
  );
}
