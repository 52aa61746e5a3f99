import {
  Button,
  Grid,
  MultiSelect,
  NumberInput,
  Paper,
  SegmentedControl,
  Select,
  Stack,
  Switch,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidate } from '@/api/client';
import {
  type CheckRegistration,
  type CreateOpportunity,
  createOpportunity,
  type Problem,
  registerNewDeal,
} from '@/api/gen';
import {
  listCompetenciesOptions,
  listCustomersOptions,
  listProductLinesOptions,
  listTerritoriesOptions,
} from '@/api/gen/@tanstack/react-query.gen';
import { ProtectionHint, ProtectionWarning, useProtection } from '@/features/registrations/Protection';
import { useMe } from '@/features/session/useMe';
import { Choice } from '@/ui/Choice';
import { countries } from '@/ui/countries';
import { DialogButtons } from '@/ui/DialogButtons';
import { useFormats } from '@/ui/format';
import { currencies, dateInput, moneyInput } from '@/ui/inputs';
import { Page } from '@/ui/Page';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { fieldErrors } from '@/ui/serverErrors';
import { toast } from '@/ui/toasts';

const empty = {
  topic: '',
  kind: 'known' as 'known' | 'new',
  customerId: null as string | null,
  customer: { name: '', country: 'EE', registryCode: '', city: '' },
  contact: { name: '', title: '', email: '', phone: '' },
  currency: 'EUR',
  estimatedValue: { amount: '' as number | '' },
  probability: '' as number | '',
  estimatedCloseDate: null as string | null,
  summary: '',
  customerSituation: '',
  customerNeed: '',
  customerPainPoints: '',
  proposedSolution: '',
  productLineIds: [] as string[],
  requiredCompetencyIds: [] as string[],
  territoryId: null as string | null,
  ready: false,
  register: false,
  comment: '',
};
type Draft = typeof empty;
const texts = ['summary', 'customerSituation', 'customerNeed', 'customerPainPoints', 'proposedSolution'] as const;

const filled = <T extends Record<string, string>>(fields: T) =>
  Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, text.trim() || null])) as {
    [K in keyof T]: string | null;
  };

const worth = ({ estimatedValue: { amount }, currency }: Draft) =>
  amount === '' ? null : { amount: Number(amount), currency };

function body(draft: Draft): CreateOpportunity {
  const contact = filled(draft.contact);
  const customer = filled(draft.customer);
  const { summary, customerSituation, customerNeed, customerPainPoints, proposedSolution } = draft;
  return {
    topic: draft.topic.trim(),
    ...(draft.kind === 'known'
      ? { customerId: draft.customerId }
      : { customer: { ...customer, name: customer.name ?? '', country: draft.customer.country } }),
    contact: contact.name ? { ...contact, name: contact.name } : null,
    currency: draft.currency,
    estimatedValue: worth(draft),
    probability: draft.probability === '' ? null : Number(draft.probability),
    estimatedCloseDate: draft.estimatedCloseDate,
    ...filled({ summary, customerSituation, customerNeed, customerPainPoints, proposedSolution }),
    productLineIds: draft.productLineIds,
    requiredCompetencyIds: draft.requiredCompetencyIds,
    territoryId: draft.territoryId,
    ready: draft.ready || null,
  };
}

/** A new opportunity; what is typed survives a reload until it is saved. */
export function NewOpportunityPage() {
  const { t, i18n } = useTranslation();
  const f = useFormats();
  const me = useMe();
  const go = useNavigate();
  const queries = useQueryClient();
  const draftKey = `sild-new-opportunity-${me.id}`;
  const form = useForm<Draft>({
    initialValues: {
      ...empty,
      currency: me.baseCurrency,
      ...(JSON.parse(sessionStorage.getItem(draftKey) ?? '{}') as Partial<Draft>),
    },
    validate: {
      productLineIds: (value, draft) =>
        me.staff || !draft.register || value.length ? null : t('registration.linesNeeded'),
      topic: (value) => (value.trim() ? null : t('form.required')),
      customerId: (value, draft) => (draft.kind === 'new' || value ? null : t('form.required')),
      customer: { name: (value, draft) => (draft.kind === 'known' || value.trim() ? null : t('form.required')) },
      contact: {
        name: (value, { contact }) =>
          value.trim() || !(contact.title || contact.email || contact.phone) ? null : t('form.required'),
      },
    },
  });
  useEffect(() => sessionStorage.setItem(draftKey, JSON.stringify(form.values)), [draftKey, form.values]);
  const create = useMutation<{ id: string; said: string }, Problem, Draft>({
    mutationFn: async (draft) => {
      if (!draft.register || me.staff) {
        const { data } = await createOpportunity({ body: body(draft), throwOnError: true });
        return { id: data.id, said: t('opportunity.created', { number: data.number }) };
      }
      const { data } = await registerNewDeal({
        body: {
          opportunity: body(draft),
          productLineIds: draft.productLineIds,
          comment: draft.comment.trim() || null,
        },
        throwOnError: true,
      });
      return { id: data.opportunity.id, said: t('registration.sent', { when: f.dateTime(data.decideBy) }) };
    },
    onSuccess: async ({ id, said }) => {
      sessionStorage.removeItem(draftKey);
      toast(said);
      void invalidate(queries, 'listOpportunities', 'getDashboard', 'listCustomers', 'listRegistrations');
      await go({ to: '/opportunities/$id', params: { id } });
    },
    onError: (problem) => form.setErrors(fieldErrors(problem)),
  });
  const { kind, customerId, customer, productLineIds, register } = form.values;
  const named = kind === 'new' && customer.name.trim().length > 2;
  const asked: CheckRegistration | null =
    kind === 'known' && customerId
      ? { customerId, productLineIds }
      : named
        ? {
            customer: {
              name: customer.name.trim(),
              country: customer.country,
              registryCode: customer.registryCode.trim() || null,
            },
            productLineIds,
          }
        : null;
  const protection = useProtection(
    !me.staff && register && asked ? { ...asked, estimatedValue: worth(form.values) } : null,
  );
  const discard = () => {
    sessionStorage.removeItem(draftKey);
    void go({ to: '/opportunities' });
  };
  const productLines = useQuery(listProductLinesOptions());
  const territories = useQuery({ ...listTerritoriesOptions(), enabled: me.staff });
  const competencies = useQuery({ ...listCompetenciesOptions(), enabled: me.staff });
  const asData = (refs: { id: string; name: string }[] | undefined) =>
    (refs ?? []).map((ref) => ({ value: ref.id, label: ref.name }));
  const half = { base: 12, sm: 6 };
  const problem = create.error;

  return (
    <Page title={t('opportunity.new')}>
      <form
        noValidate
        onSubmit={form.onSubmit(
          (draft) => create.mutate(draft),
          (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
        )}
      >
        <Stack maw={860}>
          {problem ? <ProblemAlert problem={problem} /> : null}
          <Paper p="md">
            <Grid gap="md">
              <Grid.Col span={12}>
                <TextInput
                  label={t('opportunity.topic')}
                  withAsterisk
                  maxLength={200}
                  autoFocus
                  {...form.getInputProps('topic')}
                />
              </Grid.Col>
              <Grid.Col span={{ base: 7, sm: 4 }}>
                <NumberInput
                  label={t('opportunity.value')}
                  {...moneyInput(i18n.language)}
                  {...form.getInputProps('estimatedValue.amount')}
                />
              </Grid.Col>
              <Grid.Col span={{ base: 5, sm: 2 }}>
                <Select
                  label={t('opportunity.currency')}
                  data={currencies}
                  searchable
                  allowDeselect={false}
                  {...form.getInputProps('currency')}
                />
              </Grid.Col>
              <Grid.Col span={{ base: 6, sm: 3 }}>
                <NumberInput
                  label={t('opportunity.probability')}
                  min={0}
                  max={100}
                  allowDecimal={false}
                  suffix=" %"
                  {...form.getInputProps('probability')}
                />
              </Grid.Col>
              <Grid.Col span={{ base: 6, sm: 3 }}>
                <DateInput
                  label={t('opportunity.estimatedCloseDate')}
                  {...dateInput(t)}
                  {...form.getInputProps('estimatedCloseDate')}
                />
              </Grid.Col>
            </Grid>
          </Paper>
          <Paper p="md">
            <Title order={2} size="h4" mb="sm">
              {t('opportunity.customer')}
            </Title>
            <SegmentedControl
              mb="sm"
              aria-label={t('opportunity.customer')}
              data={[
                { value: 'known', label: t('customer.known') },
                { value: 'new', label: t('customer.new') },
              ]}
              {...form.getInputProps('kind')}
            />
            <Grid gap="md">
              {form.values.kind === 'known' ? (
                <Grid.Col span={12}>
                  <Choice
                    label={t('opportunity.customer')}
                    withAsterisk
                    options={(q) => listCustomersOptions({ query: { q: q || undefined, limit: 20 } })}
                    {...form.getInputProps('customerId')}
                  />
                </Grid.Col>
              ) : (
                <>
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
                  <Grid.Col span={half}>
                    <TextInput
                      label={t('customer.registryCode')}
                      maxLength={50}
                      {...form.getInputProps('customer.registryCode')}
                    />
                  </Grid.Col>
                  <Grid.Col span={half}>
                    <TextInput label={t('customer.city')} maxLength={100} {...form.getInputProps('customer.city')} />
                  </Grid.Col>
                </>
              )}
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
                <TextInput
                  label={t('contact.phone')}
                  type="tel"
                  maxLength={50}
                  {...form.getInputProps('contact.phone')}
                />
              </Grid.Col>
            </Grid>
          </Paper>
          <Paper p="md">
            <Stack>
              <Title order={2} size="h4">
                {t('opportunity.description')}
              </Title>
              {texts.map((field) => (
                <Textarea
                  key={field}
                  label={t(`opportunity.${field}`)}
                  autosize
                  minRows={2}
                  maxLength={field === 'summary' ? 2000 : 10_000}
                  {...form.getInputProps(field)}
                />
              ))}
              <MultiSelect
                label={t('opportunity.productLines')}
                data={asData(productLines.data?.items)}
                searchable
                {...form.getInputProps('productLineIds')}
              />
              {me.staff ? (
                <>
                  <MultiSelect
                    label={t('opportunity.requiredCompetencies')}
                    data={asData(competencies.data?.items)}
                    searchable
                    {...form.getInputProps('requiredCompetencyIds')}
                  />
                  <Select
                    label={t('opportunity.territory')}
                    data={asData(territories.data?.items)}
                    searchable
                    clearable
                    clearButtonProps={{ 'aria-label': t('table.clear') }}
                    {...form.getInputProps('territoryId')}
                  />
                </>
              ) : null}
            </Stack>
          </Paper>
          {me.staff ? (
            <Paper p="md">
              <Switch
                label={t('opportunity.ready')}
                description={t('opportunity.readyHint')}
                {...form.getInputProps('ready', { type: 'checkbox' })}
              />
            </Paper>
          ) : null}
          {me.staff ? (
            <ProtectionWarning asked={asked} />
          ) : (
            <Paper p="md">
              <Stack gap="sm">
                <Switch
                  label={t('registration.also')}
                  description={t('registration.registerHint')}
                  {...form.getInputProps('register', { type: 'checkbox' })}
                />
                {register ? (
                  <>
                    <Textarea
                      label={t('registration.comment')}
                      autosize
                      minRows={2}
                      maxLength={2000}
                      {...form.getInputProps('comment')}
                    />
                    <ProtectionHint found={protection.data} />
                  </>
                ) : null}
              </Stack>
            </Paper>
          )}
          <DialogButtons onClose={discard}>
            <Button
              type="submit"
              loading={create.isPending}
              disabled={register && protection.data?.result === 'PROTECTED'}
            >
              {t('opportunity.create')}
            </Button>
          </DialogButtons>
        </Stack>
      </form>
    </Page>
  );
}
