import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCalendarQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpportunityView } from '@/api/gen';
import { useFormats } from '@/ui/format';
import { DecideExtensionDialog } from './DecideExtensionDialog';

/** That the partner asks for more time; staff decide right here. */
export function ExtensionNotice({ o }: { o: OpportunityView }) {
  const { t } = useTranslation();
  const f = useFormats();
  const [deciding, setDeciding] = useState(false);
  const wanted = o.extensionRequest;
  if (!wanted) return null;
  const mayDecide = o.actions.includes('DECIDE_EXTENSION');
  return (
    <Alert
      variant="outline"
      color="orange"
      icon={<IconCalendarQuestion aria-hidden />}
      title={t('opportunity.extension.wanted', { name: wanted.requestedBy.name, date: f.date(wanted.dueOn) })}
    >
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          {wanted.reason ? `“${wanted.reason}”` : mayDecide ? '' : t('opportunity.extension.waits')}
        </Text>
        {mayDecide ? (
          <Button size="xs" onClick={() => setDeciding(true)}>
            {t('opportunity.extension.decide')}
          </Button>
        ) : null}
      </Group>
      {deciding ? <DecideExtensionDialog opportunity={o} onClose={() => setDeciding(false)} /> : null}
    </Alert>
  );
}
