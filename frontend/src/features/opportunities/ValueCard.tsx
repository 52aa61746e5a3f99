import { ActionIcon, Group, Paper, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OpportunityView } from '@/api/gen';
import { DescriptionList } from '@/ui/DescriptionList';
import { useFormats } from '@/ui/format';
import { useReasonText } from '@/ui/useReasonText';
import { ValueDialog } from './ValueDialog';

/** The value, and the dates of the opportunity. */
export function ValueCard({ opportunity, editable }: { opportunity: OpportunityView; editable: boolean }) {
  const { value, outcome, pipeline } = opportunity;
  const { t } = useTranslation();
  const format = useFormats();
  const reasonText = useReasonText();
  const [editing, dialog] = useDisclosure(false);
  return (
    <Paper p="md">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {value.estimated ? format.money(value.estimated) : t('opportunity.noValue')}
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
          value.actual ? [t('opportunity.actualValue'), format.money(value.actual)] : null,
          outcome.reasonCode || outcome.reason
            ? [
                t('opportunity.why'),
                [outcome.reasonCode ? reasonText(outcome.reasonCode) : null, outcome.reason].filter(Boolean).join(': '),
              ]
            : null,
          [t('opportunity.currency'), value.currency],
          [
            t('opportunity.probability'),
            pipeline.probability == null ? null : format.percent(pipeline.probability / 100),
          ],
          [
            t('opportunity.estimatedCloseDate'),
            pipeline.estimatedCloseDate ? format.date(pipeline.estimatedCloseDate) : null,
          ],
          [t('opportunity.dueOn'), pipeline.dueOn ? format.date(pipeline.dueOn) : null],
          outcome.closedOn ? [t('opportunity.closedOn'), format.date(outcome.closedOn)] : null,
        ]}
      />
      {editing ? <ValueDialog opportunity={opportunity} onClose={dialog.close} /> : null}
    </Paper>
  );
}
