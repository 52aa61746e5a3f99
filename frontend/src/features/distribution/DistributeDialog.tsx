import {
  Badge,
  Button,
  Checkbox,
  Collapse,
  Group,
  Radio,
  ScrollArea,
  Select,
  Skeleton,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAdjustments, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DistributeOpportunityRequest, MatchView, OpportunityView } from '@/api/gen';
import { listMatchesOptions, listOpportunityDistributionsOptions } from '@/api/gen/@tanstack/react-query.gen';
import { ProtectionWarning } from '@/features/registrations/ProtectionWarning';
import { FormDialog } from '@/ui/FormDialog';
import { isNotEligible, OverrideReason } from '@/ui/OverrideReason';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useSend } from '@/ui/useSend';
import { Candidate } from './Candidate';
import { NobodyEligible } from './NobodyEligible';
import { SimilarCustomers } from './SimilarCustomers';
import { WeightSliders, type Weights } from './WeightSliders';

const methods = ['DIRECT', 'PREFERRED', 'CASCADE', 'ROUND_ROBIN', 'AUTOMATIC', 'COLLABORATION'] as const;
type Method = DistributeOpportunityRequest['method'];

type Distribution = {
  method: Method;
  chosen: string[];
  lead: string | null;
  askEach: boolean;
  message: string;
  weights: Weights;
  overrideReason: string;
};

const empty: Distribution = {
  method: 'DIRECT',
  chosen: [],
  lead: null,
  askEach: false,
  message: '',
  weights: {},
  overrideReason: '',
};

/** The request; null as long as no partner is selected or found. */
function requestOf(values: Distribution, best: MatchView | undefined): DistributeOpportunityRequest | null {
  const { method, chosen, lead, askEach, weights } = values;
  const said = { message: values.message.trim() || null };
  const overrideReason = values.overrideReason.trim() || null;
  const [partnerId] = chosen;
  switch (method) {
    case 'DIRECT':
      return partnerId ? { ...said, method, partnerId, overrideReason } : null;
    case 'COLLABORATION':
      return partnerId
        ? { ...said, method, partnerIds: chosen, leadPartnerId: askEach ? null : lead, askEach, overrideReason }
        : null;
    case 'AUTOMATIC':
      return { ...said, method };
    default:
      return best ? { ...said, method, weights: Object.keys(weights).length ? weights : null } : null;
  }
}

/** Selects the partners that an opportunity is offered to, by hand or by matching, with the reasons. */
export function DistributeDialog({
  opportunity,
  send,
  onClose,
}: {
  opportunity: OpportunityView;
  send: (request: DistributeOpportunityRequest) => Promise<unknown>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [search, setQ] = useState('');
  const edit = useSend(empty, {
    draft: `DISTRIBUTE:${opportunity.id}`,
    send: async (values) => {
      const request = requestOf(values, best);
      if (request) await send(request);
    },
    done: onClose,
  });
  const { form } = edit;
  const { method, chosen, lead, askEach, weights } = form.values;
  const setChosen = (ids: string[]) => form.setFieldValue('chosen', ids);
  const [tuning, setTuning] = useState(false);
  const [asked] = useDebouncedValue(weights, 250);
  const roundRobin = method === 'ROUND_ROBIN' ? ('ROUND_ROBIN' as const) : undefined;
  const found = useQuery({
    ...listMatchesOptions({
      path: { id: opportunity.id },
      query: { ...asked, method: roundRobin, limit: 200 },
    }),
    placeholderData: keepPreviousData,
  });
  const offers = useQuery(listOpportunityDistributionsOptions({ path: { id: opportunity.id } }));
  const before = (id: string) => {
    const offer = offers.data?.items.find((one) => one.partner.id === id);
    return offer ? t(`offer.${offer.status}`) : undefined;
  };
  const picks = method === 'DIRECT' || method === 'COLLABORATION';
  const candidates = (found.data?.candidates ?? []).filter((one) =>
    one.partner.name.toLowerCase().includes(search.trim().toLowerCase()),
  );
  const best = found.data?.candidates.find((one) => one.eligible);
  const body = requestOf(form.values, best);
  const excluded = (found.data?.candidates ?? []).filter((one) => chosen.includes(one.partner.id) && !one.eligible);
  const mustOverride = picks && (excluded.length > 0 || isNotEligible(edit.problem));
  const similar = found.data?.similar ?? [];
  return (
    <FormDialog
      edit={edit}
      title={t('opportunity.action.DISTRIBUTE')}
      action={t('opportunity.action.DISTRIBUTE')}
      disabled={!body || similar.length > 0 || (mustOverride && !form.values.overrideReason.trim())}
      size="xl"
      onClose={onClose}
    >
      <Select
        label={t('method.title')}
        description={t(`method.about.${method}`)}
        data={methods.map((value) => ({ value, label: t(`method.${value}`) }))}
        value={method}
        onChange={(next) => form.setValues({ method: next ?? 'DIRECT', chosen: [], lead: null })}
        allowDeselect={false}
        data-autofocus
      />
      <Group justify="space-between" align="flex-end">
        <TextInput
          aria-label={t('distribute.search')}
          placeholder={t('distribute.search')}
          leftSection={<IconSearch size={16} />}
          value={search}
          onChange={(event) => setQ(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
          }}
          style={{ flex: 1 }}
        />
        <Button
          variant="default"
          leftSection={<IconAdjustments size={16} />}
          aria-expanded={tuning}
          onClick={() => setTuning(!tuning)}
        >
          {t('match.weights')}
        </Button>
      </Group>
      <Collapse expanded={tuning}>
        {tuning && found.data ? (
          <WeightSliders
            first={found.data.candidates[0]}
            weights={weights}
            set={(next) => form.setFieldValue('weights', next)}
          />
        ) : null}
      </Collapse>
      {found.error ? <ProblemAlert problem={found.error} retry={() => void found.refetch()} /> : null}
      {found.data ? (
        <Text size="sm" role="status">
          {!picks && best
            ? t('match.wouldGet', { name: best.partner.name })
            : t('match.count', { eligible: found.data.eligible, considered: found.data.considered })}
        </Text>
      ) : (
        <Skeleton h={160} role="status" aria-label={t('table.loading')} />
      )}
      {found.data && !best ? <NobodyEligible matches={found.data} /> : null}
      <ScrollArea.Autosize mah={320} viewportProps={{ tabIndex: 0 }}>
        <Stack gap={8} pr="xs">
          <Picker method={method} chosen={chosen} setChosen={setChosen} candidates={candidates} before={before} />
          {found.data && candidates.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('distribute.none')}
            </Text>
          ) : null}
        </Stack>
      </ScrollArea.Autosize>
      {method === 'COLLABORATION' ? (
        <Group align="flex-end">
          <Checkbox label={t('collaboration.askEach')} {...form.getInputProps('askEach', { type: 'checkbox' })} />
          <Select
            label={t('collaboration.leadPartner')}
            disabled={askEach || chosen.length === 0}
            clearable
            clearButtonProps={{ 'aria-label': t('table.clear') }}
            data={(found.data?.candidates ?? [])
              .filter((one) => chosen.includes(one.partner.id))
              .map((one) => ({ value: one.partner.id, label: one.partner.name }))}
            {...form.getInputProps('lead')}
            value={askEach ? null : lead}
          />
        </Group>
      ) : null}
      {mustOverride ? (
        <OverrideReason
          reasons={
            excluded.length
              ? excluded.map(
                  ({ partner, verdicts }) =>
                    `${partner.name}: ${verdicts
                      .filter((verdict) => !verdict.fulfilled)
                      .map((verdict) => t(`match.broken.${verdict.rule}`))
                      .join(', ')}`,
                )
              : []
          }
          {...form.getInputProps('overrideReason')}
        />
      ) : null}
      <SimilarCustomers customerId={opportunity.customer.id} similar={similar} />
      <ProtectionWarning
        asked={{
          customerId: opportunity.customer.id,
          productLineIds: opportunity.classification.productLines.map((one) => one.id),
        }}
        except={method === 'DIRECT' ? chosen[0] : null}
      />
      <Textarea
        label={t('distribute.message')}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('message')}
      />
    </FormDialog>
  );
}

function Picker({
  method,
  chosen,
  setChosen,
  candidates,
  before,
}: {
  method: Method;
  chosen: string[];
  setChosen: (ids: string[]) => void;
  candidates: MatchView[];
  before: (id: string) => string | undefined;
}) {
  const { t } = useTranslation();
  if (method === 'DIRECT')
    return (
      <Radio.Group value={chosen[0] ?? null} onChange={(id) => setChosen([id])} label={t('distribute.partners')}>
        <Stack gap={8}>
          {candidates.map((match) => (
            <Candidate key={match.partner.id} match={match} before={before(match.partner.id)}>
              <Radio value={match.partner.id} aria-label={match.partner.name} />
            </Candidate>
          ))}
        </Stack>
      </Radio.Group>
    );
  if (method === 'COLLABORATION')
    return (
      <Checkbox.Group value={chosen} onChange={setChosen} label={t('distribute.partners')}>
        <Stack gap={8}>
          {candidates.map((match) => (
            <Candidate key={match.partner.id} match={match} before={before(match.partner.id)}>
              <Checkbox value={match.partner.id} aria-label={match.partner.name} />
            </Candidate>
          ))}
        </Stack>
      </Checkbox.Group>
    );
  return candidates.map((match) => (
    <Candidate key={match.partner.id} match={match} before={before(match.partner.id)}>
      {match.rank === 1 ? <Badge variant="filled">{t('match.next')}</Badge> : null}
    </Candidate>
  ));
}
