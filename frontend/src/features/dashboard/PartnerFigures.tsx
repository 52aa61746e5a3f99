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
  const { offers, opportunities, registrations, performance } = figures;
  return (
    <StatSection title={t('dashboard.waiting')}>
      {me.role === 'PARTNER_SELLER' ? null : (
        <Stat
          label={t('view.distributed')}
          value={format.number(offers.pending)}
          hint={[
            format.money(offers.value, true),
            offers.nextAnswerBy ? t('opportunity.answerWithin', { when: format.relative(offers.nextAnswerBy) }) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
          link={linkOptions({ to: '/opportunities', search: { view: 'distributed' } })}
        />
      )}
      <Stat
        label={t('view.managed')}
        value={format.number(opportunities.managed)}
        hint={`${format.money(opportunities.value, true)} · ${t('dashboard.forecast', { value: format.money(opportunities.forecast, true) })}`}
        link={linkOptions({ to: '/opportunities', search: { view: 'managed', status: ['ACCEPTED', 'ON_HOLD'] } })}
      />
      <Stat
        label={t('dashboard.overdue')}
        value={format.number(opportunities.overdue)}
        hint={
          opportunities.nextDueOn ? t('dashboard.nextDue', { date: format.date(opportunities.nextDueOn) }) : undefined
        }
        link={linkOptions({ to: '/opportunities', search: { view: 'managed', overdue: true, sort: 'dueOn' } })}
      />
      <Stat
        label={t('dashboard.untouched')}
        value={format.number(opportunities.untouched)}
        link={linkOptions({ to: '/opportunities', search: { view: 'managed', alert: ['NEW'] } })}
      />
      <Stat
        label={t('dashboard.stalled')}
        value={format.number(opportunities.stalled)}
        link={linkOptions({ to: '/opportunities', search: { view: 'managed', alert: ['STALLED'] } })}
      />
      <Stat
        label={t('dashboard.pendingApproval')}
        value={format.number(opportunities.pendingApproval)}
        link={linkOptions({ to: '/opportunities', search: { view: 'managed', status: ['PENDING_APPROVAL'] } })}
      />
      <Stat
        label={t('dashboard.registrationsPending')}
        value={format.number(registrations.pending)}
        link={linkOptions({ to: '/registrations', search: { status: ['SUBMITTED'] } })}
      />
      <Stat
        label={t('dashboard.registrationsReturned')}
        value={format.number(registrations.returned)}
        link={linkOptions({ to: '/registrations', search: { status: ['RETURNED'] } })}
      />
      <Stat
        label={t('dashboard.registrationsApproved')}
        value={format.number(registrations.approved)}
        hint={
          registrations.nextExclusiveUntil
            ? t('dashboard.nextExclusiveUntil', { date: format.date(registrations.nextExclusiveUntil) })
            : undefined
        }
        link={linkOptions({ to: '/registrations', search: { status: ['APPROVED'], sort: 'exclusiveUntil' } })}
      />
      <Stat
        label={t('dashboard.wonThisYear')}
        value={format.money(performance.wonThisYear, true)}
        hint={
          performance.winRate == null
            ? undefined
            : t('dashboard.winRateOf', { rate: format.percent(performance.winRate) })
        }
        link={linkOptions({
          to: '/opportunities',
          search: { view: 'managed', status: ['WON'], closedFrom: `${dayjs().year()}-01-01` },
        })}
      />
    </StatSection>
  );
}
