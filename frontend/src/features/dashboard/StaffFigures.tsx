import { linkOptions } from '@tanstack/react-router';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { StaffDashboard } from '@/api/gen';
import { useFormats } from '@/ui/format';
import { Stat, StatSection } from './Stat';

/** Staff figures: open tasks and sales. */
export function StaffFigures({ figures }: { figures: StaffDashboard }) {
  const { t } = useTranslation();
  const format = useFormats();
  const { opportunities, registrations, value, performance } = figures;
  const part = (share: number | null | undefined) => (share == null ? '–' : format.percent(share));
  return (
    <>
      <StatSection title={t('dashboard.waiting')}>
        <Stat
          label={t('dashboard.pendingApproval')}
          value={format.number(opportunities.pendingApproval)}
          link={linkOptions({ to: '/opportunities', search: { status: ['PENDING_APPROVAL'] } })}
        />
        <Stat
          label={t('dashboard.undistributed')}
          value={format.number(opportunities.undistributed)}
          link={linkOptions({ to: '/opportunities', search: { status: ['NEW'] } })}
        />
        <Stat
          label={t('dashboard.fellBack')}
          value={format.number(opportunities.fellBack)}
          link={linkOptions({ to: '/opportunities', search: { status: ['DECLINED', 'EXPIRED', 'RETURNED'] } })}
        />
        <Stat
          label={t('dashboard.delivered')}
          value={format.number(opportunities.delivered)}
          link={linkOptions({ to: '/opportunities', search: { status: ['DELIVERED'], sort: 'answerBy' } })}
        />
        <Stat
          label={t('dashboard.exhausted')}
          value={format.number(opportunities.exhausted)}
          link={linkOptions({ to: '/opportunities', search: { exhausted: true } })}
        />
        <Stat
          label={t('dashboard.extensionRequested')}
          value={format.number(opportunities.extensionRequested)}
          link={linkOptions({ to: '/opportunities', search: { extensionRequested: true } })}
        />
        <Stat
          label={t('dashboard.registrations')}
          value={format.number(registrations.pending)}
          link={linkOptions({ to: '/registrations', search: { status: ['SUBMITTED'] } })}
        />
        <Stat
          label={t('dashboard.registrationExtensions')}
          value={format.number(registrations.extensionRequested)}
          link={linkOptions({ to: '/registrations', search: { extensionRequested: true } })}
        />
        <Stat
          label={t('dashboard.registrationChanges')}
          value={format.number(registrations.changeRequested)}
          link={linkOptions({ to: '/registrations', search: { changeRequested: true } })}
        />
        <Stat
          label={t('dashboard.untouched')}
          value={format.number(opportunities.untouched)}
          link={linkOptions({ to: '/opportunities', search: { alert: ['NEW'] } })}
        />
        <Stat
          label={t('dashboard.overdue')}
          value={format.number(opportunities.overdue)}
          link={linkOptions({ to: '/opportunities', search: { overdue: true, sort: 'dueOn' } })}
        />
        <Stat
          label={t('dashboard.stalled')}
          value={format.number(opportunities.stalled)}
          link={linkOptions({ to: '/opportunities', search: { alert: ['STALLED'] } })}
        />
      </StatSection>
      <StatSection title={t('dashboard.howItGoes')}>
        <Stat
          label={t('dashboard.openValue')}
          value={format.money(value.open, true)}
          hint={t('dashboard.forecast', { value: format.money(value.forecast, true) })}
          link={linkOptions({
            to: '/opportunities',
            search: {
              status: [
                'NEW',
                'PENDING_APPROVAL',
                'POOL',
                'DELIVERED',
                'ACCEPTED',
                'ON_HOLD',
                'DECLINED',
                'EXPIRED',
                'RETURNED',
              ],
              sort: '-value',
            },
          })}
        />
        <Stat
          label={t('dashboard.wonThisYear')}
          value={format.money(performance.wonThisYear, true)}
          link={linkOptions({
            to: '/opportunities',
            search: { status: ['WON'], closedFrom: `${dayjs().year()}-01-01`, sort: '-value' },
          })}
        />
        <Stat label={t('dashboard.winRate')} value={part(performance.winRate)} hint={t('dashboard.twelveMonths')} />
        <Stat
          label={t('dashboard.acceptanceRate')}
          value={part(performance.acceptanceRate)}
          hint={t('dashboard.twelveMonths')}
        />
        <Stat
          label={t('dashboard.answerTime')}
          value={
            performance.answerHours == null
              ? '–'
              : t('dashboard.hours', { hours: format.number(performance.answerHours) })
          }
          hint={t('dashboard.twelveMonths')}
        />
      </StatSection>
    </>
  );
}
