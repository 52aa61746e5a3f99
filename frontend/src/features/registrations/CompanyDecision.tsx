import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type CompanyDecisionView, decideDuplicate, type MatchedBy, type Problem } from '@/api/gen';
import { invalidateDecidedCustomers } from '@/api/invalidation';
import { useMe } from '@/features/session/useMe';
import { confirm } from '@/ui/confirm';
import { useFormats } from '@/ui/format';
import { toast, toastProblem } from '@/ui/toasts';

/** Matches that staff have to judge. Others are one company without a decision. */
const uncertain: readonly MatchedBy[] = ['WEB_DOMAIN', 'NAME', 'SAME_COMPANY'];

/** Whether a similar customer is the same company: staff decide it, see who decided it, and can change it. */
export function CompanyDecision({
  customerId,
  other,
  matchedBy,
  decision,
}: {
  customerId: string;
  other: { id: string; name: string };
  matchedBy: MatchedBy;
  decision?: CompanyDecisionView | null;
}) {
  const { t } = useTranslation();
  const format = useFormats();
  const me = useMe();
  const queries = useQueryClient();
  const named = { name: other.name, interpolation: { escapeValue: false } };
  const decide = useMutation<unknown, Problem, boolean>({
    mutationFn: (same) =>
      decideDuplicate({ path: { id: customerId }, body: { duplicateId: other.id, same }, throwOnError: true }),
    onSuccess: (_, same) => toast(t(same ? 'similar.decidedSame' : 'similar.decidedOther', named)),
    onError: toastProblem,
    onSettled: () => invalidateDecidedCustomers(queries),
  });
  const mayDecide = me.staff && me.role !== 'ANALYST';
  if (decision)
    return (
      <Group gap="xs">
        <Text size="xs" fw={600}>
          {t(decision.same ? 'similar.isSame' : 'similar.isOther')}
          <Text span size="xs" c="dimmed" fw={400}>
            {` · ${decision.decidedBy.name}, ${format.dateTime(decision.decidedAt)}`}
          </Text>
        </Text>
        {mayDecide ? (
          <Button
            size="xs"
            variant="default"
            aria-label={t('similar.changeOf', named)}
            loading={decide.isPending}
            onClick={() =>
              confirm({
                title: t(decision.same ? 'similar.otherThan' : 'similar.sameAs', named),
                text: t(decision.same ? 'similar.otherHint' : 'similar.sameHint'),
                action: t(decision.same ? 'similar.other' : 'similar.same'),
                act: () => decide.mutate(!decision.same),
              })
            }
          >
            {t('similar.change')}
          </Button>
        ) : null}
      </Group>
    );
  if (!mayDecide || !uncertain.includes(matchedBy)) return null;
  return (
    <Group gap="xs">
      <Button
        size="xs"
        variant="default"
        aria-label={t('similar.sameAs', named)}
        loading={decide.isPending && decide.variables}
        onClick={() => decide.mutate(true)}
      >
        {t('similar.same')}
      </Button>
      <Button
        size="xs"
        variant="default"
        aria-label={t('similar.otherThan', named)}
        loading={decide.isPending && !decide.variables}
        onClick={() => decide.mutate(false)}
      >
        {t('similar.other')}
      </Button>
    </Group>
  );
}
