import {
  type Icon,
  IconBuildingStore,
  IconCalendarTime,
  IconChartBar,
  IconCoins,
  IconHistory,
  IconLayoutKanban,
  IconListDetails,
  IconLock,
  IconPlugConnected,
  IconRosetteDiscountCheck,
  IconRoute,
  IconShieldCheck,
  IconTargetArrow,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useMatches } from '@tanstack/react-router';
import type { ParseKeys } from 'i18next';
import type { Role } from '@/api/gen';
import type { FileRoutesByTo } from '@/routeTree.gen';

type RecordPath = Extract<keyof FileRoutesByTo, `${string}$${string}`>;
type PagePath = Exclude<keyof FileRoutesByTo, RecordPath | '/sign-in' | '/forgot-password' | '/setup'>;

/** A page behind the sign-in. The page of a record (`$id`) has no row: it is named by its record, and the server decides who sees it. */
export interface AppPage {
  to: PagePath;
  /** Its heading, and its name in the browser's tab and in the palette. */
  title: ParseKeys;
  /** Its entry in the navigation. */
  nav?: { label: ParseKeys; icon: Icon };
  /** Whether the palette offers it. */
  palette?: true;
  /** Keys that open it, one after the other. */
  keys?: string;
  /** Who may open it, and what everyone else sees instead; without it, every user may. */
  only?: { roles: readonly Role[]; refusal: ParseKeys };
}

const admin: readonly Role[] = ['ADMIN'];
const programme: readonly Role[] = ['ADMIN', 'CHANNEL_MANAGER'];
const allButAnalyst: readonly Role[] = [
  'ADMIN',
  'CHANNEL_MANAGER',
  'SALES',
  'PARTNER_ADMIN',
  'PARTNER_MANAGER',
  'PARTNER_SELLER',
];

const rows = [
  { to: '/', title: 'nav.dashboard', nav: { label: 'nav.dashboard', icon: IconChartBar }, palette: true, keys: 'g d' },
  {
    to: '/opportunities',
    title: 'nav.opportunities',
    nav: { label: 'nav.opportunities', icon: IconTargetArrow },
    palette: true,
    keys: 'g o',
  },
  {
    to: '/opportunities/new',
    title: 'opportunity.new',
    palette: true,
    keys: 'c',
    only: { roles: allButAnalyst, refusal: 'opportunity.notYours' },
  },
  { to: '/opportunities/runs', title: 'run.allTitle' },
  { to: '/board', title: 'nav.board', nav: { label: 'nav.board', icon: IconLayoutKanban }, palette: true, keys: 'g b' },
  { to: '/notifications', title: 'notification.title', palette: true, keys: 'g n' },
  {
    to: '/registrations',
    title: 'registration.title',
    nav: { label: 'nav.registrations', icon: IconLock },
    keys: 'g r',
  },
  { to: '/partners', title: 'nav.partners', nav: { label: 'nav.partners', icon: IconUsersGroup }, keys: 'g p' },
  {
    to: '/customers',
    title: 'nav.customers',
    nav: { label: 'nav.customers', icon: IconBuildingStore },
    palette: true,
    keys: 'g c',
  },
  {
    to: '/settings/users',
    title: 'people.title',
    nav: { label: 'nav.users', icon: IconUsers },
    palette: true,
    keys: 'g u',
    only: { roles: admin, refusal: 'people.notYours' },
  },
  {
    to: '/settings/programme',
    title: 'vocabulary.title',
    nav: { label: 'nav.programme', icon: IconListDetails },
    palette: true,
    only: { roles: programme, refusal: 'vocabulary.notYours' },
  },
  {
    to: '/settings/rules',
    title: 'rule.title',
    nav: { label: 'nav.rules', icon: IconRoute },
    only: { roles: programme, refusal: 'rule.notYours' },
  },
  {
    to: '/settings/approvals',
    title: 'approval.title',
    nav: { label: 'nav.approvals', icon: IconRosetteDiscountCheck },
    only: { roles: admin, refusal: 'approval.notYours' },
  },
  {
    to: '/settings/calendars',
    title: 'calendar.title',
    nav: { label: 'nav.calendars', icon: IconCalendarTime },
    only: { roles: programme, refusal: 'calendar.notYours' },
  },
  {
    to: '/settings/exchange-rates',
    title: 'exchangeRate.title',
    nav: { label: 'nav.exchangeRates', icon: IconCoins },
    palette: true,
    only: { roles: admin, refusal: 'exchangeRate.notYours' },
  },
  {
    to: '/settings/policies',
    title: 'policy.title',
    nav: { label: 'nav.policies', icon: IconShieldCheck },
    only: { roles: admin, refusal: 'policy.notYours' },
  },
  {
    to: '/settings/api-clients',
    title: 'apiClient.title',
    nav: { label: 'nav.apiClients', icon: IconPlugConnected },
    palette: true,
    only: { roles: admin, refusal: 'apiClient.notYours' },
  },
  {
    to: '/settings/audit',
    title: 'audit.title',
    nav: { label: 'nav.audit', icon: IconHistory },
    palette: true,
    only: { roles: admin, refusal: 'audit.notYours' },
  },
  { to: '/account', title: 'account.title', palette: true },
] as const satisfies readonly AppPage[];

type Unlisted = Exclude<PagePath, (typeof rows)[number]['to']>;

/** Every page: the navigation, the palette, the shortcuts, the titles and the permissions come from here. A route without a row does not compile. */
export const pages: readonly AppPage[] & ([Unlisted] extends [never] ? unknown : { unlisted: Unlisted }) = rows;

export const mayOpen = (page: AppPage, role: Role) => !page.only || page.only.roles.includes(role);

/** The row of the page on screen; undefined on the page of a record. */
export function useCurrentPage() {
  const path = useMatches({ select: (matches) => matches.at(-1)?.fullPath });
  return pages.find(({ to }) => to === path || `${to}/` === path);
}
