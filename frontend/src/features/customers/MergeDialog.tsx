import { Radio, Table, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import { type CustomerField, type CustomerView, type DuplicateView, mergeCustomers } from '@/api/gen';
import { invalidateMergedCustomers } from '@/api/invalidation';
import { FormDialog } from '@/ui/FormDialog';
import { useFormats } from '@/ui/format';
import { toast } from '@/ui/toasts';
import { useSend } from '@/ui/useSend';

/** Merges two customers: side by side, with a choice for each field that differs. */
export function MergeDialog({
  remaining,
  duplicate,
  onClose,
}: {
  remaining: CustomerView;
  duplicate: DuplicateView;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormats();
  const queries = useQueryClient();
  const initial: { take: CustomerField[] } = { take: [] };
  const edit = useSend(initial, {
    draft: `merge:${remaining.id}:${duplicate.customer.id}`,
    send: async (values) =>
      (
        await mergeCustomers({
          path: { id: remaining.id },
          headers: ifMatch(remaining),
          body: { duplicateId: duplicate.customer.id, take: values.take },
          throwOnError: true,
        })
      ).data,
    done: async ({ name }) => {
      toast(t('merge.merged', { name, interpolation: { escapeValue: false } }));
      await invalidateMergedCustomers(queries);
      onClose();
    },
  });
  const { take } = edit.form.values;
  const place = ({ address }: CustomerView) =>
    [address.street, address.postalCode, address.city].filter(Boolean).join(', ') || null;
  const code = ({ profile, country }: CustomerView) =>
    profile.registryCode ? `${profile.registryCode} (${format.country(country)})` : null;
  const details: [CustomerField, string, (customer: CustomerView) => string | null | undefined][] = [
    ['NAME', t('customer.name'), (customer) => customer.name],
    ['REGISTRY_CODE', t('customer.registryCode'), code],
    ['VAT_NUMBER', t('customer.vatNumber'), (customer) => customer.profile.vatNumber],
    ['WEB_DOMAIN', t('customer.webDomain'), (customer) => customer.profile.webDomain],
    ['ADDRESS', t('customer.city'), place],
    ['INDUSTRY', t('customer.industry'), (customer) => customer.profile.industry?.name],
    ['MANAGING_PARTNER', t('customer.managingPartner'), (customer) => customer.managingPartner?.name],
  ];
  const people = (customer: CustomerView) => customer.contacts.map((one) => one.name).join(', ') || '–';
  return (
    <FormDialog
      edit={edit}
      title={t('merge.heading')}
      action={t('merge.merge')}
      color="red"
      size="xl"
      onClose={onClose}
    >
      <Table.ScrollContainer minWidth={300}>
        <Table
          aria-label={t('merge.heading')}
          verticalSpacing="xs"
          horizontalSpacing={6}
          style={{ overflowWrap: 'anywhere' }}
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="22%">{t('merge.field')}</Table.Th>
              <Table.Th w="39%">{t('merge.stays')}</Table.Th>
              <Table.Th w="39%">{t('merge.goes')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {details.map(([field, label, of]) => {
              const [mine, theirs] = [of(remaining), of(duplicate.customer)];
              const choose = Boolean(mine && theirs && mine !== theirs);
              const cell = (value: string | null | undefined, taken: boolean) =>
                choose ? (
                  <Radio
                    name={field}
                    label={value}
                    aria-label={t('merge.keep', {
                      field: label,
                      value,
                      interpolation: { escapeValue: false },
                    })}
                    checked={take.includes(field) === taken}
                    onChange={() =>
                      edit.form.setFieldValue('take', (before) =>
                        taken ? [...before, field] : before.filter((one) => one !== field),
                      )
                    }
                  />
                ) : (
                  <Text size="sm">{value ?? '–'}</Text>
                );
              return (
                <Table.Tr key={field}>
                  <Table.Th scope="row">{label}</Table.Th>
                  <Table.Td>{cell(mine, false)}</Table.Td>
                  <Table.Td>{cell(theirs, true)}</Table.Td>
                </Table.Tr>
              );
            })}
            <Table.Tr>
              <Table.Th scope="row">{t('merge.contacts')}</Table.Th>
              <Table.Td>{people(remaining)}</Table.Td>
              <Table.Td>{people(duplicate.customer)}</Table.Td>
            </Table.Tr>
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {duplicate.partners.length ? (
        <Text size="sm">
          {t('merge.partners', {
            names: duplicate.partners.map((one) => one.name).join(', '),
            interpolation: { escapeValue: false },
          })}
        </Text>
      ) : null}
      <Text size="sm">{t('merge.about')}</Text>
    </FormDialog>
  );
}
