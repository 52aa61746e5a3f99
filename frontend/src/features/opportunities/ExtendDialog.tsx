import { Text, Textarea } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import type { OpportunityView } from '@/api/gen';
import { useMe } from '@/features/session/useMe';
import { dateInputProps } from '@/ui/dateInputProps';
import { FormDialog } from '@/ui/FormDialog';
import { useFormats } from '@/ui/format';
import { useCommandForm } from './mutations';

type Extension = { dueOn: string | null; reason: string };

/** Moves the due date; beyond a partner's own limit it becomes a request to the vendor. */
export function ExtendDialog({ opportunity, onClose }: { opportunity: OpportunityView; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormats();
  const me = useMe();
  const until = opportunity.pipeline.extendableUntil;
  const asks = (dueOn: string | null) => !me.staff && (!until || (dueOn !== null && dueOn > until));
  const initial: Extension = { dueOn: null, reason: '' };
  const edit = useCommandForm(opportunity, 'EXTEND', initial, {
    validate: { dueOn: (dueOn) => (dueOn ? null : t('form.required')) },
    toCommand: ({ dueOn, reason }) =>
      dueOn ? { action: 'EXTEND', asksVendor: asks(dueOn), body: { dueOn, reason: reason.trim() || null } } : null,
    onClose,
  });
  const { form } = edit;
  return (
    <FormDialog
      edit={edit}
      title={t('opportunity.action.EXTEND')}
      action={t(asks(form.values.dueOn) ? 'opportunity.extension.ask' : 'opportunity.action.EXTEND')}
      onClose={onClose}
    >
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
        data-autofocus
        {...form.getInputProps('dueOn')}
      />
      <Textarea
        label={t('opportunity.reason')}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
