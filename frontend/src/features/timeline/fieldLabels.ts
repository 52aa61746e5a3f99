import type { ParseKeys } from 'i18next';
import type { PatchOpportunityRequest } from '@/api/gen';
import { isTextKey } from '@/i18n';
import type { FieldPath } from '@/ui/fields';

type Field = FieldPath<PatchOpportunityRequest>;

/** Labels that are not named like their field. */
const others = {
  contactIds: 'customer.contacts',
  'value.estimated': 'opportunity.value',
  'classification.productLineIds': 'opportunity.productLines',
  'classification.requiredCompetencyIds': 'opportunity.requiredCompetencies',
  'classification.territoryId': 'opportunity.territory',
  'classification.industryId': 'customer.industry',
  'pipeline.phaseReason': 'opportunity.reason',
  ownerId: 'opportunity.owner',
  'origin.externalReferences': 'timeline.otherField',
} satisfies Partial<Record<Field, ParseKeys>>;

/** All others are in this group by their path, or by the name alone: `value.currency` is `opportunity.currency`. */
const group = 'opportunity';
type Text<P extends string> = `${typeof group}.${P}`;
type Name<P extends string> = P extends `${string}.${infer R}` ? Name<R> : P;
type Label<P> = P extends string ? (Text<P> extends ParseKeys ? Text<P> : Text<Name<P>>) : never;
type Unlabeled = Exclude<Label<Exclude<Field, keyof typeof others>>, ParseKeys>;
// An error here names the text that a new field lacks in the files of i18n.
({}) satisfies Record<Unlabeled, true>;

const called = new Map<string, ParseKeys>(Object.entries(others));

/** The label of an edited field by its path, or of one that was hidden from the partner before. */
export function fieldLabel(field: string): ParseKeys {
  const name = field.slice(field.lastIndexOf('.') + 1);
  const keys = [`policy.masked.${field}`, `${group}.${field}`, `${group}.${name}`];
  return called.get(field) ?? keys.find(isTextKey) ?? 'timeline.otherField';
}

/** Whether the field is an amount of money. */
export const isAmount = (field: string) => field.startsWith('value.') && field !== 'value.currency';
