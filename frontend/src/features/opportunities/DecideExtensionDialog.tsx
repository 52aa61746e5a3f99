import { Button, Modal, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpportunityView } from '@/api/gen';
import { DialogButtons } from '@/ui/DialogButtons';
import { dateInputProps } from '@/ui/dateInputProps';
import { useFormats } from '@/ui/format';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useOpportunityCommand } from './mutations';

/** Grants an extension, with the requested or another date, or rejects it with a reason. */
export function DecideExtensionDialog({ opportunity, onClose }: { opportunity: OpportunityView; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormats();
  const command = useOpportunityCommand(onClose);
  const wanted = opportunity.pipeline.extensionRequest;
  const [granted, setGranted] = useState(true);
  const [dueOn, setDueOn] = useState<string | null>(wanted?.dueOn ?? null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const complete = granted ? dueOn : reason.trim();
  const submit = () => {
    setTried(true);
    if (complete)
      command.mutate({
        opportunity,
        command: {
          action: 'DECIDE_EXTENSION',
          body: { granted, dueOn: granted ? dueOn : null, reason: reason.trim() || null },
        },
      });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('opportunity.action.DECIDE_EXTENSION')}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      <Stack>
        {command.error ? <ProblemAlert problem={command.error} /> : null}
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
          value={granted ? 'yes' : 'no'}
          onChange={(next) => setGranted(next === 'yes')}
        />
        {granted ? (
          <DateInput
            label={t('opportunity.dueOn')}
            {...dateInputProps(t)}
            minDate={opportunity.pipeline.dueOn ?? undefined}
            value={dueOn}
            onChange={setDueOn}
            error={tried && !dueOn ? t('form.required') : undefined}
          />
        ) : null}
        <Textarea
          label={t('opportunity.reason')}
          withAsterisk={!granted}
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={tried && !granted && !reason.trim() ? t('form.required') : undefined}
        />
        <DialogButtons onClose={onClose}>
          <Button onClick={submit} loading={command.isPending}>
            {t(granted ? 'opportunity.extension.grant' : 'opportunity.extension.refuse')}
          </Button>
        </DialogButtons>
      </Stack>
    </Modal>
  );
}
