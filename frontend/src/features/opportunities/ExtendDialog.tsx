import { Button, Modal, Stack, Text, Textarea } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpportunityView } from '@/api/gen';
import { useMe } from '@/features/session/useMe';
import { DialogButtons } from '@/ui/DialogButtons';
import { dateInputProps } from '@/ui/dateInputProps';
import { useFormats } from '@/ui/format';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useOpportunityCommand } from './mutations';

/** Moves the due date; beyond a partner's own limit it becomes a request to the vendor. */
export function ExtendDialog({ opportunity, onClose }: { opportunity: OpportunityView; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormats();
  const me = useMe();
  const command = useOpportunityCommand(onClose);
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const until = opportunity.pipeline.extendableUntil;
  const asksVendor = !me.staff && (!until || (dueOn !== null && dueOn > until));
  const submit = () => {
    setTried(true);
    if (dueOn)
      command.mutate({
        opportunity,
        command: { action: 'EXTEND', asksVendor, body: { dueOn, reason: reason.trim() || null } },
      });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('opportunity.action.EXTEND')}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      <Stack>
        {command.error ? <ProblemAlert problem={command.error} /> : null}
        {opportunity.pipeline.dueOn ? (
          <Text size="sm" c="dimmed">
            {t('opportunity.dueSoFar', { date: format.date(opportunity.pipeline.dueOn) })}
          </Text>
        ) : null}
        {me.staff ? null : (
          <Text size="sm">
            {until ? t('opportunity.extension.own', { date: format.date(until) }) : t('opportunity.extension.all')}
          </Text>
        )}
        <DateInput
          label={t('opportunity.dueOn')}
          {...dateInputProps(t)}
          minDate={opportunity.pipeline.dueOn ?? undefined}
          value={dueOn}
          onChange={setDueOn}
          error={tried && !dueOn ? t('form.required') : undefined}
          data-autofocus
        />
        <Textarea
          label={t('opportunity.reason')}
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <DialogButtons onClose={onClose}>
          <Button onClick={submit} loading={command.isPending}>
            {t(asksVendor ? 'opportunity.extension.ask' : 'opportunity.action.EXTEND')}
          </Button>
        </DialogButtons>
      </Stack>
    </Modal>
  );
}
