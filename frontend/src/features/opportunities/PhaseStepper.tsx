import { Box, Group, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpportunityView, Phase } from '@/api/gen';
import { zPhase } from '@/api/gen/zod.gen';
import { toastProblem } from '@/ui/toasts';
import { usePhase } from './mutations';
import { PhaseBackDialog } from './PhaseBackDialog';

/** The phases of the pipeline: forward with a click, back with a reason. */
export function PhaseStepper({ opportunity }: { opportunity: OpportunityView }) {
  const { t } = useTranslation();
  const edit = usePhase();
  const [back, setBack] = useState<Phase>();
  if (!opportunity.pipeline.phase) return null;
  const phases = zPhase.options;
  const current = phases.indexOf(opportunity.pipeline.phase);
  const may = opportunity.actions.includes('CHANGE_PHASE');
  const choose = (phase: Phase, index: number) => {
    if (index < current) setBack(phase);
    else if (index > current)
      edit.mutate({ of: opportunity, body: { pipeline: { phase } } }, { onError: toastProblem });
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
      {back ? (
        <PhaseBackDialog
          of={opportunity}
          phase={back}
          send={(of, body) => edit.mutateAsync({ of, body })}
          onClose={() => setBack(undefined)}
        />
      ) : null}
    </>
  );
}
