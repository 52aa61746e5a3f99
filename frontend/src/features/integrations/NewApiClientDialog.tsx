import { Checkbox, Modal, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiClientView, createApiClient, type Role } from '@/api/gen';
import { getPartnerOptions, listPartnersOptions } from '@/api/gen/@tanstack/react-query.gen';
import { invalidateApiClients } from '@/api/invalidation';
import { AsyncSelect } from '@/ui/AsyncSelect';
import { FormDialog } from '@/ui/FormDialog';
import { useSend } from '@/ui/useSend';
import { ClientSecret } from './ClientSecret';

const roles = [
  'ADMIN',
  'CHANNEL_MANAGER',
  'SALES',
  'ANALYST',
  'PARTNER_ADMIN',
  'PARTNER_MANAGER',
  'PARTNER_SELLER',
] as const satisfies Role[];
const scopes = [
  'me:read',
  'deal-registrations:read',
  'deal-registrations:write',
  'dashboard:read',
  'opportunities:read',
  'opportunities:write',
  'distributions:read',
  'distributions:write',
  'notes:read',
  'notes:write',
  'partners:read',
  'partners:write',
  'customers:read',
  'customers:write',
  'reference:read',
  'reference:write',
];

/** Creates an API client, for the vendor or for one partner, with the scopes it needs. */
export function NewApiClientDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [created, setCreated] = useState<ApiClientView>();
  const initial: { name: string; role: Role; partnerId: string | null; scopes: string[] } = {
    name: '',
    role: 'SALES',
    partnerId: null,
    scopes: [],
  };
  const isPartners = (role: Role) => role.startsWith('PARTNER_');
  const edit = useSend(initial, {
    draft: 'apiClient:new',
    validate: {
      name: (value) => (value.trim() ? null : t('form.required')),
      partnerId: (value, { role }) => (isPartners(role) && !value ? t('form.required') : null),
      scopes: (value) => (value.length ? null : t('apiClient.noScope')),
    },
    send: async (entered) =>
      (
        await createApiClient({
          body: { ...entered, partnerId: isPartners(entered.role) ? entered.partnerId : null },
          throwOnError: true,
        })
      ).data,
    done: (client) => {
      setCreated(client);
      return invalidateApiClients(queries);
    },
  });
  const { form } = edit;
  if (created)
    return (
      <Modal
        opened
        onClose={onClose}
        size="lg"
        title={t('apiClient.new')}
        closeButtonProps={{ 'aria-label': t('form.close') }}
      >
        <ClientSecret client={created} onClose={onClose} />
      </Modal>
    );
  return (
    <FormDialog edit={edit} title={t('apiClient.new')} action={t('apiClient.create')} size="lg" onClose={onClose}>
      <TextInput label={t('apiClient.name')} data-autofocus {...form.getInputProps('name')} />
      <Select
        label={t('apiClient.role')}
        description={t('apiClient.roleHint')}
        allowDeselect={false}
        data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
        {...form.getInputProps('role')}
      />
      {isPartners(form.values.role) ? (
        <AsyncSelect
          label={t('apiClient.partner')}
          record={(id) => getPartnerOptions({ path: { id } })}
          options={(text) => listPartnersOptions({ query: { q: text || undefined, limit: 20, sort: 'name' } })}
          {...form.getInputProps('partnerId')}
        />
      ) : null}
      <Checkbox.Group label={t('apiClient.scopes')} {...form.getInputProps('scopes')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs">
          {scopes.map((scope) => (
            <Checkbox key={scope} value={scope} label={scope} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
    </FormDialog>
  );
}
