import { Anchor, Button, Grid, Group, Paper, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type CustomerView, createContact } from '@/api/gen';
import { getCustomerOptions } from '@/api/gen/@tanstack/react-query.gen';
import { invalidateContacts } from '@/api/invalidation';
import { useMe } from '@/features/session/useMe';
import { emptyAsNull } from '@/ui/changes';
import { DescriptionList } from '@/ui/DescriptionList';
import { FormDialog } from '@/ui/FormDialog';
import { useFormats } from '@/ui/format';
import { ButtonLink } from '@/ui/links';
import { Page } from '@/ui/Page';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useIdentifierRows } from '@/ui/useIdentifierRows';
import { useSend } from '@/ui/useSend';
import { CustomerDialog } from './CustomerDialog';
import { CustomerRegistrations } from './CustomerRegistrations';
import { Duplicates } from './Duplicates';

/** One customer and its contacts. */
export function CustomerPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const found = useQuery(getCustomerOptions({ path: { id } }));
  if (found.error && !found.data) return <ProblemAlert problem={found.error} retry={() => void found.refetch()} />;
  return found.data ? (
    <CustomerDetails customer={found.data} />
  ) : (
    <Skeleton h={320} role="status" aria-label={t('table.loading')} />
  );
}

function CustomerDetails({ customer }: { customer: CustomerView }) {
  const { t } = useTranslation();
  const format = useFormats();
  const me = useMe();
  const { profile, address } = customer;
  const identifiers = useIdentifierRows(customer);
  const [adding, dialog] = useDisclosure(false);
  const [changing, change] = useDisclosure(false);
  return (
    <Page
      title={customer.name}
      actions={
        <Group gap="xs">
          {customer.editable ? (
            <Button variant="default" onClick={change.open}>
              {t('calendar.change')}
            </Button>
          ) : null}
          <ButtonLink to="/opportunities" search={{ customerId: [customer.id], view: 'managed' }} variant="default">
            {t('nav.opportunities')}
          </ButtonLink>
        </Group>
      }
    >
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Paper p="md">
            <Title order={2} size="h4" mb="sm">
              {t('customer.details')}
            </Title>
            <DescriptionList
              items={[
                [t('customer.country'), format.country(customer.country)],
                [
                  t('customer.city'),
                  [address.street, address.postalCode, address.city].filter(Boolean).join(', ') || null,
                ],
                ...identifiers,
                [t('customer.industry'), profile.industry?.name],
                customer.direct ? [t('customer.direct'), '✓'] : null,
                customer.managingPartner ? [t('customer.managingPartner'), customer.managingPartner.name] : null,
              ]}
            />
          </Paper>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Paper p="md">
            <Group justify="space-between" mb="sm">
              <Title order={2} size="h4">
                {t('customer.contacts')}
              </Title>
              {customer.editable ? (
                <Button size="xs" variant="default" onClick={dialog.open}>
                  {t('contact.new')}
                </Button>
              ) : null}
            </Group>
            {customer.contacts.length === 0 ? (
              <Text size="sm" c="dimmed">
                {t('contact.none')}
              </Text>
            ) : null}
            <Stack gap="sm">
              {customer.contacts.map((contact) => (
                <div key={contact.id}>
                  <Text size="sm" fw={600}>
                    {contact.name}
                    {contact.title ? ` · ${contact.title}` : ''}
                  </Text>
                  <Group gap="sm">
                    {contact.email ? (
                      <Anchor size="sm" href={`mailto:${contact.email}`}>
                        {contact.email}
                      </Anchor>
                    ) : null}
                    {contact.phone ? <Text size="sm">{contact.phone}</Text> : null}
                  </Group>
                </div>
              ))}
            </Stack>
          </Paper>
        </Grid.Col>
      </Grid>
      <CustomerRegistrations id={customer.id} />
      {me.staff ? <Duplicates customer={customer} /> : null}
      {changing ? <CustomerDialog customer={customer} onClose={change.close} /> : null}
      {adding ? <NewContactDialog customerId={customer.id} onClose={dialog.close} /> : null}
    </Page>
  );
}

function NewContactDialog({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const edit = useSend(
    { name: '', title: '', email: '', phone: '' },
    {
      draft: `contact:${customerId}`,
      validate: { name: (value) => (value.trim() ? null : t('form.required')) },
      send: async (entered) =>
        (
          await createContact({
            path: { id: customerId },
            body: emptyAsNull(entered, 'title', 'email', 'phone'),
            throwOnError: true,
          })
        ).data,
      done: async () => {
        await invalidateContacts(queries);
        onClose();
      },
    },
  );
  const { form } = edit;
  return (
    <FormDialog edit={edit} title={t('contact.new')} action={t('form.save')} onClose={onClose}>
      <TextInput label={t('contact.name')} withAsterisk data-autofocus {...form.getInputProps('name')} />
      <TextInput label={t('contact.title')} {...form.getInputProps('title')} />
      <TextInput label={t('contact.email')} type="email" {...form.getInputProps('email')} />
      <TextInput label={t('contact.phone')} type="tel" {...form.getInputProps('phone')} />
    </FormDialog>
  );
}
