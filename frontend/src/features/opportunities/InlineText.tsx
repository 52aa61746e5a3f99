import { Badge, Box, Button, Group, Stack, Text, Textarea, Title, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpportunityView } from '@/api/gen';
import { discardDraft } from '@/ui/discardDraft';
import { readDraft } from '@/ui/drafts';
import { EditConflict } from '@/ui/EditConflict';
import { FormState } from '@/ui/FormState';
import { useEdit } from '@/ui/useEdit';
import { useOpportunityEdits } from './mutations';

/** The texts of the qualification. */
export const texts = ['summary', 'situation', 'need', 'painPoints', 'proposedSolution'] as const;
type Field = (typeof texts)[number];

/** A text that is edited in place. What is typed is kept until it is saved or discarded; Esc only closes the editor. */
export function InlineText({
  opportunity,
  field,
  editable,
}: {
  opportunity: OpportunityView;
  field: Field;
  editable: boolean;
}) {
  const { t } = useTranslation();
  const draft = `qualification.${field}:${opportunity.id}`;
  const [open, editor] = useDisclosure(editable && !!readDraft(draft));
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (!open && wasOpen.current) opener.current?.focus();
    wasOpen.current = open;
  }, [open]);
  const [chosen, setChosen] = useState(false);
  const start = () => {
    setChosen(true);
    editor.open();
  };
  const label = t(`opportunity.qualification.${field}`);
  const value = opportunity.qualification[field];
  return (
    <Box component="section" aria-label={label}>
      <Title order={3} size="sm" c="dimmed" fw={500} mb={2}>
        {label}
      </Title>
      {open ? (
        <Editor
          opportunity={opportunity}
          field={field}
          label={label}
          draft={draft}
          autoFocus={chosen}
          onClose={editor.close}
          onReopen={start}
        />
      ) : editable ? (
        <UnstyledButton ref={opener} className="in-place" onClick={start}>
          <VisuallyHidden>{t('form.editField', { field: label })}</VisuallyHidden>
          {readDraft(draft) ? (
            <Badge variant="default" size="sm" tt="none" mr={6}>
              {t('draft.one')}
            </Badge>
          ) : null}
          {value ?? (
            <Text span size="sm" c="dimmed">
              <IconPencil size={14} aria-hidden /> {t('form.add')}
            </Text>
          )}
        </UnstyledButton>
      ) : (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {value ?? '–'}
        </Text>
      )}
    </Box>
  );
}

function Editor({
  opportunity,
  field,
  label,
  draft,
  autoFocus,
  onClose,
  onReopen,
}: {
  opportunity: OpportunityView;
  field: Field;
  label: string;
  draft: string;
  autoFocus: boolean;
  onClose: () => void;
  onReopen: () => void;
}) {
  const { t } = useTranslation();
  const edits = useOpportunityEdits();
  const path = `qualification.${field}` as const;
  const valuesOf = (of: OpportunityView | null): { qualification: Record<string, string> } => ({
    qualification: { [field]: of?.qualification[field] ?? '' },
  });
  const edit = useEdit(opportunity, valuesOf, {
    ...edits,
    draft,
    send: (of, changes) =>
      edits.change(of, { qualification: { [field]: changes.qualification?.[field]?.trim() || null } }),
    saved: onClose,
  });
  const { form } = edit;
  return (
    <form onSubmit={edit.submit}>
      <Stack gap={6}>
        <FormState edit={edit} />
        <EditConflict edit={edit} fields={{ [path]: { label } }} />
        <Textarea
          aria-label={label}
          autosize
          autoFocus={autoFocus}
          minRows={3}
          maxLength={10_000}
          {...form.getInputProps(path)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onClose();
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) edit.submit();
          }}
        />
        <Group gap="xs">
          <Button size="xs" type="submit" loading={edit.saving} disabled={!!edit.conflict}>
            {t('form.save')}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              discardDraft(draft, edit.discard, onReopen);
              onClose();
            }}
          >
            {t('form.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
