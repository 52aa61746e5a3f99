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

/** The columns of a list of opportunities; staff also choose rows there. */
export function useColumns(view: OpportunitySearch['view'], selected: string[], setSelected: (ids: string[]) => void) {
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
        topic,
        customer,
        value,
        column('answerBy', t('opportunity.answer'), (o) => (o.answerBy ? <AnswerClock answerBy={o.answerBy} /> : '–')),
        column('answer', t('opportunity.yourAnswer'), (o) => <Answer o={o} />),
      ];
    const choose = column('choose', t('run.choose'), (o) =>
      o.actions.includes('DISTRIBUTE') ? (
        <Checkbox
          aria-label={t('run.chooseOne', { topic: o.topic })}
          checked={selected.includes(o.id)}
          onChange={(event) =>
            setSelected(event.currentTarget.checked ? [...selected, o.id] : selected.filter((one) => one !== o.id))
          }
        />
      ) : null,
    );
    return [
      ...(me.staff && me.role !== 'ANALYST' ? [choose] : []),
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
  }, [t, f, me.staff, me.role, view, selected, setSelected]);
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
export function Card({ o }: { o: OpportunitySummary }) {
  const f = useFormats();
  return (
    <>
      <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
        <TextLink to="/opportunities/$id" params={{ id: o.id }} fw={600} size="sm">
          {o.topic}
        </TextLink>
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
