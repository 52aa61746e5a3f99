import { Anchor, Group, Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OpportunityView } from '@/api/gen';
import { useFormats } from '@/ui/format';
import { TextLink } from '@/ui/links';

/** The customer; before acceptance without masked fields. */
export function CustomerCard({ opportunity }: { opportunity: OpportunityView }) {
  const { customer } = opportunity;
  const { t } = useTranslation();
  const format = useFormats();
  return (
    <Paper p="md">
      <Title order={2} size="h4" mb="xs">
        {t('opportunity.customer')}
      </Title>
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
    </Paper>
  );
}
