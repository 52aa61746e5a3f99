import type { ParseKeys } from 'i18next';
import type { PatchOpportunityRequest } from '@/api/gen';
import { isTextKey } from '@/i18n';
import type { FieldPath } from '@/ui/fields';

/** The label of each field of an opportunity, by its path. */
const labels: Record<string, ParseKeys> = {
  topic: 'opportunity.topic',
  contactIds: 'customer.contacts',
  'value.currency': 'opportunity.currency',
  'value.estimated': 'opportunity.value',
  'qualification.summary': 'opportunity.qualification.summary',
  'qualification.situation': 'opportunity.qualification.situation',
  'qualification.need': 'opportunity.qualification.need',
  'qualification.painPoints': 'opportunity.qualification.painPoints',
  'qualification.proposedSolution': 'opportunity.qualification.proposedSolution',
  'classification.productLineIds': 'opportunity.productLines',
  'classification.requiredCompetencyIds': 'opportunity.requiredCompetencies',
  'classification.territoryId': 'opportunity.territory',
  'classification.industryId': 'customer.industry',
  'pipeline.phase': 'opportunity.phase',
  'pipeline.phaseReason': 'opportunity.reason',
  'pipeline.probability': 'opportunity.probability',
  'pipeline.estimatedCloseDate': 'opportunity.estimatedCloseDate',
  'pipeline.dueOn': 'opportunity.dueOn',
  ownerId: 'opportunity.owner',
  'origin.externalReferences': 'timeline.otherField',
} satisfies Record<FieldPath<PatchOpportunityRequest>, ParseKeys>;

/** The label of an edited field, or of one that was hidden from the partner before. */
export function fieldLabel(field: string): ParseKeys {
  const masked = `policy.masked.${field}`;
  return labels[field] ?? (isTextKey(masked) ? masked : 'timeline.otherField');
}

export const isValue = (field: string) => field === 'value.estimated';
