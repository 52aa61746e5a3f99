import { matchQuery, type QueryClient, type QueryKey } from '@tanstack/react-query';
import {
  checkRegistrationQueryKey,
  getApprovalPolicyQueryKey,
  getCustomerQueryKey,
  getDashboardQueryKey,
  getDistributionRunQueryKey,
  getEmailChangeQueryKey,
  getMeQueryKey,
  getOpportunityQueryKey,
  getOpportunityRegistrationQueryKey,
  getPartnerQueryKey,
  getRegistrationQueryKey,
  getSecondFactorQueryKey,
  getTimelineQueryKey,
  listApiClientsQueryKey,
  listCalendarsQueryKey,
  listCollaboratorsQueryKey,
  listCompetenciesQueryKey,
  listCustomersQueryKey,
  listDistributionRulesQueryKey,
  listDistributionsQueryKey,
  listDuplicatesQueryKey,
  listIndustriesQueryKey,
  listMatchesQueryKey,
  listNotificationsQueryKey,
  listOpportunitiesQueryKey,
  listOpportunityDistributionsQueryKey,
  listPartnersQueryKey,
  listPartnerUsersQueryKey,
  listPeopleQueryKey,
  listProductLinesQueryKey,
  listRegistrationConflictsQueryKey,
  listRegistrationsQueryKey,
  listSessionsQueryKey,
  listSigningKeysQueryKey,
  listTerritoriesQueryKey,
  listTiersQueryKey,
  listUsersQueryKey,
} from './gen/@tanstack/react-query.gen';

/** A placeholder id that matches every record of an operation. */
const anyPath = { path: { id: '' } };

/** Every query of an operation, whatever its path, filter and page. */
const all = ([{ _id }]: readonly [{ _id: string }, ...unknown[]]): QueryKey => [{ _id }];

const opportunities = all(listOpportunitiesQueryKey());
const anyOpportunity = all(getOpportunityQueryKey(anyPath));
const timelines = all(getTimelineQueryKey(anyPath));
const dashboard = all(getDashboardQueryKey());
const registrations = all(listRegistrationsQueryKey());
const anyRegistration = all(getRegistrationQueryKey(anyPath));
const conflicts = all(listRegistrationConflictsQueryKey(anyPath));
const registrationOfAnyOpportunity = all(getOpportunityRegistrationQueryKey(anyPath));
const customers = all(listCustomersQueryKey());
const anyCustomer = all(getCustomerQueryKey(anyPath));
const duplicates = all(listDuplicatesQueryKey(anyPath));
const partners = all(listPartnersQueryKey());
const anyPartner = all(getPartnerQueryKey(anyPath));

/** Marks the matching queries as stale and reloads those on screen, in one pass. */
const invalidate = (queries: QueryClient, ...keys: QueryKey[]) =>
  queries.invalidateQueries({ predicate: (query) => keys.some((queryKey) => matchQuery({ queryKey }, query)) });

/** After a change of an opportunity: its page, the lists and the counts that include it. */
export const invalidateOpportunity = (queries: QueryClient) =>
  invalidate(
    queries,
    anyOpportunity,
    opportunities,
    timelines,
    all(listOpportunityDistributionsQueryKey(anyPath)),
    dashboard,
    anyPartner,
    registrationOfAnyOpportunity,
    registrations,
  );

export const invalidatePhase = (queries: QueryClient) =>
  invalidate(queries, opportunities, anyOpportunity, timelines, dashboard);

export const invalidateNewOpportunity = (queries: QueryClient) =>
  invalidate(queries, opportunities, dashboard, customers, registrations);

/** Registrations appear on their own pages, on opportunities and in counts. */
export const invalidateRegistration = (queries: QueryClient) =>
  invalidate(
    queries,
    anyRegistration,
    registrations,
    conflicts,
    registrationOfAnyOpportunity,
    anyOpportunity,
    timelines,
    dashboard,
    all(checkRegistrationQueryKey({ body: { productLineIds: [] } })),
  );

export const invalidateCustomer = (queries: QueryClient) => invalidate(queries, anyCustomer, customers, duplicates);

export const invalidateContacts = (queries: QueryClient) => invalidate(queries, anyCustomer);

export const invalidateMergedCustomers = (queries: QueryClient) =>
  invalidate(queries, anyCustomer, customers, duplicates, opportunities, registrations);

/** Staff have decided whether customers are one company, which decides who is eligible. */
export const invalidateDecidedCustomers = (queries: QueryClient) =>
  invalidate(
    queries,
    duplicates,
    conflicts,
    all(listMatchesQueryKey(anyPath)),
    all(checkRegistrationQueryKey({ body: { productLineIds: [] } })),
  );

export const invalidatePartner = (queries: QueryClient) => invalidate(queries, anyPartner, partners);

export const invalidatePartners = (queries: QueryClient) => invalidate(queries, partners);

export const invalidateUsers = (queries: QueryClient) =>
  invalidate(queries, all(listPartnerUsersQueryKey(anyPath)), all(listUsersQueryKey()));

export const invalidateTimeline = (queries: QueryClient) => invalidate(queries, timelines);

export const invalidateDistributionRun = (queries: QueryClient) =>
  invalidate(queries, all(getDistributionRunQueryKey(anyPath)));

export const invalidateDistributionRules = (queries: QueryClient) =>
  invalidate(queries, all(listDistributionRulesQueryKey()));

export const invalidateApprovalPolicy = (queries: QueryClient) => invalidate(queries, all(getApprovalPolicyQueryKey()));

/** A vocabulary has changed: whatever shows its entries shows their new names. */
export const invalidateVocabularies = (queries: QueryClient) =>
  invalidate(
    queries,
    all(listTiersQueryKey()),
    all(listTerritoriesQueryKey()),
    all(listCompetenciesQueryKey()),
    all(listIndustriesQueryKey()),
    all(listProductLinesQueryKey()),
    anyOpportunity,
    anyPartner,
    partners,
    anyCustomer,
    anyRegistration,
    all(listDistributionRulesQueryKey()),
    all(getApprovalPolicyQueryKey()),
  );

export const invalidateCalendars = (queries: QueryClient) => invalidate(queries, all(listCalendarsQueryKey()));

export const invalidateApiClients = (queries: QueryClient) => invalidate(queries, all(listApiClientsQueryKey()));

export const invalidateSigningKeys = (queries: QueryClient) => invalidate(queries, all(listSigningKeysQueryKey()));

/** The user's own account: also the second factor, and a new address that waits to be confirmed. */
export const invalidateMe = (queries: QueryClient) =>
  invalidate(queries, all(getMeQueryKey()), all(getEmailChangeQueryKey()), all(getSecondFactorQueryKey()));

export const invalidateSessions = (queries: QueryClient) => invalidate(queries, all(listSessionsQueryKey()));

export const invalidateNotifications = (queries: QueryClient) => invalidate(queries, all(listNotificationsQueryKey()));

/** What another user's change of an opportunity can affect outside its own page. */
const affectedByOthers = [
  opportunities,
  dashboard,
  all(listDistributionsQueryKey()),
  all(listMatchesQueryKey(anyPath)),
  anyPartner,
  partners,
  registrations,
  anyRegistration,
  conflicts,
];

/** The queries on the page of one opportunity. */
const pageOfOpportunity = (id: string) => {
  const options = { path: { id } };
  return [
    getOpportunityQueryKey(options),
    getTimelineQueryKey(options),
    listOpportunityDistributionsQueryKey(options),
    listCollaboratorsQueryKey(options),
    listPeopleQueryKey(options),
    getOpportunityRegistrationQueryKey(options),
  ];
};

/** After a live event, which may concern one opportunity. */
export const invalidateAfterChange = (queries: QueryClient, opportunityId: string | null) =>
  invalidate(queries, ...affectedByOthers, ...(opportunityId ? pageOfOpportunity(opportunityId) : []));

/**
 * After a live event that concerns the user's notifications. It can be the only one about an opportunity that the user can no
 * longer open.
 */
export const invalidateAfterNotification = (queries: QueryClient, opportunityId: string | null) =>
  invalidate(
    queries,
    all(listNotificationsQueryKey()),
    ...affectedByOthers,
    ...(opportunityId ? pageOfOpportunity(opportunityId) : []),
  );

/** After live events were lost: everything except the user's own profile. */
export const invalidateEverything = (queries: QueryClient) =>
  queries.invalidateQueries({ predicate: (query) => !matchQuery({ queryKey: getMeQueryKey() }, query) });
