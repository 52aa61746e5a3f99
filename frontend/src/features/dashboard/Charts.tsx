import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { Paper, SimpleGrid, Table, Title, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DashboardView } from '@/api/gen';
import { useFormats } from '@/ui/format';
import { TextLink } from '@/ui/links';

/** A chart, and the same data as a table for screen readers. */
function Chart({
  title,
  head,
  rows,
  children,
}: {
  title: string;
  head: string[];
  rows: string[][];
  children: ReactNode;
}) {
  return (
    <Paper p="md">
      <Title order={2} size="h4" mb="md">
        {title}
      </Title>
      <div aria-hidden="true">{children}</div>
      <VisuallyHidden>
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              {head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first, ...rest]) => (
              <tr key={first}>
                <th scope="row">{first}</th>
                {rest.map((cell, index) => (
                  <td key={head[index + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </Paper>
  );
}

export default function Charts({ dashboard }: { dashboard: DashboardView }) {
  const { t } = useTranslation();
  const format = useFormats();
  const currency = dashboard.byMonth[0]?.wonValue.currency ?? 'EUR';
  const money = (amount: number) => format.money({ amount, currency }, true);
  const phases = dashboard.byPhase.map((one) => ({
    name: t(`phase.${one.phase}`),
    count: one.count,
    value: one.value.amount,
  }));
  const months = dashboard.byMonth.map((one) => ({
    name: format.month(one.month),
    won: one.won,
    lost: one.lost,
    value: one.wonValue.amount,
  }));
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }}>
      <Chart
        title={t('dashboard.byMonth')}
        head={[t('dashboard.month'), t('dashboard.wonValue'), t('status.WON'), t('status.LOST')]}
        rows={months.map((month) => [
          month.name,
          money(month.value),
          format.number(month.won),
          format.number(month.lost),
        ])}
      >
        <BarChart
          barChartProps={{ accessibilityLayer: false }}
          h={260}
          data={months}
          dataKey="name"
          series={[{ name: 'value', label: t('dashboard.wonValue'), color: 'teal.7' }]}
          valueFormatter={money}
          yAxisProps={{ width: 70 }}
          tickLine="none"
          barProps={{ radius: 4 }}
        />
      </Chart>
      <Chart
        title={t('dashboard.byPhase')}
        head={[t('opportunity.phase'), t('dashboard.count'), t('opportunity.value')]}
        rows={phases.map((phase) => [phase.name, format.number(phase.count), money(phase.value)])}
      >
        <BarChart
          barChartProps={{ accessibilityLayer: false }}
          h={260}
          data={phases}
          dataKey="name"
          orientation="vertical"
          series={[{ name: 'value', label: t('opportunity.value'), color: 'brand.6' }]}
          valueFormatter={money}
          yAxisProps={{ width: 130, interval: 0 }}
          tickLine="none"
          barProps={{ radius: 4 }}
        />
      </Chart>
      {dashboard.staff?.topPartners.length ? (
        <Paper p="md">
          <Title order={2} size="h4" mb="sm">
            {t('dashboard.topPartners')}
          </Title>
          <Table.ScrollContainer minWidth={400}>
            <Table aria-label={t('dashboard.topPartners')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('opportunity.partner')}</Table.Th>
                  <Table.Th ta="right">{t('status.WON')}</Table.Th>
                  <Table.Th ta="right">{t('dashboard.wonValue')}</Table.Th>
                  <Table.Th ta="right">{t('dashboard.winRate')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {dashboard.staff.topPartners.map((one) => (
                  <Table.Tr key={one.partner.id}>
                    <Table.Td>
                      <TextLink to="/partners/$id" params={{ id: one.partner.id }} size="sm">
                        {one.partner.name}
                      </TextLink>
                    </Table.Td>
                    <Table.Td ta="right" className="num">
                      {format.number(one.won)}
                    </Table.Td>
                    <Table.Td ta="right" className="num">
                      {format.money(one.wonValue, true)}
                    </Table.Td>
                    <Table.Td ta="right" className="num">
                      {one.winRate == null ? '–' : format.percent(one.winRate)}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Paper>
      ) : null}
    </SimpleGrid>
  );
}
