import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/api/gen';
import { invalidateVocabularies } from '@/api/invalidation';
import { type EditOperations, saveOrThrow } from '@/ui/changes';
import { toastProblem } from '@/ui/toasts';
import { EntryDialog } from './EntryDialog';
import { EntryList } from './EntryList';
import { EntryRow } from './EntryRow';
import { MergeDialog } from './MergeDialog';
import { otherNames } from './nameFields';
import { asTree, type Entry, entriesOf, type Vocabulary, type VocabularyName, vocabularies } from './vocabularies';

type Place = Pick<Entry, 'position' | 'retired'>;

interface Change {
  entry: Entry;
  body: Partial<Place>;
}

/** Changes of other fields by other users are kept. */
const places = ({ get, edit }: Vocabulary): EditOperations<Entry, Place> => ({
  values: ({ position, retired }) => ({ position, retired }),
  read: ({ id }) => get(id),
  send: edit,
});

/** The entries of one vocabulary. Territories are shown as a tree. */
export function VocabularyPanel({ vocabulary }: { vocabulary: VocabularyName }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const query = useQuery(entriesOf[vocabulary] as typeof entriesOf.territories);
  const [edited, edit] = useState<Entry | 'new'>();
  const [merged, merge] = useState<Entry>();
  const change = useMutation<unknown, Problem, Change>({
    mutationFn: ({ entry, body }) => saveOrThrow(places(vocabularies[vocabulary]), entry, body),
    onError: toastProblem,
    onSettled: () => invalidateVocabularies(queries),
  });
  const entries = query.data?.items ?? [];
  const rows = asTree(entries);
  const depths = new Map(rows.map(({ entry, depth }) => [entry.id, depth]));
  /** Moves an entry to the place of the next one before or after it that has the same parent. */
  const mover = (entry: Entry, step: 1 | -1) => {
    const siblings = entries.filter((one) => (one.parentId ?? null) === (entry.parentId ?? null));
    const sibling = siblings[siblings.findIndex(({ id }) => id === entry.id) + step];
    return (
      sibling &&
      (() => change.mutate({ entry, body: { position: entries.findIndex(({ id }) => id === sibling.id) + 1 } }))
    );
  };
  const current = (one: Entry) => entries.find(({ id }) => id === one.id) ?? one;
  return (
    <>
      <EntryList
        title={t(`vocabulary.${vocabulary}`)}
        about={t(`vocabulary.about.${vocabulary}`)}
        create={t(`vocabulary.new.${vocabulary}`)}
        none={t(`vocabulary.none.${vocabulary}`)}
        query={query}
        entries={rows.map(({ entry }) => entry)}
        onCreate={() => edit('new')}
        row={(entry) => (
          <EntryRow
            key={entry.id}
            name={entry.displayName}
            others={otherNames(entry)}
            depth={depths.get(entry.id)}
            retired={entry.retired}
            merging={entry.merging}
            busy={change.isPending}
            canMerge={entries.some((one) => one.id !== entry.id && !one.retired)}
            onUp={mover(entry, -1)}
            onDown={mover(entry, 1)}
            onChange={() => edit(entry)}
            onRetire={() => change.mutate({ entry, body: { retired: !entry.retired } })}
            onMerge={() => merge(entry)}
          />
        )}
      />
      {edited ? (
        <EntryDialog
          vocabulary={vocabulary}
          entry={edited === 'new' ? null : current(edited)}
          entries={entries}
          onClose={() => edit(undefined)}
        />
      ) : null}
      {merged ? (
        <MergeDialog
          entry={current(merged)}
          entries={entries}
          merge={vocabularies[vocabulary].merge}
          onClose={() => merge(undefined)}
        />
      ) : null}
    </>
  );
}
