import { MultiSelect, Paper, Select, Stack, Textarea, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { entriesOf, useChoices } from '@/features/reference/vocabularies';
import { useMe } from '@/features/session/useMe';
import type { DraftForm } from './draft';
import { texts } from './InlineText';

/** The description, the product lines, and for staff the requirements on a partner. */
export function DescriptionFields({ form }: { form: DraftForm }) {
  const { t } = useTranslation();
  const { staff } = useMe();
  const choices = useChoices();
  const chosen = form.values.classification;
  const productLines = useQuery(entriesOf.productLines);
  const territories = useQuery({ ...entriesOf.territories, enabled: staff });
  const competencies = useQuery({ ...entriesOf.competencies, enabled: staff });
  return (
    <Paper p="md">
      <Stack>
        <Title order={2} size="h4">
          {t('opportunity.description')}
        </Title>
        {texts.map((field) => (
          <Textarea
            key={field}
            label={t(`opportunity.qualification.${field}`)}
            autosize
            minRows={2}
            maxLength={field === 'summary' ? 2000 : 10_000}
            {...form.getInputProps(`qualification.${field}`)}
          />
        ))}
        <MultiSelect
          label={t('opportunity.productLines')}
          data={choices(productLines.data?.items, chosen.productLineIds)}
          searchable
          {...form.getInputProps('classification.productLineIds')}
        />
        {staff ? (
          <>
            <MultiSelect
              label={t('opportunity.requiredCompetencies')}
              data={choices(competencies.data?.items, chosen.requiredCompetencyIds)}
              searchable
              {...form.getInputProps('classification.requiredCompetencyIds')}
            />
            <Select
              label={t('opportunity.territory')}
              data={choices(territories.data?.items, [chosen.territoryId])}
              searchable
              clearable
              clearButtonProps={{ 'aria-label': t('table.clear') }}
              {...form.getInputProps('classification.territoryId')}
            />
          </>
        ) : null}
      </Stack>
    </Paper>
  );
}
