import { Button, Group, Modal, MultiSelect, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ifMatch, invalidate } from '@/api/client';
import { editPartner, type PartnerView, type PatchPartner, type Problem } from '@/api/gen';
import { listCompetenciesOptions, listTerritoriesOptions, listTiersOptions } from '@/api/gen/@tanstack/react-query.gen';
import { useMe } from '@/features/session/useMe';
import { DialogButtons } from '@/ui/DialogButtons';
import { dateInput } from '@/ui/inputs';
import { MoneyInput } from '@/ui/MoneyInput';
import type { Typed } from '@/ui/money';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { fieldErrors } from '@/ui/serverErrors';
import { toast } from '@/ui/toasts';
import { useNumbers } from '@/ui/useNumbers';
import { WholeInput } from '@/ui/WholeInput';
import { capacities } from './capacities';

const revenueDigits = 12;

/** A partner's profile; for staff also the terms by which matching finds it. */
export function EditPartnerDialog({ p, onClose }: { p: PartnerView; onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const queries = useQueryClient();
  const tiers = useQuery({ ...listTiersOptions(), enabled: me.staff });
  const territories = useQuery({ ...listTerritoriesOptions(), enabled: me.staff });
  const competencies = useQuery({ ...listCompetenciesOptions(), enabled: me.staff });
  const { amountRefusal, wholeRefusal } = useNumbers();
  const form = useForm({
    initialValues: {
      name: p.name,
      registryCode: p.registryCode ?? '',
      vatNumber: p.vatNumber ?? '',
      webDomain: p.webDomain ?? '',
      phone: p.phone ?? '',
      about: p.about ?? '',
      capacity: (p.capacity ?? '') as Typed,
      tierId: p.tier?.id ?? null,
      programmeUntil: p.programmeUntil ?? null,
      revenueFrom: (p.revenueFrom ?? '') as Typed,
      revenueTo: (p.revenueTo ?? '') as Typed,
      territoryIds: p.territories.map((one) => one.id),
      competencyIds: p.competencies.map((one) => one.id),
    },
    validate: {
      name: (value) => (value.trim() ? null : t('form.required')),
      capacity: (value) => wholeRefusal(value, capacities),
      revenueFrom: (value) => amountRefusal(value, me.baseCurrency, revenueDigits),
      revenueTo: (value) => amountRefusal(value, me.baseCurrency, revenueDigits),
    },
  });
  const save = useMutation<unknown, Problem, PatchPartner>({
    mutationFn: (body) => editPartner({ path: { id: p.id }, headers: ifMatch(p), body, throwOnError: true }),
    onSuccess: () => {
      toast(t('opportunity.saved'));
      onClose();
    },
    onError: (problem) => form.setErrors(fieldErrors(problem)),
    onSettled: () => invalidate(queries, 'getPartner', 'listPartners'),
  });
  const number = (value: Typed) => (typeof value === 'number' ? value : null);
  const submit = (values: typeof form.values) => {
    const { name, registryCode, vatNumber, webDomain, phone, about, capacity, ...terms } = values;
    save.mutate({
      name,
      registryCode: registryCode || null,
      vatNumber: vatNumber || null,
      webDomain: webDomain || null,
      phone: phone || null,
      about: about || null,
      capacity: number(capacity),
      ...(me.staff ? { ...terms, revenueFrom: number(terms.revenueFrom), revenueTo: number(terms.revenueTo) } : {}),
    });
  };
  const options = (items: { id: string; name: string }[] | undefined) =>
    (items ?? []).map((one) => ({ value: one.id, label: one.name }));
  const clear = { 'aria-label': t('table.clear') };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('calendar.changeOne', { name: p.name })}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      <form onSubmit={form.onSubmit(submit)}>
        <Stack>
          {save.error && !save.error.errors ? <ProblemAlert problem={save.error} /> : null}
          <TextInput label={t('partner.name')} maxLength={200} data-autofocus {...form.getInputProps('name')} />
          <Group grow align="flex-start">
            <TextInput label={t('customer.registryCode')} {...form.getInputProps('registryCode')} />
            <TextInput label={t('customer.vatNumber')} {...form.getInputProps('vatNumber')} />
          </Group>
          <Group grow align="flex-start">
            <TextInput label={t('customer.webDomain')} {...form.getInputProps('webDomain')} />
            <TextInput label={t('contact.phone')} {...form.getInputProps('phone')} />
          </Group>
          <WholeInput label={t('partner.capacity')} range={capacities} {...form.getInputProps('capacity')} />
          <Textarea label={t('partner.about')} autosize minRows={2} maxLength={2000} {...form.getInputProps('about')} />
          {me.staff ? (
            <>
              <Group grow align="flex-start">
                <Select
                  label={t('partner.tier')}
                  data={options(tiers.data?.items)}
                  clearable
                  clearButtonProps={clear}
                  {...form.getInputProps('tierId')}
                />
                <DateInput
                  label={t('partner.programmeUntil')}
                  {...dateInput(t)}
                  {...form.getInputProps('programmeUntil')}
                />
              </Group>
              <Group grow align="flex-start">
                <MoneyInput
                  label={t('partner.revenueFrom', { currency: me.baseCurrency })}
                  currency={me.baseCurrency}
                  wholeDigits={revenueDigits}
                  {...form.getInputProps('revenueFrom')}
                />
                <MoneyInput
                  label={t('partner.revenueTo', { currency: me.baseCurrency })}
                  currency={me.baseCurrency}
                  wholeDigits={revenueDigits}
                  {...form.getInputProps('revenueTo')}
                />
              </Group>
              <MultiSelect
                label={t('partner.territories')}
                data={options(territories.data?.items)}
                searchable
                clearable
                clearButtonProps={clear}
                {...form.getInputProps('territoryIds')}
              />
              <MultiSelect
                label={t('partner.competencies')}
                data={options(competencies.data?.items)}
                searchable
                clearable
                clearButtonProps={clear}
                {...form.getInputProps('competencyIds')}
              />
            </>
          ) : null}
          <DialogButtons onClose={onClose}>
            <Button type="submit" loading={save.isPending}>
              {t('form.save')}
            </Button>
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
