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
import { fieldErrors } from '@/ui/fieldErrors';
import { inputValue, type NumberFieldValue, parseAmount } from '@/ui/money';
import { useNumbers } from '@/ui/useNumbers';
import { percent } from './percent';

/** A new opportunity while it is typed. */
export type Draft = {
  topic: string;
  kind: 'known' | 'new';
  customerId: string | null;
  customer: Record<'name' | 'country' | 'registryCode' | 'vatNumber' | 'webDomain' | 'city', string>;
  contact: Record<'name' | 'title' | 'email' | 'phone', string>;
  currency: string;
  estimatedValue: { amount: NumberFieldValue };
  probability: NumberFieldValue;
  estimatedCloseDate: string | null;
  summary: string;
  customerSituation: string;
  customerNeed: string;
  customerPainPoints: string;
  proposedSolution: string;
  productLineIds: string[];
  requiredCompetencyIds: string[];
  territoryId: string | null;
  ready: boolean;
  register: boolean;
  comment: string;
};
export type DraftForm = ReturnType<typeof useDraft>['form'];

const empty: Draft = {
  topic: '',
  kind: 'known',
  customerId: null,
  customer: { name: '', country: 'EE', registryCode: '', vatNumber: '', webDomain: '', city: '' },
  contact: { name: '', title: '', email: '', phone: '' },
  currency: 'EUR',
  estimatedValue: { amount: inputValue() },
  probability: inputValue(),
  estimatedCloseDate: null,
  summary: '',
  customerSituation: '',
  customerNeed: '',
  customerPainPoints: '',
  proposedSolution: '',
  productLineIds: [],
  requiredCompetencyIds: [],
  territoryId: null,
  ready: false,
  register: false,
  comment: '',
};

const filled = <T extends Record<string, string>>(fields: T) =>
  Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, text.trim() || null])) as {
    [K in keyof T]: string | null;
  };

/** The estimated value; null if it is missing or invalid. */
export function worth({ estimatedValue, currency }: Draft, language: string): Money | null {
  const reading = parseAmount(estimatedValue.amount, currency, language);
  return 'amount' in reading && reading.amount !== null ? { amount: reading.amount, currency } : null;
}

const customer = ({ customer: { country, ...typed } }: Draft): EditCustomerRequest => {
  const { name, ...details } = filled(typed);
  return { name: name ?? '', country, ...details };
};

/** The new customer once its name is long enough to check; null before, and if an existing customer is selected. */
export const newCustomer = (draft: Draft): EditCustomerRequest | null =>
  draft.kind === 'new' && draft.customer.name.trim().length > 2 ? customer(draft) : null;

/** The request that creates the opportunity. */
export function body(draft: Draft, language: string): CreateOpportunityRequest {
  const contact = filled(draft.contact);
  const { summary, customerSituation, customerNeed, customerPainPoints, proposedSolution } = draft;
  return {
    topic: draft.topic.trim(),
    ...(draft.kind === 'known' ? { customerId: draft.customerId } : { customer: customer(draft) }),
    contact: contact.name ? { ...contact, name: contact.name } : null,
    currency: draft.currency,
    estimatedValue: worth(draft, language),
    probability: typeof draft.probability === 'number' ? draft.probability : null,
    estimatedCloseDate: draft.estimatedCloseDate,
    ...filled({ summary, customerSituation, customerNeed, customerPainPoints, proposedSolution }),
    productLineIds: draft.productLineIds,
    requiredCompetencyIds: draft.requiredCompetencyIds,
    territoryId: draft.territoryId,
    ready: draft.ready || null,
  };
}

/** The request that checks exclusivity; null as long as there is no customer. */
export function asked(draft: Draft): CheckRegistrationRequest | null {
  const { customerId, productLineIds } = draft;
  if (draft.kind === 'known') return customerId ? { customerId, productLineIds } : null;
  const typed = newCustomer(draft);
  return typed && { customer: typed, productLineIds };
}

/** The server's errors for the form's fields, also if the opportunity was part of a registration. */
export const draftErrors = (problem: Problem) =>
  Object.fromEntries(
    Object.entries(fieldErrors(problem)).map(([field, detail]) => [field.replace(/^opportunity\./, ''), detail]),
  );

/** The form of a new opportunity; its values survive a reload until it is saved. */
export function useDraft() {
  const { t } = useTranslation();
  const me = useMe();
  const { amountError, integerError } = useNumbers();
  const key = `sild-new-opportunity-${me.id}`;
  const kept: Partial<Draft> = JSON.parse(sessionStorage.getItem(key) ?? '{}');
  const form = useForm<Draft>({
    initialValues: {
      ...empty,
      currency: me.baseCurrency,
      ...kept,
      customer: { ...empty.customer, ...kept.customer },
    },
    validate: {
      productLineIds: (value, draft) =>
        me.staff || !draft.register || value.length ? null : t('registration.linesNeeded'),
      estimatedValue: { amount: (value, { currency }) => amountError(value, currency) },
      probability: (value) => integerError(value, percent),
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
