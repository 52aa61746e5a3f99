import { Grid, Paper, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DraftForm } from './draft';
import { ValueFields } from './ValueFields';

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
        <ValueFields form={form} wide />
      </Grid>
    </Paper>
  );
}
