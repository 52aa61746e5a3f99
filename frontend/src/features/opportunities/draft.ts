import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  CheckRegistrationRequest,
  CreateOpportunityRequest,
  EditCustomerRequest,
  Money,
  Problem,
} from '@/api/gen';
import { useMe } from '@/features/session/useMe';
import { emptyAsNull } from '@/ui/changes';
import { fieldErrors } from '@/ui/fieldErrors';
import { type Changes, withFields } from '@/ui/fields';
import { inputValue, type NumberFieldValue, parseAmount } from '@/ui/money';
import { useNumbers } from '@/ui/useNumbers';
import { texts } from './InlineText';
import { percent } from './percent';

/** A new opportunity while it is typed. */
export type Draft = {
  topic: string;
  kind: 'known' | 'new';
  customerId: string | null;
  customer: {
    name: string;
    country: string;
    profile: Record<'registryCode' | 'vatNumber' | 'webDomain', string>;
    address: { city: string };
  };
  contact: Record<'name' | 'title' | 'email' | 'phone', string>;
  value: { currency: string; estimated: { amount: NumberFieldValue } };
  qualification: Record<(typeof texts)[number], string>;
  classification: { productLineIds: string[]; requiredCompetencyIds: string[]; territoryId: string | null };
  pipeline: { probability: NumberFieldValue; estimatedCloseDate: string | null };
  ready: boolean;
  register: boolean;
  comment: string;
};
export type DraftForm = ReturnType<typeof useDraft>['form'];

const empty: Draft = {
  topic: '',
  kind: 'known',
  customerId: null,
  customer: {
    name: '',
    country: 'EE',
    profile: { registryCode: '', vatNumber: '', webDomain: '' },
    address: { city: '' },
  },
  contact: { name: '', title: '', email: '', phone: '' },
  value: { currency: 'EUR', estimated: { amount: inputValue() } },
  qualification: { summary: '', situation: '', need: '', painPoints: '', proposedSolution: '' },
  classification: { productLineIds: [], requiredCompetencyIds: [], territoryId: null },
  pipeline: { probability: inputValue(), estimatedCloseDate: null },
  ready: false,
  register: false,
  comment: '',
};

/** The estimated value; null if it is missing or invalid. */
export function worth({ value: { estimated, currency } }: Draft, language: string): Money | null {
  const reading = parseAmount(estimated.amount, currency, language);
  return 'amount' in reading && reading.amount !== null ? { amount: reading.amount, currency } : null;
}

const customer = ({ customer: typed }: Draft): EditCustomerRequest => ({
  name: typed.name.trim(),
  country: typed.country,
  profile: emptyAsNull(typed.profile, 'registryCode', 'vatNumber', 'webDomain'),
  address: emptyAsNull(typed.address, 'city'),
});

/** The new customer once its name is long enough to check; null before, and if an existing customer is selected. */
export const newCustomer = (draft: Draft): EditCustomerRequest | null =>
  draft.kind === 'new' && draft.customer.name.trim().length > 2 ? customer(draft) : null;

/** The request that creates the opportunity. */
export function body(draft: Draft, language: string): CreateOpportunityRequest {
  const contact = emptyAsNull(draft.contact, 'title', 'email', 'phone');
  const { value, pipeline, qualification, classification } = draft;
  return {
    topic: draft.topic.trim(),
    ...(draft.kind === 'known' ? { customerId: draft.customerId } : { customer: customer(draft) }),
    contact: contact.name.trim() ? { ...contact, name: contact.name.trim() } : null,
    value: { currency: value.currency, estimated: worth(draft, language) },
    qualification: emptyAsNull(qualification, ...texts),
    classification,
    pipeline: emptyAsNull(pipeline, 'probability'),
    ready: draft.ready || null,
  };
}

/** The request that checks exclusivity; null as long as there is no customer. */
export function asked(draft: Draft): CheckRegistrationRequest | null {
  const { customerId } = draft;
  const { productLineIds } = draft.classification;
  if (draft.kind === 'known') return customerId ? { customerId, productLineIds } : null;
  const typed = newCustomer(draft);
  return typed && { customer: typed, productLineIds };
}

/** The server's errors for the form's fields, also if the opportunity was part of a registration. */
export const draftErrors = (problem: Problem, draft: Draft) =>
  fieldErrors(
    {
      ...problem,
      errors: problem.errors?.map((error) => ({
        ...error,
        pointer: error.pointer.replace(/^\/opportunity\//, '/').replace(/^\/productLineIds/, '/classification$&'),
      })),
    },
    draft,
  );

/** The form of a new opportunity; its values survive a reload until it is saved. */
export function useDraft() {
  const { t } = useTranslation();
  const me = useMe();
  const { amountError, integerError } = useNumbers();
  const key = `sild-new-opportunity-${me.id}`;
  const kept: Changes<Draft> = JSON.parse(sessionStorage.getItem(key) ?? '{}');
  const blank = withFields(empty, { value: { currency: me.baseCurrency } });
  const form = useForm<Draft>({
    initialValues: withFields(blank, kept),
    validate: {
      classification: {
        productLineIds: (ids, { register }) =>
          me.staff || !register || ids.length ? null : t('registration.linesNeeded'),
      },
      value: { estimated: { amount: (typed, { value }) => amountError(typed, value.currency) } },
      pipeline: { probability: (typed) => integerError(typed, percent) },
      topic: (value) => (value.trim() ? null : t('form.required')),
      customerId: (value, draft) => (draft.kind === 'new' || value ? null : t('form.required')),
      customer: { name: (value, draft) => (draft.kind === 'known' || value.trim() ? null : t('form.required')) },
      contact: {
        name: (value, { contact }) =>
          value.trim() || !(contact.title || contact.email || contact.phone) ? null : t('form.required'),
      },
    },
  });
  useEffect(() => sessionStorage.setItem(key, JSON.stringify(form.values)), [key, form.values]);
  return { form, forget: () => sessionStorage.removeItem(key) };
}
