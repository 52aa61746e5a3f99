import { Button, Group, Select, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidate } from '@/api/client';
import type { Ref, Visibility } from '@/api/gen';
import { writeNoteMutation } from '@/api/gen/@tanstack/react-query.gen';
import { useMe } from '@/features/session/useMe';
import { ProblemAlert } from '@/ui/ProblemAlert';

/** Where a note is written. */
export function Composer({ id, partners }: { id: string; partners: Ref[] }) {
  const { t } = useTranslation();
  const me = useMe();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [readers, setReaders] = useState('EVERYONE');
  const shared = partners.length > 0;
  const choices = [
    { value: 'EVERYONE', label: t('timeline.everyone') },
    ...(me.staff
      ? partners.map((one) => ({ value: one.id, label: t('timeline.onlyWith', { name: one.name }) }))
      : [{ value: 'PARTNER', label: t('timeline.onlyVendor') }]),
    ...(me.staff ? [{ value: 'STAFF', label: t('timeline.staffOnly') }] : []),
  ];
  const write = useMutation({
    ...writeNoteMutation(),
    onSuccess: () => {
      setText('');
      return invalidate(queries, 'getTimeline');
    },
  });
  const send = () => {
    const one = partners.find((partner) => partner.id === readers && me.staff);
    const to = one ? { visibility: 'PARTNER' as const, partnerId: one.id } : { visibility: readers as Visibility };
    if (text.trim()) write.mutate({ path: { id }, body: { text, ...to } });
  };
  return (
    <div style={{ marginBottom: 20 }}>
      {write.error ? <ProblemAlert problem={write.error} /> : null}
      <Textarea
        aria-label={t('timeline.write')}
        placeholder={t('timeline.write')}
        autosize
        minRows={2}
        maxLength={10_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
        }}
      />
      <Group justify="space-between" mt={6} gap="xs">
        {me.staff || shared ? (
          <Select
            size="xs"
            aria-label={t('timeline.readers')}
            data={choices}
            value={readers}
            onChange={(next) => setReaders(next ?? 'EVERYONE')}
            allowDeselect={false}
          />
        ) : (
          <Text size="xs" c="dimmed">
            {t('timeline.markdown')}
          </Text>
        )}
        <Button size="xs" onClick={send} disabled={!text.trim()} loading={write.isPending}>
          {t('timeline.send')}
        </Button>
      </Group>
    </div>
  );
}
