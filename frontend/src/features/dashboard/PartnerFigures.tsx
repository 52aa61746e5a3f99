import { linkOptions } from '@tanstack/react-router';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { PartnerDashboard } from '@/api/gen';
import { useMe } from '@/features/session/useMe';
import { useFormats } from '@/ui/format';
import { Stat, StatSection } from './Stat';

/** A partner's figures: open tasks and sales. */
export function PartnerFigures({ figures }: { figures: PartnerDashboard }) {
  const { t } = useTranslation();
  const format = useFormats();
  const me = useMe();
  return (
    <StatSection title={t('dashboard.waiting')}>
      {me.role === 'PARTNER_SELLER' ? null : (
        <Stat
          label={t('view.distributed')}
          value={format.number(figures.distributed)}
          hint={[
            format.money(figures.distributedValue, true),
            figures.nextAnswerBy ? t('opportunity.answerWithin', { when: format.relative(figures.nextAnswerBy) }) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
          link={linkOptions({ to: '/opportunities', search: { view: 'distributed' } })}
        />
      )}
      <Stat
        label={t('view.managed')}
        value={format.number(figures.managed)}
        hint={`${format.money(figures.managedValue, true)} · ${t('dashboard.forecast', { value: format.money(figures.forecast, true) })}`}
        link={linkOptions({ to: '/opportunities', search: { view: 'managed', status: ['ACCEPTED', 'ON_HOLD'] } })}
      />
      <Stat
        label={t('dashboard.overdue')}
        value={format.number(figures.overdue)}
        hint={figures.nextDueOn ? t('dashboard.nextDue', { date: format.date(figures.nextDueOn) }) : undefined}
        link={linkOptions({ to: '/opportunities', search: { view: 'managed', overdue: true, sort: 'dueOn' } })}
      />
      <Stat
        label={t('dashboard.untouched')}
        value={format.number(figures.untouched)}
        link={linkOptions({ to: '/opportunities', search: { view: 'managed', alert: ['NEW'] } })}
      />
      <Stat
        label={t('dashboard.stalled')}
        value={format.number(figures.stalled)}
        link={linkOptions({ to: '/opportunities', search: { view: 'managed', alert: ['STALLED'] } })}
      />
      <Stat
        label={t('dashboard.pendingApproval')}
        value={format.number(figures.pendingApproval)}
        link={linkOptions({ to: '/opportunities', search: { view: 'managed', status: ['PENDING_APPROVAL'] } })}
      />
      <Stat
        label={t('dashboard.registrationsPending')}
        value={format.number(figures.registrationsPending)}
        link={linkOptions({ to: '/registrations', search: { status: ['SUBMITTED'] } })}
      />
      <Stat
        label={t('dashboard.registrationsReturned')}
        value={format.number(figures.registrationsReturned)}
        link={linkOptions({ to: '/registrations', search: { status: ['RETURNED'] } })}
      />
      <Stat
        label={t('dashboard.registrationsApproved')}
        value={format.number(figures.registrationsApproved)}
        hint={
          figures.nextExclusiveUntil
            ? t('dashboard.nextExclusiveUntil', { date: format.date(figures.nextExclusiveUntil) })
            : undefined
        }
        link={linkOptions({ to: '/registrations', search: { status: ['APPROVED'], sort: 'exclusiveUntil' } })}
      />
      <Stat
        label={t('dashboard.wonThisYear')}
        value={format.money(figures.wonThisYear, true)}
        hint={figures.winRate == null ? undefined : t('dashboard.winRateOf', { rate: format.percent(figures.winRate) })}
        link={linkOptions({
          to: '/opportunities',
          search: { view: 'managed', status: ['WON'], closedFrom: `${dayjs().year()}-01-01` },
        })}
      />
    </StatSection>
  );
}
