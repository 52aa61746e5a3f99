import { Group, Select, Switch, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import { type CustomerView, createCustomer, editCustomer, getCustomer } from '@/api/gen';
import { getPartnerOptions, listPartnersOptions } from '@/api/gen/@tanstack/react-query.gen';
import { invalidateCustomer } from '@/api/invalidation';
import { entriesOf, useChoices } from '@/features/reference/vocabularies';
import { useMe } from '@/features/session/useMe';
import { AsyncSelect } from '@/ui/AsyncSelect';
import { emptyAsNull } from '@/ui/changes';
import { countries } from '@/ui/countries';
import { EditConflict, names } from '@/ui/EditConflict';
import { FormDialog } from '@/ui/FormDialog';
import { useFormats } from '@/ui/format';
import { toast } from '@/ui/toasts';
import { useEdit } from '@/ui/useEdit';
import { LikelyCustomers } from './LikelyCustomers';

const codes = ['registryCode', 'vatNumber', 'webDomain'] as const;
const lines = ['street', 'city', 'postalCode'] as const;

const valuesOf = (customer: CustomerView | null) => ({
  name: customer?.name ?? '',
  country: customer?.country ?? 'EE',
  profile: {
    registryCode: customer?.profile.registryCode ?? '',
    vatNumber: customer?.profile.vatNumber ?? '',
    webDomain: customer?.profile.webDomain ?? '',
    industryId: customer?.profile.industry?.id ?? null,
  },
  address: {
    street: customer?.address.street ?? '',
    city: customer?.address.city ?? '',
    postalCode: customer?.address.postalCode ?? '',
  },
  managingPartnerId: customer?.managingPartner?.id ?? null,
  direct: customer?.direct ?? false,
});

/** Creates or edits a customer. */
export function CustomerDialog({ customer, onClose }: { customer: CustomerView | null; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const go = useNavigate();
  const queries = useQueryClient();
  const format = useFormats();
  const industries = useQuery(entriesOf.industries);
  const choices = useChoices();
  const edit = useEdit(customer, valuesOf, {
    draft: `customer:${customer?.id ?? 'new'}`,
    validate: { name: (value) => (value.trim() ? null : t('form.required')) },
    read: async ({ id }) => (await getCustomer({ path: { id }, throwOnError: true })).data,
    send: async (of, { profile, address, ...changes }) =>
      (
        await editCustomer({
          path: { id: of.id },
          headers: ifMatch(of),
          body: {
            ...changes,
            ...(profile ? { profile: emptyAsNull(profile, ...codes) } : {}),
            ...(address ? { address: emptyAsNull(address, ...lines) } : {}),
          },
          throwOnError: true,
        })
      ).data,
    create: async ({ name, country, profile, address, managingPartnerId, direct }) => {
      const body = {
        name,
        country,
        profile: emptyAsNull(profile, ...codes),
        address: emptyAsNull(address, ...lines),
        // Only the vendor sets the managing partner.
        ...(me.staff ? { managingPartnerId, direct } : {}),
      };
      return (await createCustomer({ body, throwOnError: true })).data;
    },
    saved: async ({ id, name }) => {
      toast(customer ? t('opportunity.saved') : t('customer.created', { name, interpolation: { escapeValue: false } }));
      await invalidateCustomer(queries);
      onClose();
      if (!customer) await go({ to: '/customers/$id', params: { id } });
    },
  });
  const { form } = edit;
  const { name, country, profile, managingPartnerId } = form.values;
  const asked =
    !customer && name.trim().length > 2
      ? { name: name.trim(), country, profile: emptyAsNull(profile, ...codes) }
      : null;
  const picked = useQuery({
    ...getPartnerOptions({ path: { id: managingPartnerId ?? '' } }),
    enabled: !!edit.conflict && !!managingPartnerId,
  });
  return (
    <FormDialog
      edit={edit}
      onClose={onClose}
      title={
        customer
          ? t('calendar.changeOne', { name: customer.name, interpolation: { escapeValue: false } })
          : t('customer.new')
      }
      action={t('form.save')}
    >
      <EditConflict
        edit={edit}
        fields={{
          name: { label: t('customer.name') },
          country: { label: t('customer.country'), show: format.country },
          'profile.registryCode': { label: t('customer.registryCode') },
          'profile.vatNumber': { label: t('customer.vatNumber') },
          'profile.webDomain': { label: t('customer.webDomain') },
          'address.street': { label: t('customer.street') },
          'address.city': { label: t('customer.city') },
          'address.postalCode': { label: t('customer.postalCode') },
          'profile.industryId': {
            label: t('customer.industry'),
            show: (id) => names(industries.data?.items, [id]),
          },
          managingPartnerId: {
            label: t('customer.managingPartner'),
            show: (id, of) => (of ? of.managingPartner?.name : id && picked.data?.name),
          },
          direct: { label: t('customer.direct'), show: (direct) => t(direct ? 'form.yes' : 'form.no') },
        }}
      />
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
        <TextInput label={t('customer.registryCode')} maxLength={50} {...form.getInputProps('profile.registryCode')} />
        <TextInput label={t('customer.vatNumber')} maxLength={50} {...form.getInputProps('profile.vatNumber')} />
      </Group>
      <TextInput label={t('customer.webDomain')} maxLength={2000} {...form.getInputProps('profile.webDomain')} />
      <TextInput label={t('customer.street')} maxLength={200} {...form.getInputProps('address.street')} />
      <Group grow align="flex-start">
        <TextInput label={t('customer.city')} maxLength={100} {...form.getInputProps('address.city')} />
        <TextInput label={t('customer.postalCode')} maxLength={20} {...form.getInputProps('address.postalCode')} />
      </Group>
      <LikelyCustomers asked={asked} />
      <Select
        label={t('customer.industry')}
        data={choices(industries.data?.items, [profile.industryId])}
        clearable
        clearButtonProps={{ 'aria-label': t('table.clear') }}
        searchable
        {...form.getInputProps('profile.industryId')}
      />
      {me.staff ? (
        <>
          <AsyncSelect
            label={t('customer.managingPartner')}
            record={(id) => getPartnerOptions({ path: { id } })}
            options={(text) => listPartnersOptions({ query: { q: text || undefined, status: ['ACTIVE'], limit: 20 } })}
            chosen={edit.base?.managingPartner}
            {...form.getInputProps('managingPartnerId')}
          />
          <Switch
            label={t('customer.direct')}
            description={t('customer.directHint')}
            {...form.getInputProps('direct', { type: 'checkbox' })}
          />
        </>
      ) : null}
    </FormDialog>
  );
}
