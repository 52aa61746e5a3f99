import { Alert, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MatchesView, MatchingRule } from '@/api/gen';
import { listMatchesOptions } from '@/api/gen/@tanstack/react-query.gen';

/** Whether a rule also applies to the pool, which has no deadline for an answer. */
const appliesToPool = (rule: MatchingRule) => rule !== 'ANSWER_TIME';

/** That no partner is eligible: how many each rule excludes, and what can be done about it. */
export function NobodyEligible({ matches, pool = false }: { matches: MatchesView; pool?: boolean }) {
  const { t } = useTranslation();
  const exclusions = matches.exclusions.filter(({ rule }) => !pool || appliesToPool(rule));
  return (
    <Alert variant="outline" color="orange" title={t(pool ? 'match.emptyPool' : 'match.nobody')}>
      {exclusions.length ? (
        <Stack gap={6}>
          <List size="sm" spacing={4}>
            {exclusions.map(({ rule, partners }) => (
              <List.Item key={rule}>
                <Text span size="sm" fw={600}>
                  {t('match.excluded', { reason: t(`match.broken.${rule}`), count: partners })}
                </Text>{' '}
                {t(`match.remedy.${rule}`)}
              </List.Item>
            ))}
          </List>
          <Text size="sm">{t(pool ? 'match.emptyPoolHint' : 'match.nobodyHint')}</Text>
        </Stack>
      ) : (
        t('match.noPartners')
      )}
    </Alert>
  );
}

/** Why no partner would see an opportunity in the pool; nothing if there is one that would. */
export function EmptyPool({ id }: { id: string }) {
  const found = useQuery(listMatchesOptions({ path: { id }, query: { limit: 200 } }));
  const sees = found.data?.candidates.some(({ verdicts }) =>
    verdicts.every(({ rule, fulfilled }) => fulfilled || !appliesToPool(rule)),
  );
  return found.data && !sees ? <NobodyEligible matches={found.data} pool /> : null;
}
