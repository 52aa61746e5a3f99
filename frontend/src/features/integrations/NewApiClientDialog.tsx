import { Button, Checkbox, Modal, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Role } from '@/api/gen';
import { createApiClientMutation, listPartnersOptions } from '@/api/gen/@tanstack/react-query.gen';
import { invalidateApiClients } from '@/api/invalidation';
import { AsyncSelect } from '@/ui/AsyncSelect';
import { DialogButtons } from '@/ui/DialogButtons';
import { fieldErrors } from '@/ui/fieldErrors';
import { ProblemAlert } from '@/ui/ProblemAlert';
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
  const form = useForm<{ name: string; role: Role; partnerId: string | null; scopes: string[] }>({
    initialValues: { name: '', role: 'SALES', partnerId: null, scopes: [] },
    validate: {
      name: (value) => (value.trim() ? null : t('form.required')),
      partnerId: (value, { role }) => (role.startsWith('PARTNER_') && !value ? t('form.required') : null),
      scopes: (value) => (value.length ? null : t('apiClient.noScope')),
    },
  });
  const create = useMutation({
    ...createApiClientMutation(),
    onSuccess: () => invalidateApiClients(queries),
    onError: (problem) => form.setErrors(fieldErrors(problem)),
  });
  const forPartner = form.values.role.startsWith('PARTNER_');
  const submit = (entered: typeof form.values) =>
    create.mutate({ body: { ...entered, partnerId: forPartner ? entered.partnerId : null } });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('apiClient.new')}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      {create.data ? (
        <ClientSecret client={create.data} onClose={onClose} />
      ) : (
        <form noValidate onSubmit={form.onSubmit(submit)}>
          <Stack>
            {create.error ? <ProblemAlert problem={create.error} /> : null}
            <TextInput label={t('apiClient.name')} data-autofocus {...form.getInputProps('name')} />
            <Select
              label={t('apiClient.role')}
              description={t('apiClient.roleHint')}
              allowDeselect={false}
              data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
              {...form.getInputProps('role')}
            />
            {forPartner ? (
              <AsyncSelect
                label={t('apiClient.partner')}
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
            <DialogButtons onClose={onClose}>
              <Button type="submit" loading={create.isPending}>
                {t('apiClient.create')}
              </Button>
            </DialogButtons>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
