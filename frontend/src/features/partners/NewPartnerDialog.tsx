import { Group, MultiSelect, Select, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { createPartner } from '@/api/gen';
import { invalidatePartners } from '@/api/invalidation';
import { entriesOf, useChoices } from '@/features/reference/vocabularies';
import { emptyAsNull } from '@/ui/changes';
import { countries } from '@/ui/countries';
import { FormDialog } from '@/ui/FormDialog';
import { IntegerInput } from '@/ui/IntegerInput';
import { inputValue, type NumberFieldValue } from '@/ui/money';
import { toast } from '@/ui/toasts';
import { useNumbers } from '@/ui/useNumbers';
import { useSend } from '@/ui/useSend';
import { capacities } from './capacities';

type NewPartner = {
  name: string;
  country: string;
  profile: { registryCode: string };
  programme: {
    tierId: string | null;
    capacity: NumberFieldValue;
    territoryIds: string[];
    competencyIds: string[];
  };
};

const empty: NewPartner = {
  name: '',
  country: 'EE',
  profile: { registryCode: '' },
  programme: { tierId: null, capacity: inputValue(), territoryIds: [], competencyIds: [] },
};

/** Adds a partner to the programme. */
export function NewPartnerDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const go = useNavigate();
  const queries = useQueryClient();
  const tiers = useQuery(entriesOf.tiers);
  const territories = useQuery(entriesOf.territories);
  const competencies = useQuery(entriesOf.competencies);
  const data = useChoices();
  const { integerError } = useNumbers();
  const edit = useSend(empty, {
    draft: 'partner:new',
    validate: {
      name: (value) => (value.trim() ? null : t('form.required')),
      programme: { capacity: (value) => integerError(value, capacities) },
    },
    send: async ({ profile, programme, ...entered }) =>
      (
        await createPartner({
          body: {
            ...entered,
            profile: emptyAsNull(profile, 'registryCode'),
            programme: emptyAsNull(programme, 'capacity'),
          },
          throwOnError: true,
        })
      ).data,
    done: async (made) => {
      toast(t('partner.created', { name: made.name }));
      void invalidatePartners(queries);
      await go({ to: '/partners/$id', params: { id: made.id } });
    },
  });
  const { form } = edit;
  return (
    <FormDialog edit={edit} title={t('partner.new')} action={t('form.save')} size="lg" onClose={onClose}>
      <TextInput label={t('partner.name')} withAsterisk data-autofocus {...form.getInputProps('name')} />
      <Group grow align="flex-start">
        <Select
          label={t('partner.country')}
          data={countries(i18n.language)}
          searchable
          allowDeselect={false}
          {...form.getInputProps('country')}
        />
        <TextInput label={t('customer.registryCode')} {...form.getInputProps('profile.registryCode')} />
      </Group>
      <Group grow align="flex-start">
        <Select
          label={t('partner.tier')}
          data={data(tiers.data?.items)}
          clearable
          clearButtonProps={{ 'aria-label': t('table.clear') }}
          {...form.getInputProps('programme.tierId')}
        />
        <IntegerInput label={t('partner.capacity')} range={capacities} {...form.getInputProps('programme.capacity')} />
      </Group>
      <MultiSelect
        label={t('partner.territories')}
        data={data(territories.data?.items)}
        searchable
        {...form.getInputProps('programme.territoryIds')}
      />
      <MultiSelect
        label={t('partner.competencies')}
        data={data(competencies.data?.items)}
        searchable
        {...form.getInputProps('programme.competencyIds')}
      />
    </FormDialog>
  );
}
