import { Select, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { createDistributionRun } from '@/api/gen';
import { FormDialog } from '@/ui/FormDialog';
import { useSend } from '@/ui/useSend';

const methods = ['PREFERRED', 'CASCADE', 'ROUND_ROBIN', 'AUTOMATIC'] as const;

/** Selects the method of a bulk distribution; a preview follows. */
export function DistributionRunDialog({ ids, onClose }: { ids: string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const initial: { method: (typeof methods)[number] } = { method: 'CASCADE' };
  const edit = useSend(initial, {
    draft: 'run:new',
    send: async ({ method }) =>
      (await createDistributionRun({ body: { opportunityIds: ids, method }, throwOnError: true })).data,
    done: (run) => go({ to: '/opportunities/runs/$id', params: { id: run.id } }),
  });
  return (
    <FormDialog edit={edit} title={t('run.start', { count: ids.length })} action={t('run.preview')} onClose={onClose}>
      <Select
        label={t('method.title')}
        description={t(`method.about.${edit.form.values.method}`)}
        data={methods.map((value) => ({ value, label: t(`method.${value}`) }))}
        allowDeselect={false}
        data-autofocus
        {...edit.form.getInputProps('method')}
      />
      <Text size="sm" c="dimmed">
        {t('run.hint')}
      </Text>
    </FormDialog>
  );
}
