import { Box, Button, Group, Modal, Stack, Text, Textarea, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpportunityView, Phase } from '@/api/gen';
import { zPhase } from '@/api/gen/zod.gen';
import { DialogButtons } from '@/ui/DialogButtons';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { toastProblem } from '@/ui/toasts';
import { useEdit } from './mutations';

/** The partner's pipeline: forward with a click, back with a reason. */
export function PhaseStepper({ opportunity }: { opportunity: OpportunityView }) {
  const { t } = useTranslation();
  const edit = useEdit(opportunity);
  const [back, setBack] = useState<Phase | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  if (!opportunity.phase) return null;
  const phases = zPhase.options;
  const current = phases.indexOf(opportunity.phase);
  const may = opportunity.actions.includes('CHANGE_PHASE');
  const choose = (phase: Phase, index: number) => {
    if (index < current) setBack(phase);
    else if (index > current) edit.mutate({ phase }, { onError: toastProblem });
  };
  const goBack = () => {
    setTried(true);
    if (back && reason.trim())
      edit.mutate({ phase: back, phaseReason: reason.trim() }, { onSuccess: () => setBack(null) });
  };
  return (
    <>
      <Group
        component="ol"
        gap={4}
        p={0}
        m={0}
        wrap="nowrap"
        aria-label={t('opportunity.phase')}
        style={{ overflowX: 'auto' }}
      >
        {phases.map((phase, index) => (
          <Box component="li" key={phase} style={{ listStyle: 'none', flex: '1 0 auto' }}>
            <UnstyledButton
              w="100%"
              px="sm"
              py={6}
              disabled={!may || edit.isPending}
              aria-current={index === current ? 'step' : undefined}
              onClick={() => choose(phase, index)}
              style={{
                borderTop: `4px solid ${index <= current ? 'var(--mantine-primary-color-filled)' : 'var(--sild-field-border)'}`,
                cursor: may ? 'pointer' : 'default',
              }}
            >
              <Text size="sm" ta="center" fw={index === current ? 700 : 400}>
                {t(`phase.${phase}`)}
              </Text>
            </UnstyledButton>
          </Box>
        ))}
      </Group>
      <Modal
        opened={back !== null}
        onClose={() => setBack(null)}
        title={back ? t('opportunity.phaseBack', { phase: t(`phase.${back}`) }) : ''}
        closeButtonProps={{ 'aria-label': t('form.close') }}
      >
        <Stack>
          {edit.error ? <ProblemAlert problem={edit.error} /> : null}
          <Textarea
            label={t('opportunity.reason')}
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={tried && !reason.trim() ? t('form.required') : undefined}
            data-autofocus
          />
          <DialogButtons onClose={() => setBack(null)}>
            <Button onClick={goBack} loading={edit.isPending}>
              {t('form.save')}
            </Button>
          </DialogButtons>
        </Stack>
      </Modal>
    </>
  );
}
