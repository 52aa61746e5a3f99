import { ActionIcon, Badge, Button, Checkbox, Group, Menu, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CollaboratorView, OpportunityView } from '@/api/gen';
import { getPartnerOptions, listPartnersOptions } from '@/api/gen/@tanstack/react-query.gen';
import { OfferDeadline } from '@/features/distribution/OfferDeadline';
import { AsyncSelect } from '@/ui/AsyncSelect';
import { confirm } from '@/ui/confirm';
import { FormDialog } from '@/ui/FormDialog';
import { useFormats } from '@/ui/format';
import { isNotEligible, OverrideReason } from '@/ui/OverrideReason';
import { toastProblem } from '@/ui/toasts';
import { useSend } from '@/ui/useSend';
import { useCollaboration } from './mutations';

/** The partners that collaborate on an opportunity. Staff add and remove them and set the lead. */
export function CollaborationCard({ opportunity }: { opportunity: OpportunityView }) {
  const { t } = useTranslation();
  const [adding, dialog] = useDisclosure(false);
  const mayChange = opportunity.actions.includes('COLLABORATE');
  if (!opportunity.assignment.shared && !mayChange) return null;
  return (
    <Paper p="md" component="section" aria-label={t('collaboration.title')}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {t('collaboration.title')}
        </Title>
        {mayChange ? (
          <Button size="xs" variant="default" leftSection={<IconUserPlus size={16} />} onClick={dialog.open}>
            {t('collaboration.add')}
          </Button>
        ) : null}
      </Group>
      <Text size="sm" c="dimmed" mb={opportunity.assignment.collaborators.length ? 'sm' : 0}>
        {opportunity.assignment.shared ? t('collaboration.rule') : t('collaboration.none')}
      </Text>
      <Stack gap="xs" component="ul" m={0} p={0}>
        {opportunity.assignment.collaborators.map((one) => (
          <Collaborator key={one.partner.id} opportunity={opportunity} one={one} mayChange={mayChange} />
        ))}
      </Stack>
      {adding ? <AddDialog opportunity={opportunity} onClose={dialog.close} /> : null}
    </Paper>
  );
}

function Collaborator({
  opportunity,
  one,
  mayChange,
}: {
  opportunity: OpportunityView;
  one: CollaboratorView;
  mayChange: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormats();
  const change = useCollaboration(opportunity);
  const act = (what: Parameters<typeof change.mutate>[0]) => change.mutate(what, { onError: toastProblem });
  const partnerId = one.partner.id;
  const remove = () =>
    confirm({
      title: t('collaboration.remove'),
      text: t('collaboration.removeConfirm', { name: one.partner.name }),
      act: () => act({ partnerId, remove: true }),
    });
  return (
    <Group component="li" justify="space-between" wrap="nowrap" style={{ listStyle: 'none' }}>
      <div style={{ minWidth: 0 }}>
        <Group gap={6}>
          <Text size="sm" fw={600}>
            {one.partner.name}
          </Text>
          {one.lead ? <Badge variant="default">{t('collaboration.lead')}</Badge> : null}
          {one.answerBy ? <OfferDeadline answerBy={one.answerBy} /> : null}
        </Group>
        <Text size="xs" c="dimmed">
          {one.joinedAt
            ? [one.person?.name, t('collaboration.since', { date: format.date(one.joinedAt) })]
                .filter(Boolean)
                .join(' · ')
            : t('collaboration.asked')}
        </Text>
      </div>
      {mayChange ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t('collaboration.change', { name: one.partner.name })} loading={change.isPending}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {one.joinedAt ? (
              <Menu.Item onClick={() => act({ partnerId, put: { lead: !one.lead } })}>
                {t(one.lead ? 'collaboration.unlead' : 'collaboration.makeLead')}
              </Menu.Item>
            ) : null}
            <Menu.Item onClick={remove}>{t('collaboration.remove')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </Group>
  );
}

function AddDialog({ opportunity, onClose }: { opportunity: OpportunityView; onClose: () => void }) {
  const { t } = useTranslation();
  const change = useCollaboration(opportunity);
  const initial: { partnerId: string | null; ask: boolean; lead: boolean; message: string; overrideReason: string } = {
    partnerId: null,
    ask: false,
    lead: false,
    message: '',
    overrideReason: '',
  };
  const edit = useSend(initial, {
    draft: `COLLABORATE:${opportunity.id}`,
    validate: { partnerId: (value) => (value ? null : t('form.required')) },
    send: async ({ partnerId, ask, lead, message, overrideReason }) => {
      if (!partnerId) return;
      const put = {
        ask,
        lead: lead && !ask ? true : null,
        message: message.trim() || null,
        overrideReason: overrideReason.trim() || null,
      };
      await change.mutateAsync({ partnerId, put });
    },
    done: onClose,
  });
  const { form } = edit;
  return (
    <FormDialog
      edit={edit}
      title={t('collaboration.add')}
      action={t('collaboration.add')}
      disabled={!form.values.partnerId}
      onClose={onClose}
    >
      <AsyncSelect
        label={t('opportunity.partner')}
        record={(id) => getPartnerOptions({ path: { id } })}
        options={(text) => listPartnersOptions({ query: { q: text || undefined, status: ['ACTIVE'], limit: 50 } })}
        data-autofocus
        {...form.getInputProps('partnerId')}
      />
      {isNotEligible(edit.problem) ? (
        <OverrideReason
          reasons={(edit.problem?.errors ?? []).map((error) => error.detail)}
          {...form.getInputProps('overrideReason')}
        />
      ) : null}
      <Checkbox
        label={t('collaboration.ask')}
        description={t('collaboration.askHint')}
        {...form.getInputProps('ask', { type: 'checkbox' })}
      />
      <Checkbox
        label={t('collaboration.makeLead')}
        description={t('collaboration.leadHint')}
        disabled={form.values.ask}
        {...form.getInputProps('lead', { type: 'checkbox' })}
        checked={form.values.lead && !form.values.ask}
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
