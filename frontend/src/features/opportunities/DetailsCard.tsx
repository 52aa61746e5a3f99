import { ActionIcon, Group, Paper, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OpportunityView } from '@/api/gen';
import { DescriptionList } from '@/ui/DescriptionList';
import { DetailsDialog } from './DetailsDialog';

/** What the opportunity is about, and who it belongs to. */
export function DetailsCard({ opportunity, editable }: { opportunity: OpportunityView; editable: boolean }) {
  const { classification, assignment, origin } = opportunity;
  const { t } = useTranslation();
  const [editing, dialog] = useDisclosure(false);
  const names = (refs: { name: string }[]) => (refs.length ? refs.map((ref) => ref.name).join(', ') : null);
  return (
    <Paper p="md">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {t('opportunity.details')}
        </Title>
        {editable ? (
          <ActionIcon aria-label={t('opportunity.editDetails')} onClick={dialog.open}>
            <IconPencil size={18} />
          </ActionIcon>
        ) : null}
      </Group>
      <DescriptionList
        items={[
          [t('opportunity.productLines'), names(classification.productLines)],
          [t('opportunity.requiredCompetencies'), names(classification.requiredCompetencies)],
          [t('opportunity.territory'), classification.territory?.name],
          [t('customer.industry'), classification.industry?.name],
          [t('opportunity.source'), t(`source.${origin.source}`)],
          [t('opportunity.owner'), assignment.owner?.name],
          origin.externalReferences.length
            ? [
                t('opportunity.externalReferences'),
                origin.externalReferences.map(({ system, externalId }) => `${system} ${externalId}`).join(', '),
              ]
            : null,
        ]}
      />
      {editing ? <DetailsDialog opportunity={opportunity} onClose={dialog.close} /> : null}
    </Paper>
  );
}
