import { Group, MultiSelect, Select, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import { editPartner, getPartner, type PartnerView } from '@/api/gen';
import { invalidatePartner } from '@/api/invalidation';
import { entriesOf, useChoices } from '@/features/reference/vocabularies';
import { useMe } from '@/features/session/useMe';
import { emptyAsNull } from '@/ui/changes';
import { dateInputProps } from '@/ui/dateInputProps';
import { EditConflict, names } from '@/ui/EditConflict';
import { FormDialog } from '@/ui/FormDialog';
import { useFormats } from '@/ui/format';
import { IntegerInput } from '@/ui/IntegerInput';
import { MoneyInput } from '@/ui/MoneyInput';
import { inputValue, type NumberFieldValue } from '@/ui/money';
import { toast } from '@/ui/toasts';
import { useEdit } from '@/ui/useEdit';
import { useNumbers } from '@/ui/useNumbers';
import { capacities } from './capacities';

const revenueDigits = 12;

const texts = ['registryCode', 'vatNumber', 'webDomain', 'phone', 'about'] as const;
const numbers = ['capacity', 'revenueFrom', 'revenueTo'] as const;

const valuesOf = (partner: PartnerView | null) => ({
  name: partner?.name ?? '',
  profile: {
    registryCode: partner?.profile.registryCode ?? '',
    vatNumber: partner?.profile.vatNumber ?? '',
    webDomain: partner?.profile.webDomain ?? '',
    phone: partner?.profile.phone ?? '',
    about: partner?.profile.about ?? '',
  },
  programme: {
    capacity: inputValue(partner?.programme.capacity),
    tierId: partner?.programme.tier?.id ?? null,
    until: partner?.programme.until ?? null,
    revenueFrom: inputValue(partner?.programme.revenueFrom),
    revenueTo: inputValue(partner?.programme.revenueTo),
    territoryIds: (partner?.programme.territories ?? []).map((one) => one.id),
    competencyIds: (partner?.programme.competencies ?? []).map((one) => one.id),
  },
});

/** Edits a partner's profile; for staff also the fields that matching uses. */
export function EditPartnerDialog({ partner, onClose }: { partner: PartnerView; onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const queries = useQueryClient();
  const tiers = useQuery({ ...entriesOf.tiers, enabled: me.staff });
  const territories = useQuery({ ...entriesOf.territories, enabled: me.staff });
  const competencies = useQuery({ ...entriesOf.competencies, enabled: me.staff });
  const choices = useChoices();
  const { amountError, integerError } = useNumbers();
  const format = useFormats();
  const edit = useEdit(partner, valuesOf, {
    draft: `partner:${partner.id}`,
    validate: {
      name: (value) => (value.trim() ? null : t('form.required')),
      programme: {
        capacity: (value) => integerError(value, capacities),
        revenueFrom: (value) => amountError(value, me.baseCurrency, revenueDigits),
        revenueTo: (value) => amountError(value, me.baseCurrency, revenueDigits),
      },
    },
    read: async ({ id }) => (await getPartner({ path: { id }, throwOnError: true })).data,
    send: async (of, { profile, programme, ...changes }) =>
      (
        await editPartner({
          path: { id: of.id },
          headers: ifMatch(of),
          body: {
            ...changes,
            ...(profile ? { profile: emptyAsNull(profile, ...texts) } : {}),
            ...(programme ? { programme: emptyAsNull(programme, ...numbers) } : {}),
          },
          throwOnError: true,
        })
      ).data,
    saved: () => {
      toast(t('opportunity.saved'));
      onClose();
    },
    settled: () => invalidatePartner(queries),
  });
  const { form } = edit;
  const money = (amount: NumberFieldValue) =>
    typeof amount === 'number' ? format.money({ amount, currency: me.baseCurrency }) : amount;
  const clear = { 'aria-label': t('table.clear') };
  return (
    <FormDialog
      edit={edit}
      onClose={onClose}
      size="lg"
      title={t('calendar.changeOne', { name: partner.name })}
      action={t('form.save')}
    >
      <EditConflict
        edit={edit}
        fields={{
          name: { label: t('partner.name') },
          'profile.registryCode': { label: t('customer.registryCode') },
          'profile.vatNumber': { label: t('customer.vatNumber') },
          'profile.webDomain': { label: t('customer.webDomain') },
          'profile.phone': { label: t('contact.phone') },
          'profile.about': { label: t('partner.about') },
          'programme.capacity': { label: t('partner.capacity') },
          'programme.tierId': { label: t('partner.tier'), show: (id) => names(tiers.data?.items, [id]) },
          'programme.until': { label: t('partner.programmeUntil'), show: (day) => day && format.date(day) },
          'programme.revenueFrom': { label: t('partner.revenueFrom', { currency: me.baseCurrency }), show: money },
          'programme.revenueTo': { label: t('partner.revenueTo', { currency: me.baseCurrency }), show: money },
          'programme.territoryIds': {
            label: t('partner.territories'),
            show: (ids) => names(territories.data?.items, ids),
          },
          'programme.competencyIds': {
            label: t('partner.competencies'),
            show: (ids) => names(competencies.data?.items, ids),
          },
        }}
      />
      <TextInput label={t('partner.name')} maxLength={200} data-autofocus {...form.getInputProps('name')} />
      {me.staff ? (
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
          <TextInput label={t('customer.registryCode')} {...form.getInputProps('profile.registryCode')} />
          <TextInput label={t('customer.vatNumber')} {...form.getInputProps('profile.vatNumber')} />
          <TextInput label={t('customer.webDomain')} {...form.getInputProps('profile.webDomain')} />
        </SimpleGrid>
      ) : null}
      <TextInput label={t('contact.phone')} {...form.getInputProps('profile.phone')} />
      <Textarea
        label={t('partner.about')}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('profile.about')}
      />
      {me.staff ? (
        <>
          <IntegerInput
            label={t('partner.capacity')}
            range={capacities}
            {...form.getInputProps('programme.capacity')}
          />
          <Group grow align="flex-start">
            <Select
              label={t('partner.tier')}
              data={choices(tiers.data?.items, [form.values.programme.tierId])}
              clearable
              clearButtonProps={clear}
              {...form.getInputProps('programme.tierId')}
            />
            <DateInput
              label={t('partner.programmeUntil')}
              {...dateInputProps(t)}
              {...form.getInputProps('programme.until')}
            />
          </Group>
          <Group grow align="flex-start">
            <MoneyInput
              label={t('partner.revenueFrom', { currency: me.baseCurrency })}
              currency={me.baseCurrency}
              wholeDigits={revenueDigits}
              {...form.getInputProps('programme.revenueFrom')}
            />
            <MoneyInput
              label={t('partner.revenueTo', { currency: me.baseCurrency })}
              currency={me.baseCurrency}
              wholeDigits={revenueDigits}
              {...form.getInputProps('programme.revenueTo')}
            />
          </Group>
          <MultiSelect
            label={t('partner.territories')}
            data={choices(territories.data?.items, form.values.programme.territoryIds)}
            searchable
            clearable
            clearButtonProps={clear}
            {...form.getInputProps('programme.territoryIds')}
          />
          <MultiSelect
            label={t('partner.competencies')}
            data={choices(competencies.data?.items, form.values.programme.competencyIds)}
            searchable
            clearable
            clearButtonProps={clear}
            {...form.getInputProps('programme.competencyIds')}
          />
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {t('partner.termsOfVendor')}
        </Text>
      )}
    </FormDialog>
  );
}
