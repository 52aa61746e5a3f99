import { Modal, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OfferView } from '@/api/gen';
import { getMatchingRunOptions } from '@/api/gen/@tanstack/react-query.gen';
import { useFormats } from '@/ui/format';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { Candidate } from './Candidate';

/** Why this partner got the offer: the candidates at that time. */
export function MatchingRunDialog({ offer, onClose }: { offer: OfferView; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormats();
  const found = useQuery(getMatchingRunOptions({ path: { id: offer.id } }));
  const run = found.data;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('match.why', { name: offer.partner.name })}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      {found.error ? <ProblemAlert problem={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending ? <Skeleton h={200} role="status" aria-label={t('table.loading')} /> : null}
      {run ? (
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('match.decided', {
              method: t(`method.${run.method}`),
              at: format.dateTime(run.matches.at),
              by: run.decidedBy?.name ?? t('timeline.system'),
              eligible: run.matches.eligible,
              considered: run.matches.considered,
            })}
          </Text>
          {run.rule ? <Text size="sm">{t('match.byRule', { rule: run.rule })}</Text> : null}
          {run.matches.candidates.map((match) => (
            <Candidate key={match.partner.id} match={match} />
          ))}
        </Stack>
      ) : null}
    </Modal>
  );
}
