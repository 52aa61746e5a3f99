import { SegmentedControl, Text, Textarea } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import type { OpportunityView } from '@/api/gen';
import { dateInputProps } from '@/ui/dateInputProps';
import { FormDialog } from '@/ui/FormDialog';
import { useFormats } from '@/ui/format';
import { useCommandForm } from './mutations';

type Decision = { answer: 'yes' | 'no'; dueOn: string | null; reason: string };

/** Grants an extension, with the requested or another date, or rejects it with a reason. */
export function DecideExtensionDialog({ opportunity, onClose }: { opportunity: OpportunityView; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormats();
  const wanted = opportunity.pipeline.extensionRequest;
  const initial: Decision = { answer: 'yes', dueOn: wanted?.dueOn ?? null, reason: '' };
  const edit = useCommandForm(opportunity, 'DECIDE_EXTENSION', initial, {
    validate: {
      dueOn: (dueOn, { answer }) => (answer === 'yes' && !dueOn ? t('form.required') : null),
      reason: (reason, { answer }) => (answer === 'no' && !reason.trim() ? t('form.required') : null),
    },
    toCommand: ({ answer, dueOn, reason }) => {
      const granted = answer === 'yes';
      const body = { granted, dueOn: granted ? dueOn : null, reason: reason.trim() || null };
      return { action: 'DECIDE_EXTENSION', body };
    },
    onClose,
  });
  const { form } = edit;
  const granted = form.values.answer === 'yes';
  return (
    <FormDialog
      edit={edit}
      title={t('opportunity.action.DECIDE_EXTENSION')}
      action={t(granted ? 'opportunity.extension.grant' : 'opportunity.extension.refuse')}
      onClose={onClose}
    >
      {wanted ? (
        <div>
          <Text size="sm" fw={600}>
            {t('opportunity.extension.wanted', { name: wanted.requestedBy.name, date: format.date(wanted.dueOn) })}
          </Text>
          {wanted.reason ? <Text size="sm">“{wanted.reason}”</Text> : null}
          {opportunity.pipeline.dueOn ? (
            <Text size="sm" c="dimmed">
              {t('opportunity.dueSoFar', { date: format.date(opportunity.pipeline.dueOn) })}
            </Text>
          ) : null}
        </div>
      ) : null}
      <SegmentedControl
        aria-label={t('opportunity.extension.answer')}
        data={[
          { value: 'yes', label: t('opportunity.extension.grant') },
          { value: 'no', label: t('opportunity.extension.refuse') },
        ]}
        {...form.getInputProps('answer')}
      />
      {granted ? (
        <DateInput
          label={t('opportunity.dueOn')}
          {...dateInputProps(t)}
          minDate={opportunity.pipeline.dueOn ?? undefined}
          {...form.getInputProps('dueOn')}
        />
      ) : null}
      <Textarea
        label={t('opportunity.reason')}
        withAsterisk={!granted}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
