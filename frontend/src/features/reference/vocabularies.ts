import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import {
  createCompetency,
  createIndustry,
  createProductLine,
  createTerritory,
  editCompetency,
  editIndustry,
  editProductLine,
  editTerritory,
  getCompetency,
  getIndustry,
  getProductLine,
  getTerritory,
  mergeCompetencies,
  mergeIndustries,
  mergeProductLines,
  mergeTerritories,
  type PatchTerritoryRequest,
  type TerritoryView,
  type VocabularyEntryView,
} from '@/api/gen';
import {
  listCompetenciesOptions,
  listIndustriesOptions,
  listProductLinesOptions,
  listTerritoriesOptions,
  listTiersOptions,
} from '@/api/gen/@tanstack/react-query.gen';

/** An entry of a vocabulary. Only territories have a parent. */
export type Entry = VocabularyEntryView & Partial<Pick<TerritoryView, 'parentId'>>;

export const vocabularyNames = ['territories', 'competencies', 'industries', 'productLines'] as const;
export type VocabularyName = (typeof vocabularyNames)[number];

/** How the entries of a vocabulary are read and changed. */
export interface Vocabulary {
  get: (id: string) => Promise<Entry>;
  create: (body: { name: string; names: Record<string, string>; parentId?: string | null }) => Promise<Entry>;
  edit: (of: Entry, body: PatchTerritoryRequest) => Promise<Entry>;
  merge: (of: Entry, duplicateId: string) => Promise<Entry>;
}

const it = (of: Entry) => ({ path: { id: of.id }, headers: ifMatch(of), throwOnError: true }) as const;
const by = (id: string) => ({ path: { id }, throwOnError: true }) as const;
const plain = <T extends { parentId?: unknown }>({ parentId: _, ...body }: T) => body;

export const vocabularies: Record<VocabularyName, Vocabulary> = {
  territories: {
    get: async (id) => (await getTerritory(by(id))).data,
    create: async (body) => (await createTerritory({ body, throwOnError: true })).data,
    edit: async (of, body) => (await editTerritory({ ...it(of), body })).data,
    merge: async (of, duplicateId) => (await mergeTerritories({ ...it(of), body: { duplicateId } })).data,
  },
  competencies: {
    get: async (id) => (await getCompetency(by(id))).data,
    create: async (body) => (await createCompetency({ body: plain(body), throwOnError: true })).data,
    edit: async (of, body) => (await editCompetency({ ...it(of), body: plain(body) })).data,
    merge: async (of, duplicateId) => (await mergeCompetencies({ ...it(of), body: { duplicateId } })).data,
  },
  industries: {
    get: async (id) => (await getIndustry(by(id))).data,
    create: async (body) => (await createIndustry({ body: plain(body), throwOnError: true })).data,
    edit: async (of, body) => (await editIndustry({ ...it(of), body: plain(body) })).data,
    merge: async (of, duplicateId) => (await mergeIndustries({ ...it(of), body: { duplicateId } })).data,
  },
  productLines: {
    get: async (id) => (await getProductLine(by(id))).data,
    create: async (body) => (await createProductLine({ body: plain(body), throwOnError: true })).data,
    edit: async (of, body) => (await editProductLine({ ...it(of), body: plain(body) })).data,
    merge: async (of, duplicateId) => (await mergeProductLines({ ...it(of), body: { duplicateId } })).data,
  },
};

const all = { query: { includeRetired: true } } as const;

/** The queries of whole vocabularies. Retired entries are included, because records may still refer to them. */
export const entriesOf = {
  tiers: listTiersOptions(all),
  territories: listTerritoriesOptions(all),
  competencies: listCompetenciesOptions(all),
  industries: listIndustriesOptions(all),
  productLines: listProductLinesOptions(all),
};

type Named = Pick<Entry, 'id' | 'displayName' | 'retired'>;

/** The options of a select: the entries that can be chosen, and retired ones that are chosen already. */
export function useChoices() {
  const { t } = useTranslation();
  return (entries: readonly Named[] | undefined, chosen: readonly (string | null)[] = []) =>
    (entries ?? [])
      .filter((one) => !one.retired || chosen.includes(one.id))
      .map((one) => ({
        value: one.id,
        label: one.retired
          ? t('vocabulary.retiredName', { name: one.displayName, interpolation: { escapeValue: false } })
          : one.displayName,
      }));
}

/** Territories with those that they contain below them, and how deep each is. */
export function asTree<T extends { id: string; parentId?: string | null }>(entries: readonly T[]) {
  const known = new Set(entries.map((one) => one.id));
  const rows: { entry: T; depth: number }[] = [];
  const add = (parent: string | null, depth: number) => {
    for (const entry of entries) {
      const its = entry.parentId && known.has(entry.parentId) ? entry.parentId : null;
      if (its !== parent) continue;
      rows.push({ entry, depth });
      add(entry.id, depth + 1);
    }
  };
  add(null, 0);
  return rows;
}

/** The entry itself and all that it contains. */
export const withContained = (entries: readonly Entry[], id: string) => {
  const found = new Set([id]);
  for (const { entry } of asTree(entries)) if (entry.parentId && found.has(entry.parentId)) found.add(entry.id);
  return found;
};
