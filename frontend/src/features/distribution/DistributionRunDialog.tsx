import { Button, Modal, Select, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createDistributionRun, type DistributionMethod, type DistributionRunView, type Problem } from '@/api/gen';
import { DialogButtons } from '@/ui/DialogButtons';
import { ProblemAlert } from '@/ui/ProblemAlert';

const methods = ['PREFERRED', 'CASCADE', 'ROUND_ROBIN', 'AUTOMATIC'] as const;

/** Selects the method of a bulk distribution; a preview follows. */
export function DistributionRunDialog({ ids, onClose }: { ids: string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [method, setMethod] = useState<(typeof methods)[number]>('CASCADE');
  const create = useMutation<DistributionRunView, Problem, DistributionMethod>({
    mutationFn: async (chosen) =>
      (await createDistributionRun({ body: { opportunityIds: ids, method: chosen }, throwOnError: true })).data,
    onSuccess: (run) => go({ to: '/opportunities/runs/$id', params: { id: run.id } }),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('run.start', { count: ids.length })}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      <Stack>
        {create.error ? <ProblemAlert problem={create.error} /> : null}
        <Select
          label={t('method.title')}
          description={t(`method.about.${method}`)}
          data={methods.map((value) => ({ value, label: t(`method.${value}`) }))}
          value={method}
          onChange={(next) => setMethod(next ?? 'CASCADE')}
          allowDeselect={false}
          data-autofocus
        />
        <Text size="sm" c="dimmed">
          {t('run.hint')}
        </Text>
        <DialogButtons onClose={onClose}>
          <Button loading={create.isPending} onClick={() => create.mutate(method)}>
            {t('run.preview')}
          </Button>
        </DialogButtons>
      </Stack>
    </Modal>
  );
}
