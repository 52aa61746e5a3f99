import type { MeView, OpportunitySummary, OpportunityView } from '@/api/gen';
import { sourceLanguage } from '@/i18n/languages';

const company = { id: '0199a000-0000-7000-8000-000000000001', name: 'Põhjala Süsteemid OÜ' };

/** An admin of a partner. */
export const me: MeView = {
  id: '0199a000-0000-7000-8000-000000000002',
  name: 'Kadri Tamm',
  email: 'kadri@pohjala.example',
  role: 'PARTNER_ADMIN',
  staff: false,
  partner: company,
  language: sourceLanguage,
  mutedInApp: [],
  mutedMail: [],
  secondFactorDue: false,
  baseCurrency: 'EUR',
  version: 3,
};

/** An opportunity that the partner works on. */
export const accepted: OpportunitySummary = {
  id: '0199a000-0000-7000-8000-000000000003',
  number: 'OPP-2026-000001',
  topic: 'Võrgu uuendus',
  customer: { id: '0199a000-0000-7000-8000-000000000004', name: 'Saarte Kalatööstus AS' },
  status: 'ACCEPTED',
  origin: { source: 'DISTRIBUTED', createdAt: '2026-03-01T10:00:00Z' },
  value: { currency: 'EUR', estimated: { amount: 12500.5, currency: 'EUR' } },
  pipeline: { phase: 'QUOTING' },
  assignment: { partner: company, shared: false, collaborators: [] },
  distribution: {},
  outcome: {},
  actions: ['EDIT', 'CHANGE_PHASE', 'EXTEND', 'HOLD', 'RETURN', 'CLOSE'],
  updatedAt: '2026-03-02T10:00:00Z',
  version: 4,
};

/** An offer that waits for the partner's answer. */
export const offered: OpportunitySummary = {
  ...accepted,
  id: '0199a000-0000-7000-8000-000000000005',
  topic: 'Wi-Fi kogu koolimajja',
  status: 'DELIVERED',
  pipeline: {},
  distribution: {
    distributionId: '0199a000-0000-7000-8000-000000000006',
    answerBy: new Date(Date.now() + 5 * 3_600_000).toISOString(),
  },
  actions: ['ACCEPT', 'DECLINE'],
};

/** The accepted opportunity as its page shows it. */
export const opened: OpportunityView = {
  ...accepted,
  customer: { ...accepted.customer, country: 'EE', contacts: [], contactsHidden: false, maskedFields: [] },
  qualification: {},
  classification: { productLines: [], requiredCompetencies: [] },
  pipeline: { phase: 'QUOTING', dueOn: '2027-02-01', extendableUntil: '2027-05-02', extensions: 0 },
  assignment: { partner: company, shared: false, collaborators: [] },
  distribution: { exhausted: false },
  origin: { ...accepted.origin, externalReferences: [] },
};
