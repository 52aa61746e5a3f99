import { Grid, Paper, SegmentedControl, Select, Stack, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getCustomerOptions, listCustomersOptions } from '@/api/gen/@tanstack/react-query.gen';
import { LikelyCustomers } from '@/features/customers/LikelyCustomers';
import { AsyncSelect } from '@/ui/AsyncSelect';
import { countries } from '@/ui/countries';
import { type DraftForm, newCustomer } from './draft';

const half = { base: 12, sm: 6 };

/** The customer, existing or new, and a contact. */
export function CustomerFields({ form }: { form: DraftForm }) {
  const { t, i18n } = useTranslation();
  const { customerId } = form.values;
  // Shows the name also if the customer was selected before a reload, or from the likely duplicates.
  const picked = useQuery({ ...getCustomerOptions({ path: { id: customerId ?? '' } }), enabled: !!customerId });
  const code = (name: 'registryCode' | 'vatNumber' | 'webDomain', maxLength: number) => (
    <Grid.Col span={half}>
      <TextInput
        label={t(`customer.${name}`)}
        maxLength={maxLength}
        {...form.getInputProps(`customer.profile.${name}`)}
      />
    </Grid.Col>
  );
  return (
    <Paper p="md">
      <Stack>
        <div>
          <Title order={2} size="h4" mb="sm">
            {t('opportunity.customer')}
          </Title>
          <SegmentedControl
            aria-label={t('opportunity.customer')}
            data={[
              { value: 'known', label: t('customer.known') },
              { value: 'new', label: t('customer.new') },
            ]}
            {...form.getInputProps('kind')}
          />
        </div>
        {form.values.kind === 'known' ? (
          <AsyncSelect
            label={t('opportunity.customer')}
            withAsterisk
            options={(text) => listCustomersOptions({ query: { q: text || undefined, limit: 20 } })}
            chosen={picked.data}
            {...form.getInputProps('customerId')}
          />
        ) : (
          <Grid gap="md">
            <Grid.Col span={half}>
              <TextInput
                label={t('customer.name')}
                withAsterisk
                maxLength={200}
                {...form.getInputProps('customer.name')}
              />
            </Grid.Col>
            <Grid.Col span={half}>
              <Select
                label={t('customer.country')}
                data={countries(i18n.language)}
                searchable
                allowDeselect={false}
                {...form.getInputProps('customer.country')}
              />
            </Grid.Col>
            {code('registryCode', 50)}
            {code('vatNumber', 50)}
            {code('webDomain', 2000)}
            <Grid.Col span={half}>
              <TextInput label={t('customer.city')} maxLength={100} {...form.getInputProps('customer.address.city')} />
            </Grid.Col>
          </Grid>
        )}
        <LikelyCustomers
          asked={newCustomer(form.values)}
          use={(id) => form.setValues({ kind: 'known', customerId: id })}
        />
        <Grid gap="md">
          <Grid.Col span={half}>
            <TextInput label={t('contact.name')} maxLength={200} {...form.getInputProps('contact.name')} />
          </Grid.Col>
          <Grid.Col span={half}>
            <TextInput label={t('contact.title')} maxLength={100} {...form.getInputProps('contact.title')} />
          </Grid.Col>
          <Grid.Col span={half}>
            <TextInput
              label={t('contact.email')}
              type="email"
              maxLength={320}
              {...form.getInputProps('contact.email')}
            />
          </Grid.Col>
          <Grid.Col span={half}>
            <TextInput label={t('contact.phone')} type="tel" maxLength={50} {...form.getInputProps('contact.phone')} />
          </Grid.Col>
        </Grid>
      </Stack>
    </Paper>
  );
}
