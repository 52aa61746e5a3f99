import { MultiSelect, Text, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type OpportunityView, registerDeal } from '@/api/gen';
import { invalidateRegistration } from '@/api/invalidation';
import { entriesOf, useChoices } from '@/features/reference/vocabularies';
import { FormDialog } from '@/ui/FormDialog';
import { useFormats } from '@/ui/format';
import { toast } from '@/ui/toasts';
import { useSend } from '@/ui/useSend';
import { ProtectionHint } from './ProtectionHint';
import { useProtection } from './useProtection';

/** Requests exclusivity, and shows before whether it is available. */
export function RegisterDialog({ opportunity, onClose }: { opportunity: OpportunityView; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormats();
  const choices = useChoices();
  const queries = useQueryClient();
  const lines = useQuery(entriesOf.productLines);
  const initial: { productLineIds: string[]; comment: string } = {
    productLineIds: opportunity.classification.productLines.map((one) => one.id),
    comment: '',
  };
  const edit = useSend(initial, {
    draft: `REGISTER:${opportunity.id}`,
    validate: { productLineIds: (ids) => (ids.length ? null : t('registration.linesNeeded')) },
    send: async ({ productLineIds, comment }) =>
      (
        await registerDeal({
          path: { id: opportunity.id },
          body: { productLineIds, comment: comment.trim() || null },
          throwOnError: true,
        })
      ).data,
    done: (made) => {
      toast(t('registration.sent', { when: format.dateTime(made.approval.decideBy) }));
      onClose();
    },
    settled: () => invalidateRegistration(queries),
  });
  const { form } = edit;
  const { productLineIds } = form.values;
  const check = useProtection(
    productLineIds.length
      ? { customerId: opportunity.customer.id, productLineIds, opportunityId: opportunity.id }
      : null,
  );
  return (
    <FormDialog
      edit={edit}
      title={t('registration.register')}
      action={t('registration.register')}
      disabled={check.data?.result === 'PROTECTED'}
      onClose={onClose}
    >
      <Text size="sm">{t('registration.registerHint')}</Text>
      <MultiSelect
        label={t('registration.productLines')}
        data={choices(lines.data?.items, productLineIds)}
        searchable
        data-autofocus
        {...form.getInputProps('productLineIds')}
      />
      <Textarea
        label={t('registration.comment')}
        autosize
        minRows={3}
        maxLength={2000}
        {...form.getInputProps('comment')}
      />
      {productLineIds.length ? <ProtectionHint found={check.data} /> : null}
    </FormDialog>
  );
}
