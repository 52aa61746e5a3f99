import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldPath, type FieldValue, fieldAt } from './fields';
import { useFormats } from './format';
import type { Conflict } from './useEdit';

interface Shown<X, T> {
  label: string;
  /** Formats the value; `of` is the record it belongs to, unless it is only in the form. */
  show?: (value: X, of?: T) => ReactNode;
}

/** The label of each field of a form by its path, and how its value is shown. */
export type ShownFields<V, T> = { [P in FieldPath<V>]: Shown<FieldValue<V, P>, T> };

const plain = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** The names of the selected records. */
export const names = (
  all: { id: string; name: string; displayName?: string }[] | undefined,
  ids: readonly (string | null)[],
) =>
  (all ?? [])
    .filter((one) => ids.includes(one.id))
    .map((one) => one.displayName ?? one.name)
    .join(', ');

/** Shows both values of each field that two users have changed, and lets the user select one. */
export function EditConflict<V extends Record<string, unknown>, T>({
  edit,
  fields,
}: {
  edit: {
    form: { values: V };
    conflict?: Conflict<T, V>;
    valuesOf: (record: T | null) => V;
    keep: (field: string) => void;
    take: (field: string) => void;
  };
  fields: ShownFields<V, T>;
}) {
  const { t } = useTranslation();
  const format = useFormats();
  const alert = useRef<HTMLDivElement>(null);
  const { conflict } = edit;
  const { now, saving } = conflict ?? {};
  useEffect(() => {
    // While the user types, the conflict is only announced.
    if (now && saving) alert.current?.focus();
  }, [now, saving]);
  if (!conflict) return null;
  const shown = new Map<string, Shown<unknown, T>>(Object.entries(fields));
  return (
    <Alert
      ref={alert}
      tabIndex={-1}
      color="orange"
      variant="outline"
      role="alert"
      icon={<IconUsers size={18} />}
      title={t('conflict.title')}
    >
      <Text size="sm">{t('conflict.hint')}</Text>
      <Stack gap="md" mt="sm">
        {conflict.fields.map((field) => {
          const { label = field, show = plain } = shown.get(field) ?? {};
          const author = conflict.authors[field];
          const value = (name: string, content: ReactNode) => (
            <div>
              <Text size="xs" c="dimmed">
                {name}
              </Text>
              <Text
                size="sm"
                component="div"
                mah={160}
                style={{ overflow: 'auto', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
              >
                {content || '–'}
              </Text>
            </div>
          );
          return (
            <Stack key={field} gap={6} role="group" aria-label={label}>
              <Text size="sm" fw={600}>
                {label}
              </Text>
              {value(t('conflict.mine'), show(fieldAt(edit.form.values, field)))}
              {value(
                author
                  ? t('conflict.theirsBy', { name: author.name, when: format.relative(author.at) })
                  : t('conflict.theirs'),
                show(fieldAt(edit.valuesOf(conflict.now), field), conflict.now),
              )}
              {value(t('conflict.before'), show(fieldAt(conflict.was, field)))}
              <Group gap="xs">
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => edit.keep(field)}
                  aria-label={`${t('conflict.keep')}: ${label}`}
                >
                  {t('conflict.keep')}
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => edit.take(field)}
                  aria-label={`${t('conflict.take')}: ${label}`}
                >
                  {t('conflict.take')}
                </Button>
              </Group>
            </Stack>
          );
        })}
      </Stack>
    </Alert>
  );
}
