import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import { editTier, mergeTiers, type Problem, type TierView } from '@/api/gen';
import { listCalendarsOptions } from '@/api/gen/@tanstack/react-query.gen';
import { invalidateVocabularies } from '@/api/invalidation';
import { toastProblem } from '@/ui/toasts';
import { EntryList } from './EntryList';
import { EntryRow } from './EntryRow';
import { MergeDialog } from './MergeDialog';
import { otherNames } from './nameFields';
import { TierDialog } from './TierDialog';
import { entriesOf } from './vocabularies';

/** The tiers of the programme, highest first. */
export function TiersPanel() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const query = useQuery(entriesOf.tiers);
  const calendars = useQuery(listCalendarsOptions());
  const [edited, edit] = useState<TierView | 'new'>();
  const [merged, merge] = useState<TierView>();
  const retire = useMutation<unknown, Problem, TierView>({
    mutationFn: (tier) =>
      editTier({ path: { id: tier.id }, headers: ifMatch(tier), body: { retired: !tier.retired }, throwOnError: true }),
    onError: toastProblem,
    onSettled: () => invalidateVocabularies(queries),
  });
  const tiers = query.data?.items ?? [];
  const current = (one: TierView) => tiers.find(({ id }) => id === one.id) ?? one;
  return (
    <>
      <EntryList
        title={t('vocabulary.tiers')}
        about={t('vocabulary.about.tiers')}
        create={t('vocabulary.new.tiers')}
        none={t('vocabulary.none.tiers')}
        query={query}
        entries={tiers}
        onCreate={() => edit('new')}
        row={(tier) => (
          <EntryRow
            key={tier.id}
            name={tier.displayName}
            others={otherNames(tier)}
            retired={tier.retired}
            busy={retire.isPending}
            canMerge={tiers.some((one) => one.id !== tier.id && !one.retired)}
            details={t('vocabulary.tierDetails', { level: tier.level, hours: tier.answerHours })}
            onChange={() => edit(tier)}
            onRetire={() => retire.mutate(tier)}
            onMerge={() => merge(tier)}
          />
        )}
      />
      {edited ? (
        <TierDialog
          tier={edited === 'new' ? null : current(edited)}
          calendars={calendars.data?.items ?? []}
          onClose={() => edit(undefined)}
        />
      ) : null}
      {merged ? (
        <MergeDialog
          entry={current(merged)}
          entries={tiers}
          merge={async (into, duplicateId) =>
            mergeTiers({ path: { id: into.id }, headers: ifMatch(into), body: { duplicateId }, throwOnError: true })
          }
          onClose={() => merge(undefined)}
        />
      ) : null}
    </>
  );
}
