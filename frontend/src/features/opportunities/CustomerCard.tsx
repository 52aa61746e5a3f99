import { ActionIcon, Anchor, Group, Paper, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OpportunityView } from '@/api/gen';
import { useMe } from '@/features/session/useMe';
import { useFormats } from '@/ui/format';
import { TextLink } from '@/ui/links';
import { ChangeCustomerDialog } from './ChangeCustomerDialog';

/** The customer; before acceptance without masked fields. */
export function CustomerCard({ opportunity, editable }: { opportunity: OpportunityView; editable: boolean }) {
  const { customer } = opportunity;
  const { t } = useTranslation();
  const format = useFormats();
  const { staff } = useMe();
  const [editing, dialog] = useDisclosure(false);
  return (
    <Paper p="md">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {t('opportunity.customer')}
        </Title>
        {editable && staff ? (
          <ActionIcon aria-label={t('opportunity.changeCustomer')} onClick={dialog.open}>
            <IconPencil size={18} />
          </ActionIcon>
        ) : null}
      </Group>
      {opportunity.status === 'DELIVERED' || opportunity.status === 'POOL' ? (
        <Text fw={600}>{customer.name}</Text>
      ) : (
        <TextLink to="/customers/$id" params={{ id: customer.id }} fw={600}>
          {customer.name}
        </TextLink>
      )}
      <Text size="sm" c="dimmed">
        {[customer.street, customer.city, format.country(customer.country)].filter(Boolean).join(', ')}
      </Text>
      {customer.contactsHidden ? (
        <Text size="sm" mt="xs">
          {t('opportunity.contactsHidden', {
            what: customer.maskedFields.map((field) => t(`policy.masked.${field}`).toLowerCase()).join(', '),
          })}
        </Text>
      ) : null}
      {customer.contacts.map((contact) => (
        <div key={contact.id}>
          <Text size="sm" mt="xs" fw={500}>
            {contact.name}
            {contact.title ? ` · ${contact.title}` : ''}
          </Text>
          <Group gap="sm">
            {contact.email ? (
              <Anchor size="sm" href={`mailto:${contact.email}`}>
                {contact.email}
              </Anchor>
            ) : null}
            {contact.phone ? (
              <Anchor size="sm" href={`tel:${contact.phone.replaceAll(' ', '')}`}>
                {contact.phone}
              </Anchor>
            ) : null}
          </Group>
        </div>
      ))}
      {editing ? <ChangeCustomerDialog opportunity={opportunity} onClose={dialog.close} /> : null}
    </Paper>
  );
}
