import * as z from 'zod/mini';
import { vocabularyNames } from './vocabularies';

export const programmeTabs = ['tiers', ...vocabularyNames] as const;
export type ProgrammeTab = (typeof programmeTabs)[number];

/** The address of the page: which list is open. */
export const programmeSearch = z.object({ tab: z.catch(z.optional(z.enum(programmeTabs)), undefined) });
