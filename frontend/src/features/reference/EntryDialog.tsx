import { Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { invalidateVocabularies } from '@/api/invalidation';
import { EditConflict, names } from '@/ui/EditConflict';
import { FormDialog } from '@/ui/FormDialog';
import { toast } from '@/ui/toasts';
import { useEdit } from '@/ui/useEdit';
import { givenNames, NameFields, namesOf, patchedNames, useShownNames } from './nameFields';
import { type Entry, useChoices, type VocabularyName, vocabularies, withContained } from './vocabularies';

const valuesOf = (entry: Entry | null) => ({
  name: entry?.name ?? '',
  names: namesOf(entry),
  parentId: entry?.parentId ?? null,
});

/** Adds an entry to a vocabulary, or renames it. A territory can also move into another one. */
export function EntryDialog({
  vocabulary,
  entry,
  entries,
  onClose,
}: {
  vocabulary: VocabularyName;
  entry: Entry | null;
  entries: Entry[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const choices = useChoices();
  const shownNames = useShownNames();
  const its = vocabularies[vocabulary];
  const edit = useEdit(entry, valuesOf, {
    draft: `${vocabulary}:${entry?.id ?? 'new'}`,
    validate: { name: (value) => (value.trim() ? null : t('form.required')) },
    read: ({ id }) => its.get(id),
    send: (of, { names: changed, ...others }) => {
      const patched = patchedNames(changed);
      return its.edit(of, { ...others, ...(patched ? { names: patched } : {}) });
    },
    create: ({ names: given, ...others }) => its.create({ ...others, names: givenNames(given) }),
    saved: () => {
      toast(t('opportunity.saved'));
      onClose();
    },
    settled: () => invalidateVocabularies(queries),
  });
  const { form } = edit;
  const contained = entry ? withContained(entries, entry.id) : new Set<string>();
  return (
    <FormDialog
      edit={edit}
      onClose={onClose}
      title={
        entry
          ? t('calendar.changeOne', { name: entry.displayName, interpolation: { escapeValue: false } })
          : t(`vocabulary.new.${vocabulary}`)
      }
      action={t('form.save')}
    >
      <EditConflict
        edit={edit}
        fields={{
          ...shownNames,
          parentId: { label: t('vocabulary.parent'), show: (id) => names(entries, [id]) || t('vocabulary.noParent') },
        }}
      />
      <NameFields props={(path) => form.getInputProps(path)} />
      {vocabulary === 'territories' ? (
        <Select
          label={t('vocabulary.parent')}
          description={t('vocabulary.parentHint')}
          placeholder={t('vocabulary.noParent')}
          data={choices(
            entries.filter(({ id }) => !contained.has(id)),
            [form.values.parentId],
          )}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('table.clear') }}
          {...form.getInputProps('parentId')}
        />
      ) : null}
    </FormDialog>
  );
}
