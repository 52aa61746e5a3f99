import { MultiSelect, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import { changeCustomer, type OpportunityView } from '@/api/gen';
import { getCustomerOptions, listContactsOptions, listCustomersOptions } from '@/api/gen/@tanstack/react-query.gen';
import { invalidateOpportunity } from '@/api/invalidation';
import { AsyncSelect } from '@/ui/AsyncSelect';
import { FormDialog } from '@/ui/FormDialog';
import { isNotEligible, OverrideReason } from '@/ui/OverrideReason';
import { toast } from '@/ui/toasts';
import { useSend } from '@/ui/useSend';

interface Values extends Record<string, unknown> {
  customerId: string | null;
  contactIds: string[];
  overrideReason: string;
}

/** Corrects the customer of an opportunity. */
export function ChangeCustomerDialog({ opportunity, onClose }: { opportunity: OpportunityView; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const initial: Values = { customerId: null, contactIds: [], overrideReason: '' };
  const edit = useSend(initial, {
    draft: `CUSTOMER:${opportunity.id}`,
    validate: {
      customerId: (value) =>
        !value ? t('form.required') : value === opportunity.customer.id ? t('opportunity.sameCustomer') : null,
    },
    send: async ({ customerId, contactIds, overrideReason }) =>
      (
        await changeCustomer({
          path: { id: opportunity.id },
          headers: ifMatch(opportunity),
          body: { customerId: customerId ?? '', contactIds, overrideReason: overrideReason.trim() || null },
          throwOnError: true,
        })
      ).data,
    done: () => {
      toast(t('opportunity.saved'));
      onClose();
    },
    settled: () => invalidateOpportunity(queries),
  });
  const { form } = edit;
  const { customerId } = form.values;
  const contacts = useQuery({ ...listContactsOptions({ path: { id: customerId ?? '' } }), enabled: !!customerId });
  const customer = form.getInputProps('customerId');
  return (
    <FormDialog
      edit={edit}
      onClose={onClose}
      title={t('opportunity.changeCustomer')}
      action={t('opportunity.changeCustomer')}
    >
      <Text size="sm">
        {t('opportunity.changeCustomerHint', {
          name: opportunity.customer.name,
          interpolation: { escapeValue: false },
        })}
      </Text>
      <AsyncSelect
        label={t('opportunity.customer')}
        withAsterisk
        data-autofocus
        record={(id) => getCustomerOptions({ path: { id } })}
        options={(text) => listCustomersOptions({ query: { q: text || undefined, limit: 20 } })}
        {...customer}
        onChange={(id: string | null) => form.setValues({ customerId: id, contactIds: [] })}
      />
      {contacts.data?.items.length ? (
        <MultiSelect
          label={t('customer.contacts')}
          data={contacts.data.items.map((one) => ({
            value: one.id,
            label: [one.name, one.title].filter(Boolean).join(' · '),
          }))}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('table.clear') }}
          {...form.getInputProps('contactIds')}
        />
      ) : null}
      {isNotEligible(edit.problem) ? (
        <OverrideReason
          reasons={(edit.problem?.errors ?? []).map((one) => one.detail)}
          {...form.getInputProps('overrideReason')}
          error={null}
        />
      ) : null}
    </FormDialog>
  );
}
