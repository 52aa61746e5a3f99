import { Alert, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { DashboardView } from '@/api/gen';
import { getDashboardOptions } from '@/api/gen/@tanstack/react-query.gen';
import { useMe } from '@/features/session/useMe';
import { ButtonLink } from '@/ui/links';
import { Page } from '@/ui/Page';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { PartnerFigures } from './PartnerFigures';
import { StaffFigures } from './StaffFigures';
import { UrgentOpportunities } from './UrgentOpportunities';

const Charts = lazy(() => import('./Charts'));

/** The home page: figures, each with a link to its list. */
export function DashboardPage() {
  const { t } = useTranslation();
  const me = useMe();
  const found = useQuery({ ...getDashboardOptions(), refetchInterval: 60_000 });
  const dashboard = found.data;
  return (
    <Page actions={<Text c="dimmed">{t('dashboard.hello', { name: me.name })}</Text>}>
      {found.error ? <ProblemAlert problem={found.error} retry={() => void found.refetch()} /> : null}
      {dashboard ? <Figures dashboard={dashboard} /> : found.error ? null : <Skeleton h={220} />}
      {dashboard ? <UrgentOpportunities /> : null}
      {dashboard ? (
        <Suspense fallback={<Skeleton h={340} />}>
          <Charts dashboard={dashboard} />
        </Suspense>
      ) : null}
    </Page>
  );
}

function Figures({ dashboard }: { dashboard: DashboardView }) {
  const { t } = useTranslation();
  const me = useMe();
  const nothing = dashboard.byStatus.length === 0 && dashboard.byMonth.every((month) => month.won + month.lost === 0);
  return (
    <Stack gap="md">
      {nothing ? (
        <Alert variant="outline" title={t('dashboard.nothing')}>
          <Text size="sm" mb="sm">
            {me.staff ? t('dashboard.nothingStaff') : t('dashboard.nothingPartner')}
          </Text>
          {me.role === 'ANALYST' ? null : <ButtonLink to="/opportunities/new">{t('opportunity.new')}</ButtonLink>}
        </Alert>
      ) : null}
      {dashboard.staff ? <StaffFigures figures={dashboard.staff} /> : null}
      {dashboard.partner ? <PartnerFigures figures={dashboard.partner} /> : null}
      {dashboard.unconverted > 0 ? (
        <Text size="sm" c="dimmed">
          {t('dashboard.unconverted', { count: dashboard.unconverted })}
        </Text>
      ) : null}
    </Stack>
  );
}
