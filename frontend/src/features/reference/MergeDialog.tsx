import { Select, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { invalidateVocabularies } from '@/api/invalidation';
import { FormDialog } from '@/ui/FormDialog';
import { toast } from '@/ui/toasts';
import { useSend } from '@/ui/useSend';

interface Mergeable {
  id: string;
  displayName: string;
  retired: boolean;
}

/** Merges an entry into another one of its vocabulary. */
export function MergeDialog<E extends Mergeable>({
  entry,
  entries,
  merge,
  onClose,
}: {
  entry: E;
  entries: E[];
  merge: (into: E, duplicateId: string) => Promise<unknown>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const initial: { into: string | null } = { into: null };
  const edit = useSend(initial, {
    draft: `merge:${entry.id}`,
    validate: { into: (value) => (value ? null : t('form.required')) },
    send: ({ into }) => {
      const kept = entries.find(({ id }) => id === into);
      return kept ? merge(kept, entry.id) : Promise.reject(new Error('Nothing to merge into'));
    },
    done: () => {
      toast(t('vocabulary.mergeBegun', { name: entry.displayName, interpolation: { escapeValue: false } }));
      onClose();
    },
    settled: () => invalidateVocabularies(queries),
  });
  return (
    <FormDialog
      edit={edit}
      onClose={onClose}
      title={t('vocabulary.mergeOne', { name: entry.displayName, interpolation: { escapeValue: false } })}
      action={t('vocabulary.merge')}
    >
      <Text size="sm">
        {t('vocabulary.mergeAbout', { name: entry.displayName, interpolation: { escapeValue: false } })}
      </Text>
      <Select
        label={t('vocabulary.mergeInto')}
        data={entries
          .filter((one) => one.id !== entry.id && !one.retired)
          .map((one) => ({ value: one.id, label: one.displayName }))}
        searchable
        withAsterisk
        data-autofocus
        {...edit.form.getInputProps('into')}
      />
    </FormDialog>
  );
}
