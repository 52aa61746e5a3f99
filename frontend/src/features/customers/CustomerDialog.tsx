import { Button, Group, Modal, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ifMatch, invalidate } from '@/api/client';
import { type CustomerView, createCustomer, type EditCustomer, editCustomer, type Problem } from '@/api/gen';
import { listIndustriesOptions, listPartnersOptions } from '@/api/gen/@tanstack/react-query.gen';
import { useMe } from '@/features/session/useMe';
import { Choice } from '@/ui/Choice';
import { countries } from '@/ui/countries';
import { DialogButtons } from '@/ui/DialogButtons';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { fieldErrors } from '@/ui/serverErrors';
import { toast } from '@/ui/toasts';
import { LikelyCustomers } from './LikelyCustomers';

const texts = ['registryCode', 'vatNumber', 'webDomain', 'street', 'city', 'postalCode'] as const;

/** Adds a customer, or changes one. */
export function CustomerDialog({ customer, onClose }: { customer: CustomerView | null; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const go = useNavigate();
  const queries = useQueryClient();
  const industries = useQuery(listIndustriesOptions());
  const form = useForm({
    initialValues: {
      name: customer?.name ?? '',
      country: customer?.country ?? 'EE',
      ...(Object.fromEntries(texts.map((field) => [field, customer?.[field] ?? ''])) as Record<
        (typeof texts)[number],
        string
      >),
      industryId: customer?.industry?.id ?? null,
      managingPartnerId: customer?.managingPartner?.id ?? null,
      direct: customer?.direct ?? false,
    },
    validate: { name: (value) => (value.trim() ? null : t('form.required')) },
  });
  const save = useMutation<CustomerView, Problem, EditCustomer>({
    mutationFn: async (body) =>
      (
        await (customer
          ? editCustomer({ path: { id: customer.id }, headers: ifMatch(customer), body, throwOnError: true })
          : createCustomer({ body, throwOnError: true }))
      ).data,
    onSuccess: async ({ id, name }) => {
      toast(customer ? t('opportunity.saved') : t('customer.created', { name, interpolation: { escapeValue: false } }));
      await invalidate(queries, 'listCustomers', 'getCustomer', 'listDuplicates');
      onClose();
      if (!customer) await go({ to: '/customers/$id', params: { id } });
    },
    onError: (problem) => form.setErrors(fieldErrors(problem)),
  });
  const typed = () =>
    Object.fromEntries(texts.map((field) => [field, form.values[field].trim() || null])) as Pick<
      EditCustomer,
      (typeof texts)[number]
    >;
  const asked =
    !customer && form.values.name.trim().length > 2
      ? { name: form.values.name.trim(), country: form.values.country, ...typed() }
      : null;
  const submit = ({ managingPartnerId, direct, ...values }: typeof form.values) =>
    save.mutate({
      ...values,
      ...typed(),
      // Whose customer it is the vendor decides.
      ...(me.staff ? { managingPartnerId, direct } : {}),
    });
  return (
    <Modal
      opened
      onClose={onClose}
      title={
        customer
          ? t('calendar.changeOne', { name: customer.name, interpolation: { escapeValue: false } })
          : t('customer.new')
      }
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      <form noValidate onSubmit={form.onSubmit(submit)}>
        <Stack>
          {save.error && !save.error.errors ? <ProblemAlert problem={save.error} /> : null}
          <TextInput
            label={t('customer.name')}
            withAsterisk
            maxLength={200}
            data-autofocus
            {...form.getInputProps('name')}
          />
          <Select
            label={t('customer.country')}
            data={countries(i18n.language)}
            searchable
            allowDeselect={false}
            {...form.getInputProps('country')}
          />
          <Group grow align="flex-start">
            <TextInput label={t('customer.registryCode')} maxLength={50} {...form.getInputProps('registryCode')} />
            <TextInput label={t('customer.vatNumber')} maxLength={50} {...form.getInputProps('vatNumber')} />
          </Group>
          <TextInput label={t('customer.webDomain')} maxLength={253} {...form.getInputProps('webDomain')} />
          <TextInput label={t('customer.street')} maxLength={200} {...form.getInputProps('street')} />
          <Group grow align="flex-start">
            <TextInput label={t('customer.city')} maxLength={100} {...form.getInputProps('city')} />
            <TextInput label={t('customer.postalCode')} maxLength={20} {...form.getInputProps('postalCode')} />
          </Group>
          <LikelyCustomers asked={asked} />
          <Select
            label={t('customer.industry')}
            data={(industries.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
            clearable
            clearButtonProps={{ 'aria-label': t('table.clear') }}
            searchable
            {...form.getInputProps('industryId')}
          />
          {me.staff ? (
            <>
              <Choice
                label={t('customer.managingPartner')}
                options={(q) => listPartnersOptions({ query: { q: q || undefined, status: ['ACTIVE'], limit: 20 } })}
                chosen={customer?.managingPartner}
                {...form.getInputProps('managingPartnerId')}
              />
              <Switch
                label={t('customer.direct')}
                description={t('customer.directHint')}
                {...form.getInputProps('direct', { type: 'checkbox' })}
              />
            </>
          ) : null}
          <DialogButtons onClose={onClose}>
            <Button type="submit" loading={save.isPending}>
              {t('form.save')}
            </Button>
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
