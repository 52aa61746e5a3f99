import type { UseFormReturnType } from '@mantine/form';
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
import { useSend } from '@/ui/useSend';
import { texts } from './InlineText';
import { useValueFields, type ValueValues, valueBody, valuesOf } from './ValueFields';

/** A new opportunity while it is typed. */
export type Draft = ValueValues & {
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
  qualification: Record<(typeof texts)[number], string>;
  classification: { productLineIds: string[]; requiredCompetencyIds: string[]; territoryId: string | null };
  ready: boolean;
  register: boolean;
  comment: string;
};
export type DraftForm = UseFormReturnType<Draft>;

const empty: Draft = {
  ...valuesOf(null, 'EUR'),
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
  qualification: { summary: '', situation: '', need: '', painPoints: '', proposedSolution: '' },
  classification: { productLineIds: [], requiredCompetencyIds: [], territoryId: null },
  ready: false,
  register: false,
  comment: '',
};

/** The estimated value; null if it is missing or invalid. */
export const worth = (draft: Draft, language: string): Money | null =>
  valueBody(draft, language).value?.estimated ?? null;

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
  const { qualification, classification } = draft;
  const { value, pipeline } = valueBody(draft, language);
  return {
    topic: draft.topic.trim(),
    ...(draft.kind === 'known' ? { customerId: draft.customerId } : { customer: customer(draft) }),
    contact: contact.name.trim() ? { ...contact, name: contact.name.trim() } : null,
    value: { currency: draft.value.estimated.currency, ...value },
    qualification: emptyAsNull(qualification, ...texts),
    classification,
    pipeline,
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

/** The form of a new opportunity. */
export function useNewOpportunity(
  send: (draft: Draft) => Promise<{ id: string; said: string }>,
  done: (created: { id: string; said: string }) => unknown,
) {
  const { t } = useTranslation();
  const me = useMe();
  const { validate } = useValueFields();
  return useSend<Draft, { id: string; said: string }>(
    { ...empty, ...valuesOf(null, me.baseCurrency) },
    {
      draft: 'opportunity:new',
      validate: {
        ...validate,
        classification: {
          productLineIds: (ids, { register }) =>
            me.staff || !register || ids.length ? null : t('registration.linesNeeded'),
        },
        topic: (value) => (value.trim() ? null : t('form.required')),
        customerId: (value, draft) => (draft.kind === 'new' || value ? null : t('form.required')),
        customer: { name: (value, draft) => (draft.kind === 'known' || value.trim() ? null : t('form.required')) },
        contact: {
          name: (value, { contact }) =>
            value.trim() || !(contact.title || contact.email || contact.phone) ? null : t('form.required'),
        },
      },
      send,
      done,
      errors: draftErrors,
    },
  );
}
