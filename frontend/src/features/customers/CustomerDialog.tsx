import { Button, Group, Modal, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import { type CustomerView, createCustomer, editCustomer, getCustomer } from '@/api/gen';
import { getPartnerOptions, listIndustriesOptions, listPartnersOptions } from '@/api/gen/@tanstack/react-query.gen';
import { invalidateCustomer } from '@/api/invalidation';
import { useMe } from '@/features/session/useMe';
import { AsyncSelect } from '@/ui/AsyncSelect';
import { emptyAsNull } from '@/ui/changes';
import { countries } from '@/ui/countries';
import { DialogButtons } from '@/ui/DialogButtons';
import { EditConflict, names } from '@/ui/EditConflict';
import { useFormats } from '@/ui/format';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { toast } from '@/ui/toasts';
import { useEdit } from '@/ui/useEdit';
import { LikelyCustomers } from './LikelyCustomers';

const texts = ['registryCode', 'vatNumber', 'webDomain', 'street', 'city', 'postalCode'] as const;

const valuesOf = (customer: CustomerView | null) => ({
  name: customer?.name ?? '',
  country: customer?.country ?? 'EE',
  registryCode: customer?.registryCode ?? '',
  vatNumber: customer?.vatNumber ?? '',
  webDomain: customer?.webDomain ?? '',
  street: customer?.street ?? '',
  city: customer?.city ?? '',
  postalCode: customer?.postalCode ?? '',
  industryId: customer?.industry?.id ?? null,
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
  const industries = useQuery(listIndustriesOptions());
  const edit = useEdit(customer, valuesOf, {
    validate: { name: (value) => (value.trim() ? null : t('form.required')) },
    read: async ({ id }) => (await getCustomer({ path: { id }, throwOnError: true })).data,
    send: async (of, changes) =>
      (
        await editCustomer({
          path: { id: of.id },
          headers: ifMatch(of),
          body: emptyAsNull(changes, ...texts),
          throwOnError: true,
        })
      ).data,
    create: async ({ managingPartnerId, direct, ...values }) => {
      // Only the vendor sets the managing partner.
      const body = { ...emptyAsNull(values, ...texts), ...(me.staff ? { managingPartnerId, direct } : {}) };
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
  const { industryId: _, managingPartnerId, direct: __, ...details } = form.values;
  const asked =
    !customer && details.name.trim().length > 2
      ? { ...emptyAsNull(details, ...texts), name: details.name.trim() }
      : null;
  const picked = useQuery({
    ...getPartnerOptions({ path: { id: managingPartnerId ?? '' } }),
    enabled: !!edit.conflict && !!managingPartnerId,
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
      <form noValidate onSubmit={edit.submit}>
        <Stack>
          {edit.problem && !edit.problem.errors ? <ProblemAlert problem={edit.problem} /> : null}
          <EditConflict
            edit={edit}
            fields={{
              name: { label: t('customer.name') },
              country: { label: t('customer.country'), show: format.country },
              registryCode: { label: t('customer.registryCode') },
              vatNumber: { label: t('customer.vatNumber') },
              webDomain: { label: t('customer.webDomain') },
              street: { label: t('customer.street') },
              city: { label: t('customer.city') },
              postalCode: { label: t('customer.postalCode') },
              industryId: {
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
              <AsyncSelect
                label={t('customer.managingPartner')}
                options={(text) =>
                  listPartnersOptions({ query: { q: text || undefined, status: ['ACTIVE'], limit: 20 } })
                }
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
          <DialogButtons onClose={onClose}>
            <Button type="submit" loading={edit.saving} disabled={!!edit.conflict}>
              {t('form.save')}
            </Button>
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
