import { Grid, NumberInput, Paper, Select, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { currencies, dateInput, moneyInput, percentInput } from '@/ui/inputs';
import type { DraftForm } from './draft';

/** What a new opportunity is about and what it may bring. */
export function DealFields({ form }: { form: DraftForm }) {
  const { t, i18n } = useTranslation();
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
          <NumberInput
            label={t('opportunity.value')}
            {...moneyInput(i18n.language)}
            {...form.getInputProps('estimatedValue.amount')}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 5, sm: 2 }}>
          <Select
            label={t('opportunity.currency')}
            data={currencies}
            searchable
            allowDeselect={false}
            {...form.getInputProps('currency')}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 6, sm: 3 }}>
          <NumberInput label={t('opportunity.probability')} {...percentInput} {...form.getInputProps('probability')} />
        </Grid.Col>
        <Grid.Col span={{ base: 6, sm: 3 }}>
          <DateInput
            label={t('opportunity.estimatedCloseDate')}
            {...dateInput(t)}
            {...form.getInputProps('estimatedCloseDate')}
          />
        </Grid.Col>
      </Grid>
    </Paper>
  );
}
