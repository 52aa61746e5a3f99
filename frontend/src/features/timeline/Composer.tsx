import { Button, Checkbox, Group, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidate } from '@/api/client';
import { writeNoteMutation } from '@/api/gen/@tanstack/react-query.gen';
import { useMe } from '@/features/session/useMe';
import { ProblemAlert } from '@/ui/ProblemAlert';

/** Where a note is written. */
export function Composer({ id }: { id: string }) {
  const { t } = useTranslation();
  const me = useMe();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [staffOnly, setStaffOnly] = useState(false);
  const write = useMutation({
    ...writeNoteMutation(),
    onSuccess: () => {
      setText('');
      return invalidate(queries, 'getTimeline');
    },
  });
  const send = () => {
    if (text.trim()) write.mutate({ path: { id }, body: { text, visibility: staffOnly ? 'STAFF' : 'EVERYONE' } });
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
        {me.staff ? (
          <Checkbox
            size="sm"
            label={t('timeline.staffOnly')}
            checked={staffOnly}
            onChange={(event) => setStaffOnly(event.currentTarget.checked)}
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
