import { Button, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { invalidate } from '@/api/client';
import { createCustomerMutation, listIndustriesOptions } from '@/api/gen/@tanstack/react-query.gen';
import { countries } from '@/ui/countries';
import { DialogButtons } from '@/ui/DialogButtons';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { fieldErrors } from '@/ui/serverErrors';
import { toast } from '@/ui/toasts';

/** Adds a customer. */
export function NewCustomerDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const go = useNavigate();
  const queries = useQueryClient();
  const industries = useQuery(listIndustriesOptions());
  const form = useForm({
    initialValues: {
      name: '',
      country: 'EE',
      registryCode: '',
      webDomain: '',
      city: '',
      industryId: null as string | null,
    },
    validate: { name: (value) => (value.trim() ? null : t('form.required')) },
  });
  const create = useMutation({
    ...createCustomerMutation(),
    onSuccess: async (made) => {
      toast(t('customer.created', { name: made.name }));
      void invalidate(queries, 'listCustomers');
      await go({ to: '/customers/$id', params: { id: made.id } });
    },
    onError: (problem) => form.setErrors(fieldErrors(problem)),
  });
  const submit = (v: typeof form.values) =>
    create.mutate({
      body: { ...v, registryCode: v.registryCode || null, webDomain: v.webDomain || null, city: v.city || null },
    });
  return (
    <Modal opened onClose={onClose} title={t('customer.new')} closeButtonProps={{ 'aria-label': t('form.close') }}>
      <form noValidate onSubmit={form.onSubmit(submit)}>
        <Stack>
          {create.error ? <ProblemAlert problem={create.error} /> : null}
          <TextInput label={t('customer.name')} withAsterisk data-autofocus {...form.getInputProps('name')} />
          <Select
            label={t('customer.country')}
            data={countries(i18n.language)}
            searchable
            allowDeselect={false}
            {...form.getInputProps('country')}
          />
          <TextInput label={t('customer.registryCode')} {...form.getInputProps('registryCode')} />
          <TextInput label={t('customer.webDomain')} {...form.getInputProps('webDomain')} />
          <TextInput label={t('customer.city')} {...form.getInputProps('city')} />
          <Select
            label={t('customer.industry')}
            data={(industries.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
            clearable
            clearButtonProps={{ 'aria-label': t('table.clear') }}
            searchable
            {...form.getInputProps('industryId')}
          />
          <DialogButtons onClose={onClose}>
            <Button type="submit" loading={create.isPending}>
              {t('form.save')}
            </Button>
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
