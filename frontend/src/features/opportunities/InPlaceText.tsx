import { Box, Button, Group, Text, Textarea, Title, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/api/gen';
import { ProblemAlert } from '@/ui/ProblemAlert';

/** A text that is edited where it stands; a refused change stays in the field until it is saved or given up. */
export function InPlaceText({
  label,
  value,
  editable,
  save,
}: {
  label: string;
  value: string | null | undefined;
  editable: boolean;
  save: (text: string | null) => Promise<unknown>;
}) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saving, setSaving] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (draft === null && wasOpen.current) opener.current?.focus();
    wasOpen.current = draft !== null;
  }, [draft]);
  const keep = async () => {
    setSaving(true);
    try {
      await save(draft?.trim() || null);
      setProblem(null);
      setDraft(null);
    } catch (error) {
      setProblem(error as Problem);
    } finally {
      setSaving(false);
    }
  };
  return (
    <Box component="section" aria-label={label}>
      <Title order={3} size="sm" c="dimmed" fw={500} mb={2}>
        {label}
      </Title>
      {draft !== null ? (
        <>
          {problem ? <ProblemAlert problem={problem} /> : null}
          <Textarea
            aria-label={label}
            autosize
            autoFocus
            minRows={3}
            maxLength={10_000}
            value={draft}
            onChange={(event) => setDraft(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setDraft(null);
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void keep();
            }}
          />
          <Group gap="xs" mt={6}>
            <Button size="xs" onClick={() => void keep()} loading={saving}>
              {t('form.save')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setDraft(null)}>
              {t('form.cancel')}
            </Button>
          </Group>
        </>
      ) : editable ? (
        <UnstyledButton ref={opener} className="in-place" onClick={() => setDraft(value ?? '')}>
          <VisuallyHidden>{t('form.editField', { field: label })}</VisuallyHidden>
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
