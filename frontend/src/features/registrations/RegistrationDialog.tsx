import { Button, Modal, MultiSelect, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DealRegistrationView, RefusalReason, RegistrationAction, RequestedField } from '@/api/gen';
import { zRefusalReason, zRequestedField } from '@/api/gen/zod.gen';
import { useApproverNames } from '@/features/approvals/useApproverNames';
import { DialogButtons } from '@/ui/DialogButtons';
import { dateInputProps } from '@/ui/dateInputProps';
import { useFormats } from '@/ui/format';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useRegistrationCommand } from './mutations';

const withDate: RegistrationAction[] = ['APPROVE', 'REQUEST_EXTENSION', 'DECIDE_EXTENSION', 'POSTPONE'];
const dateNeeded: RegistrationAction[] = ['REQUEST_EXTENSION', 'POSTPONE'];
const withText: RegistrationAction[] = [
  'REJECT',
  'REQUEST_INFORMATION',
  'RESUBMIT',
  'REVOKE',
  'REQUEST_EXTENSION',
  'DECIDE_EXTENSION',
];

/** The end of a day in the user's time zone. */
const endOf = (day: string | null) => (day ? dayjs(day).endOf('day').toISOString() : null);

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
  const deciders = useApproverNames();
  const move = useRegistrationCommand(registration, onClose);
  const [text, setText] = useState('');
  const [code, setCode] = useState<RefusalReason | null>(null);
  const [fields, setFields] = useState<RequestedField[]>([]);
  const extension = action === 'DECIDE_EXTENSION' ? registration.exclusivity?.extensionRequest : null;
  const [day, setDay] = useState<string | null>(extension ? dayjs(extension.until).format('YYYY-MM-DD') : null);
  const [granted, setGranted] = useState(true);
  const [tried, setTried] = useState(false);
  const textNeeded = withText.includes(action) && !(action === 'DECIDE_EXTENSION' && granted);
  const afterMe = action === 'APPROVE' ? registration.approval.steps.filter((step) => !step.decidedBy).slice(1) : [];
  const dated = withDate.includes(action) && !(action === 'DECIDE_EXTENSION' && !granted) && afterMe.length === 0;
  const missing = {
    text: textNeeded && !text.trim(),
    code: action === 'REJECT' && !code,
    fields: action === 'REQUEST_INFORMATION' && fields.length === 0,
    day: dateNeeded.includes(action) && !day,
  };
  const required = (what: keyof typeof missing) => (tried && missing[what] ? t('form.required') : undefined);
  const title =
    action === 'RESUBMIT' && registration.status === 'REJECTED'
      ? t('registration.appeal')
      : t(`registration.action.${action}`);
  const submit = () => {
    setTried(true);
    if (Object.values(missing).some(Boolean)) return;
    move.mutate({
      action,
      answers: {
        text,
        code,
        fields,
        until: endOf(day),
        granted,
      },
    });
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('form.close') }}>
      <Stack>
        {move.error ? <ProblemAlert problem={move.error} /> : null}
        {afterMe.length ? (
          <Text size="sm">
            {t('registration.thenDecides', { who: deciders.all(afterMe), interpolation: { escapeValue: false } })}
          </Text>
        ) : null}
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
              value={granted ? 'yes' : 'no'}
              onChange={(next) => setGranted(next === 'yes')}
            />
          </>
        ) : null}
        {action === 'REJECT' ? (
          <Select
            label={t('opportunity.reasonCode')}
            data={zRefusalReason.options.map((value) => ({ value, label: t(`reason.${value}`) }))}
            value={code}
            onChange={setCode}
            error={required('code')}
            data-autofocus
          />
        ) : null}
        {action === 'REQUEST_INFORMATION' ? (
          <MultiSelect
            label={t('registration.fields')}
            data={zRequestedField.options.map((value) => ({ value, label: t(`registration.field.${value}`) }))}
            value={fields}
            onChange={setFields}
            searchable
            error={required('fields')}
            data-autofocus
          />
        ) : null}
        {dated ? (
          <DateInput
            label={t('registration.until')}
            description={action === 'APPROVE' ? t('registration.untilHint') : undefined}
            {...dateInputProps(t)}
            minDate={dayjs(action === 'POSTPONE' ? undefined : registration.exclusivity?.until).format('YYYY-MM-DD')}
            value={day}
            onChange={setDay}
            error={required('day')}
          />
        ) : null}
        {withText.includes(action) ? (
          <Textarea
            label={t('opportunity.reason')}
            withAsterisk={textNeeded}
            autosize
            minRows={3}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            error={required('text')}
          />
        ) : null}
        <DialogButtons onClose={onClose}>
          <Button onClick={submit} loading={move.isPending}>
            {title}
          </Button>
        </DialogButtons>
      </Stack>
    </Modal>
  );
}
