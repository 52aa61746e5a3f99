import { MultiSelect, SegmentedControl, Select, Text, Textarea } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useQueryClient } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { DealRegistrationView, RefusalReason, RegistrationAction, RequestedField } from '@/api/gen';
import { zRefusalReason, zRequestedField } from '@/api/gen/zod.gen';
import { invalidateRegistration } from '@/api/invalidation';
import { useApproverNames } from '@/features/approvals/useApproverNames';
import { dateInputProps } from '@/ui/dateInputProps';
import { FormDialog } from '@/ui/FormDialog';
import { useFormats } from '@/ui/format';
import { toast } from '@/ui/toasts';
import { useSend } from '@/ui/useSend';
import { execute, type RegistrationCommand } from './commands';
import { ScopeChange } from './ScopeChange';

const withDate: RegistrationAction[] = ['APPROVE', 'REQUEST_EXTENSION', 'DECIDE_EXTENSION', 'POSTPONE'];
const dateNeeded: RegistrationAction[] = ['REQUEST_EXTENSION', 'POSTPONE'];
const withText: RegistrationAction[] = [
  'REJECT',
  'REJECT_CHANGE',
  'REQUEST_INFORMATION',
  'RESUBMIT',
  'REVOKE',
  'REQUEST_EXTENSION',
  'DECIDE_EXTENSION',
];

type Input = {
  answer: 'yes' | 'no';
  code: RefusalReason | null;
  fields: RequestedField[];
  day: string | null;
  text: string;
};

/** The end of a day in the user's time zone. */
const endOf = (day: string | null) => (day ? dayjs(day).endOf('day').toISOString() : null);

const rejects = (action: RegistrationAction) => action === 'REJECT' || action === 'REJECT_CHANGE';

const textNeeded = (action: RegistrationAction, { answer }: Input) =>
  withText.includes(action) && !(action === 'DECIDE_EXTENSION' && answer === 'yes');

/** The command; null as long as something is missing. */
function commandOf(action: RegistrationAction, values: Input): RegistrationCommand | null {
  const reason = values.text.trim();
  const until = endOf(values.day);
  const granted = values.answer === 'yes';
  if (textNeeded(action, values) && !reason) return null;
  switch (action) {
    case 'APPROVE':
      return { action, body: { exclusiveUntil: until } };
    case 'REJECT':
      return values.code && { action, body: { reasonCode: values.code, reason } };
    case 'REJECT_CHANGE':
      return values.code && { action, body: { reasonCode: values.code, reason } };
    case 'APPROVE_CHANGE':
    case 'WITHDRAW_CHANGE':
      return { action };
    case 'REQUEST_INFORMATION':
      return values.fields.length ? { action, body: { fields: values.fields, reason } } : null;
    case 'RESUBMIT':
      return { action, body: { comment: reason } };
    case 'WITHDRAW':
      return { action };
    case 'REVOKE':
      return { action, body: { reason } };
    case 'REQUEST_EXTENSION':
      return until ? { action, body: { exclusiveUntil: until, reason } } : null;
    case 'DECIDE_EXTENSION':
      return { action, body: { granted, exclusiveUntil: granted ? until : null, reason: reason || null } };
    case 'POSTPONE':
      return until ? { action, body: { exclusiveUntil: until } } : null;
  }
}

/** Asks for the input of a registration's command. */
export function RegistrationDialog({
  action,
  registration,
  onClose,
}: {
  action: RegistrationAction;
  registration: DealRegistrationView;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormats();
  const queries = useQueryClient();
  const deciders = useApproverNames();
  const extension = action === 'DECIDE_EXTENSION' ? registration.exclusivity?.extensionRequest : null;
  const initial: Input = {
    answer: 'yes',
    code: null,
    fields: [],
    day: extension ? dayjs(extension.until).format('YYYY-MM-DD') : null,
    text: '',
  };
  const required = (missing: boolean) => (missing ? t('form.required') : null);
  const edit = useSend(initial, {
    draft: `${action}:${registration.id}`,
    validate: {
      text: (text, values) => required(textNeeded(action, values) && !text.trim()),
      code: (code) => required(rejects(action) && !code),
      fields: (fields) => required(action === 'REQUEST_INFORMATION' && !fields.length),
      day: (day) => required(dateNeeded.includes(action) && !day),
    },
    send: async (values) => {
      const command = commandOf(action, values);
      if (command) await execute(registration, command);
    },
    done: () => {
      toast(t('registration.done'));
      onClose();
    },
    settled: () => invalidateRegistration(queries),
  });
  const { form } = edit;
  const approves = action === 'APPROVE' || action === 'APPROVE_CHANGE';
  const afterMe = approves ? registration.approval.steps.filter((step) => !step.decidedBy).slice(1) : [];
  const refused = action === 'DECIDE_EXTENSION' && form.values.answer === 'no';
  const dated = withDate.includes(action) && !refused && afterMe.length === 0;
  const title =
    action === 'RESUBMIT' && registration.status === 'REJECTED'
      ? t('registration.appeal')
      : t(`registration.action.${action}`);
  return (
    <FormDialog edit={edit} title={title} action={title} onClose={onClose}>
      {afterMe.length ? (
        <Text size="sm">
          {t('registration.thenDecides', { who: deciders.all(afterMe), interpolation: { escapeValue: false } })}
        </Text>
      ) : null}
      {action === 'APPROVE_CHANGE' || action === 'REJECT_CHANGE' || action === 'WITHDRAW_CHANGE' ? (
        <ScopeChange registration={registration} />
      ) : null}
      {action === 'APPROVE_CHANGE' && !afterMe.length ? (
        <Text size="sm">{t('registration.change.approveHint')}</Text>
      ) : null}
      {action === 'REJECT_CHANGE' ? <Text size="sm">{t('registration.change.rejectHint')}</Text> : null}
      {action === 'WITHDRAW_CHANGE' ? <Text size="sm">{t('registration.change.withdrawHint')}</Text> : null}
      {action === 'WITHDRAW' ? <Text size="sm">{t('registration.withdrawConfirm')}</Text> : null}
      {extension ? (
        <>
          <Text size="sm" fw={600}>
            {t('registration.extensionAsked', { date: format.date(extension.until) })}
          </Text>
          {extension.reason ? <Text size="sm">“{extension.reason}”</Text> : null}
          <SegmentedControl
            aria-label={t('opportunity.extension.answer')}
            data={[
              { value: 'yes', label: t('opportunity.extension.grant') },
              { value: 'no', label: t('opportunity.extension.refuse') },
            ]}
            {...form.getInputProps('answer')}
          />
        </>
      ) : null}
      {rejects(action) ? (
        <Select
          label={t('opportunity.reasonCode')}
          data={zRefusalReason.options.map((value) => ({ value, label: t(`reason.${value}`) }))}
          data-autofocus
          {...form.getInputProps('code')}
        />
      ) : null}
      {action === 'REQUEST_INFORMATION' ? (
        <MultiSelect
          label={t('registration.fields')}
          data={zRequestedField.options.map((value) => ({ value, label: t(`registration.field.${value}`) }))}
          searchable
          data-autofocus
          {...form.getInputProps('fields')}
        />
      ) : null}
      {dated ? (
        <DateInput
          label={t('registration.until')}
          description={action === 'APPROVE' ? t('registration.untilHint') : undefined}
          {...dateInputProps(t)}
          minDate={dayjs(action === 'POSTPONE' ? undefined : registration.exclusivity?.until).format('YYYY-MM-DD')}
          {...form.getInputProps('day')}
        />
      ) : null}
      {withText.includes(action) ? (
        <Textarea
          label={t('opportunity.reason')}
          withAsterisk={textNeeded(action, form.values)}
          autosize
          minRows={3}
          maxLength={2000}
          {...form.getInputProps('text')}
        />
      ) : null}
    </FormDialog>
  );
}
