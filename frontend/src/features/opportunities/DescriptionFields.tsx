import { MultiSelect, Paper, Select, Stack, Textarea, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  listCompetenciesOptions,
  listProductLinesOptions,
  listTerritoriesOptions,
} from '@/api/gen/@tanstack/react-query.gen';
import { useMe } from '@/features/session/useMe';
import type { DraftForm } from './draft';
import { texts } from './InlineText';

const asData = (refs: { id: string; name: string }[] | undefined) =>
  (refs ?? []).map((ref) => ({ value: ref.id, label: ref.name }));

/** The description, the product lines, and for staff the requirements on a partner. */
export function DescriptionFields({ form }: { form: DraftForm }) {
  const { t } = useTranslation();
  const { staff } = useMe();
  const productLines = useQuery(listProductLinesOptions());
  const territories = useQuery({ ...listTerritoriesOptions(), enabled: staff });
  const competencies = useQuery({ ...listCompetenciesOptions(), enabled: staff });
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
          data={asData(productLines.data?.items)}
          searchable
          {...form.getInputProps('classification.productLineIds')}
        />
        {staff ? (
          <>
            <MultiSelect
              label={t('opportunity.requiredCompetencies')}
              data={asData(competencies.data?.items)}
              searchable
              {...form.getInputProps('classification.requiredCompetencyIds')}
            />
            <Select
              label={t('opportunity.territory')}
              data={asData(territories.data?.items)}
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
