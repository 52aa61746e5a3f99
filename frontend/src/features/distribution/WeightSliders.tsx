import { Button, Group, SimpleGrid, Slider, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MatchingScore, MatchingWeights, MatchView } from '@/api/gen';

/** The weights that differ from the defaults. */
export type Weights = Partial<Record<keyof MatchingWeights, number>>;

const weightOf: Record<MatchingScore, keyof MatchingWeights> = {
  MANAGING_PARTNER: 'managingPartner',
  TIER: 'tier',
  COMPETENCY_FIT: 'competencyFit',
  TERRITORY_DISTANCE: 'territoryDistance',
  WIN_RATE: 'winRate',
  ANSWER_SPEED: 'answerSpeed',
  FREE_CAPACITY: 'freeCapacity',
  FAIRNESS: 'fairness',
};

/** Sliders to try other weights. */
export function WeightSliders({
  first,
  weights,
  set,
}: {
  first: MatchView | undefined;
  weights: Weights;
  set: (weights: Weights) => void;
}) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="xs">
        {first?.scores.map((one) => {
          const name = weightOf[one.score];
          const value = weights[name] ?? one.weight;
          return (
            <div key={one.score}>
              <Group justify="space-between">
                <Text size="xs">{t(`match.by.${one.score}`)}</Text>
                <Text size="xs" className="num">
                  {value}
                </Text>
              </Group>
              <Slider
                size="sm"
                min={0}
                max={100}
                step={5}
                label={null}
                value={value}
                onChange={(next) => set({ ...weights, [name]: next })}
                thumbLabel={t(`match.by.${one.score}`)}
              />
            </div>
          );
        })}
      </SimpleGrid>
      <Group>
        <Button size="compact-xs" variant="default" onClick={() => set({})} disabled={!Object.keys(weights).length}>
          {t('match.usual')}
        </Button>
        <Text size="xs" c="dimmed">
          {t('match.dryRun')}
        </Text>
      </Group>
    </Stack>
  );
}
