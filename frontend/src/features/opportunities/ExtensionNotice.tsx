import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCalendarQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpportunityView } from '@/api/gen';
import { useFormats } from '@/ui/format';
import { DecideExtensionDialog } from './DecideExtensionDialog';

/** Shows a requested extension; staff decide here. */
export function ExtensionNotice({ opportunity }: { opportunity: OpportunityView }) {
  const { t } = useTranslation();
  const format = useFormats();
  const [deciding, setDeciding] = useState(false);
  const wanted = opportunity.pipeline.extensionRequest;
  if (!wanted) return null;
  const mayDecide = opportunity.actions.includes('DECIDE_EXTENSION');
  return (
    <Alert
      variant="outline"
      color="orange"
      icon={<IconCalendarQuestion aria-hidden />}
      title={t('opportunity.extension.wanted', { name: wanted.requestedBy.name, date: format.date(wanted.dueOn) })}
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
      {deciding ? <DecideExtensionDialog opportunity={opportunity} onClose={() => setDeciding(false)} /> : null}
    </Alert>
  );
}
