import {
  ActionIcon,
  Button,
  Combobox,
  FileButton,
  Group,
  Pill,
  Select,
  Stack,
  Text,
  Textarea,
  useCombobox,
} from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView, Ref } from '@/api/gen';
import { listPeopleOptions } from '@/api/gen/@tanstack/react-query.gen';
import { zVisibility } from '@/api/gen/zod.gen';
import { useMe } from '@/features/session/useMe';
import { FormState } from '@/ui/FormState';
import { encodeMentions } from './mentions';
import { type NewNote, useWriteNote } from './useWriteNote';

const LARGEST = 10 * 1024 * 1024;
const MOST = 10;

/** Writes a note with mentions, files and an audience. */
export function Composer({ id, partners }: { id: string; partners: Ref[] }) {
  const { t } = useTranslation();
  const me = useMe();
  const shared = partners.length > 0;
  const box = useRef<HTMLTextAreaElement>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const queries = useQueryClient();
  const mayRead = (person: PersonView, readers: string) =>
    !person.partner || readers === 'EVERYONE' || (readers === 'PARTNER' ? !me.staff : person.partner.id === readers);
  const choices = [
    { value: 'EVERYONE', label: t('timeline.everyone') },
    ...(me.staff
      ? partners.map((one) => ({ value: one.id, label: t('timeline.onlyWith', { name: one.name }) }))
      : [{ value: 'PARTNER', label: t('timeline.onlyVendor') }]),
    ...(me.staff ? [{ value: 'STAFF', label: t('timeline.staffOnly') }] : []),
  ];
  const isOffered = (readers: string) => choices.some((choice) => choice.value === readers);
  const write = async ({ text, readers, picked }: NewNote) => {
    const one = partners.find((partner) => partner.id === readers && me.staff);
    const to = one
      ? { visibility: 'PARTNER' as const, partnerId: one.id }
      : { visibility: zVisibility.options.find((visibility) => visibility === readers) ?? 'EVERYONE' };
    const known = text.includes('@') ? await queries.ensureQueryData(listPeopleOptions({ path: { id } })) : undefined;
    const offered = (known?.items ?? []).filter((person) => mayRead(person, readers));
    const named = picked.filter((person) => offered.some((other) => other.id === person.id));
    // The API requires a text: a note with files only gets their names.
    return {
      text: text.trim() ? encodeMentions(text, named, offered) : files.map((file) => file.name).join(', '),
      ...to,
    };
  };
  const { edit, files, setFiles, drop, sending, goesOn } = useWriteNote(id, write, (readers) =>
    isOffered(readers) ? null : t('form.required'),
  );
  const { form } = edit;
  const { text, readers } = form.values;
  const setText = (next: string) => form.setFieldValue('text', next);
  const people = useQuery({ ...listPeopleOptions({ path: { id } }), enabled: text.includes('@') });
  const candidates = (people.data?.items ?? []).filter(
    (person) =>
      person.id !== me.id &&
      mayRead(person, readers) &&
      person.name.toLowerCase().includes((asked ?? '').toLowerCase()),
  );
  const combobox = useCombobox({ opened: asked !== null && candidates.length > 0 });
  /** The mention being typed after an @, if any. */
  const look = (written: string, caret: number) =>
    setAsked(/(?:^|\s)@([^\s@]*(?: [^\s@]+)?)$/.exec(written.slice(0, caret))?.[1] ?? null);
  const name = (person: PersonView | undefined) => {
    const caret = box.current?.selectionStart ?? text.length;
    const begin = text.slice(0, caret).lastIndexOf('@');
    if (!person || begin < 0) return;
    setText(`${text.slice(0, begin)}@${person.name} ${text.slice(caret)}`);
    // The last one picked is meant by a name that two users have.
    const others = form.values.picked.filter((other) => other.name !== person.name);
    form.setFieldValue('picked', [...others, { id: person.id, name: person.name }]);
    setAsked(null);
    box.current?.focus();
  };
  const [refused, setRefused] = useState<string>();
  const add = (more: File[]) => {
    const large = more.find((file) => file.size > LARGEST);
    const fitting = more.filter((file) => file.size <= LARGEST);
    setRefused(
      large
        ? t('timeline.tooLarge', { name: large.name })
        : files.length + fitting.length > MOST
          ? t('timeline.tooMany')
          : undefined,
    );
    setFiles([...files, ...fitting].slice(0, MOST));
  };
  const ready = text.trim() || files.length > 0;
  const send = () => {
    if (ready) edit.submit();
  };
  return (
    <div style={{ marginBottom: 20 }}>
      <Stack gap="xs" mb={edit.problem || edit.restored ? 'xs' : 0}>
        <FormState edit={edit} />
      </Stack>
      <Combobox
        store={combobox}
        onOptionSubmit={(picked) => name(candidates.find((person) => person.id === picked))}
        position="bottom-start"
        width={280}
      >
        <Combobox.DropdownTarget>
          <div>
            <Combobox.EventsTarget>
              <Textarea
                ref={box}
                aria-label={t('timeline.write')}
                data-keep-focus="composer"
                placeholder={t('timeline.write')}
                autosize
                minRows={2}
                maxLength={10_000}
                value={text}
                onChange={(event) => {
                  setText(event.currentTarget.value);
                  look(event.currentTarget.value, event.currentTarget.selectionStart);
                }}
                onBlur={() => setAsked(null)}
                onPaste={(event) => {
                  if (event.clipboardData.files.length) {
                    event.preventDefault();
                    add([...event.clipboardData.files]);
                  }
                }}
                onDrop={(event) => {
                  if (event.dataTransfer.files.length) {
                    event.preventDefault();
                    add([...event.dataTransfer.files]);
                  }
                }}
                onKeyDown={(event) => {
                  if (event.key === 'Escape') setAsked(null);
                  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
                }}
              />
            </Combobox.EventsTarget>
          </div>
        </Combobox.DropdownTarget>
        <Combobox.Dropdown>
          <Combobox.Options aria-label={t('timeline.people')}>
            {candidates.slice(0, 8).map((person) => (
              <Combobox.Option key={person.id} value={person.id}>
                {person.name}
                {person.partner ? ` · ${person.partner.name}` : ''}
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {files.length ? (
        <Group gap={6} mt={6} aria-label={t('timeline.files')} role="group">
          {files.map((file) => (
            <Pill
              key={`${file.name} ${file.lastModified} ${file.size}`}
              withRemoveButton={!edit.saving}
              removeButtonProps={{
                'aria-label': t('timeline.removeFile', { name: file.name }),
                'aria-hidden': false,
                tabIndex: 0,
              }}
              onRemove={() => drop(file)}
            >
              {file.name}
            </Pill>
          ))}
        </Group>
      ) : null}
      <Text size="xs" role="status" c={refused ? 'red' : 'dimmed'}>
        {sending ? t('timeline.uploading', { name: sending }) : (refused ?? '')}
      </Text>
      <Group justify="space-between" mt={6} gap="xs">
        {me.staff || shared ? (
          <Select
            size="xs"
            aria-label={t('timeline.readers')}
            data={choices}
            value={isOffered(readers) ? readers : null}
            error={isOffered(readers) ? null : t('form.required')}
            onChange={(next) => form.setFieldValue('readers', next ?? 'EVERYONE')}
            allowDeselect={false}
          />
        ) : (
          <Text size="xs" c="dimmed">
            {t('timeline.markdown')}
          </Text>
        )}
        <Group gap="xs">
          <FileButton multiple onChange={add}>
            {(props) => (
              <ActionIcon
                {...props}
                variant="default"
                size={30}
                aria-label={t('timeline.attach')}
                title={t('timeline.attach')}
                disabled={edit.saving}
              >
                <IconPaperclip size={16} />
              </ActionIcon>
            )}
          </FileButton>
          <Button size="xs" onClick={send} disabled={!ready} loading={edit.saving} data-keep-focus="composer">
            {t(goesOn ? 'error.retry' : 'timeline.send')}
          </Button>
        </Group>
      </Group>
    </div>
  );
}
