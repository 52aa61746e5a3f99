import { ActionIcon, Group, Paper, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OpportunityView } from '@/api/gen';
import { DescriptionList } from '@/ui/DescriptionList';
import { useFormats } from '@/ui/format';
import { useReasonText } from '@/ui/useReasonText';
import { ValueDialog } from './ValueDialog';

/** The value, the dates and other details. */
export function ValueCard({ opportunity, editable }: { opportunity: OpportunityView; editable: boolean }) {
  const { t } = useTranslation();
  const format = useFormats();
  const reasonText = useReasonText();
  const [editing, dialog] = useDisclosure(false);
  const names = (refs: { name: string }[]) => (refs.length ? refs.map((ref) => ref.name).join(', ') : null);
  return (
    <Paper p="md">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {opportunity.estimatedValue ? format.money(opportunity.estimatedValue) : t('opportunity.noValue')}
        </Title>
        {editable ? (
          <ActionIcon aria-label={t('opportunity.editValue')} onClick={dialog.open}>
            <IconPencil size={18} />
          </ActionIcon>
        ) : null}
      </Group>
      <DescriptionList
        items={[
          [
            t('opportunity.number'),
            <span className="num" key="number">
              {opportunity.number}
            </span>,
          ],
          opportunity.actualValue ? [t('opportunity.actualValue'), format.money(opportunity.actualValue)] : null,
          opportunity.reasonCode || opportunity.reason
            ? [
                t('opportunity.why'),
                [opportunity.reasonCode ? reasonText(opportunity.reasonCode) : null, opportunity.reason]
                  .filter(Boolean)
                  .join(': '),
              ]
            : null,
          [t('opportunity.currency'), opportunity.currency],
          [
            t('opportunity.probability'),
            opportunity.probability == null ? null : format.percent(opportunity.probability / 100),
          ],
          [
            t('opportunity.estimatedCloseDate'),
            opportunity.estimatedCloseDate ? format.date(opportunity.estimatedCloseDate) : null,
          ],
          [t('opportunity.dueOn'), opportunity.dueOn ? format.date(opportunity.dueOn) : null],
          opportunity.closedOn ? [t('opportunity.closedOn'), format.date(opportunity.closedOn)] : null,
          [t('opportunity.productLines'), names(opportunity.productLines)],
          [t('opportunity.requiredCompetencies'), names(opportunity.requiredCompetencies)],
          [t('opportunity.territory'), opportunity.territory?.name],
          [t('opportunity.source'), t(`source.${opportunity.source}`)],
          [t('opportunity.owner'), opportunity.owner?.name],
        ]}
      />
      {editing ? <ValueDialog opportunity={opportunity} onClose={dialog.close} /> : null}
    </Paper>
  );
}
