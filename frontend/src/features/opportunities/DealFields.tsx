import { Grid, Paper, Select, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { currencies } from '@/ui/currencies';
import { dateInputProps } from '@/ui/dateInputProps';
import { IntegerInput } from '@/ui/IntegerInput';
import { MoneyInput } from '@/ui/MoneyInput';
import type { DraftForm } from './draft';
import { percent } from './percent';

/** The topic and the value of a new opportunity. */
export function DealFields({ form }: { form: DraftForm }) {
  const { t } = useTranslation();
  return (
    <Paper p="md">
      <Grid gap="md">
        <Grid.Col span={12}>
          <TextInput
            label={t('opportunity.topic')}
            withAsterisk
            maxLength={200}
            autoFocus
            {...form.getInputProps('topic')}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 7, sm: 4 }}>
          <MoneyInput
            label={t('opportunity.value')}
            currency={form.values.value.currency}
            {...form.getInputProps('value.estimated.amount')}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 5, sm: 2 }}>
          <Select
            label={t('opportunity.currency')}
            data={currencies}
            searchable
            allowDeselect={false}
            {...form.getInputProps('value.currency')}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 6, sm: 3 }}>
          <IntegerInput
            label={t('opportunity.probability')}
            unit="%"
            range={percent}
            {...form.getInputProps('pipeline.probability')}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 6, sm: 3 }}>
          <DateInput
            label={t('opportunity.estimatedCloseDate')}
            {...dateInputProps(t)}
            {...form.getInputProps('pipeline.estimatedCloseDate')}
          />
        </Grid.Col>
      </Grid>
    </Paper>
  );
}
