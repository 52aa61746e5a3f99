import { Button, Modal, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpportunityView } from '@/api/gen';
import { listPartnerUsersOptions } from '@/api/gen/@tanstack/react-query.gen';
import { useMe } from '@/features/session/useMe';
import { DialogButtons } from '@/ui/DialogButtons';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useMove } from './mutations';

/** Which person of the managing partner works on it. */
export function AssignDialog({ opportunity, onClose }: { opportunity: OpportunityView; onClose: () => void }) {
  const { t } = useTranslation();
  const move = useMove(onClose);
  const me = useMe();
  const partners = opportunity.shared
    ? opportunity.collaborators.filter((one) => one.joinedAt).map((one) => one.partner)
    : opportunity.partner
      ? [opportunity.partner]
      : [];
  const [partnerId, setPartnerId] = useState(me.partner?.id ?? partners[0]?.id ?? '');
  const people = useQuery(listPartnerUsersOptions({ path: { id: partnerId } }));
  const [userId, setUserId] = useState(opportunity.partnerUser?.id ?? null);
  const submit = () => {
    if (userId) move.mutate({ opportunity, move: { action: 'ASSIGN', userId } });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('opportunity.action.ASSIGN')}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      <Stack>
        {move.error ? <ProblemAlert problem={move.error} /> : null}
        {me.staff && partners.length > 1 ? (
          <Select
            label={t('opportunity.partner')}
            data={partners.map((one) => ({ value: one.id, label: one.name }))}
            value={partnerId}
            onChange={(next) => {
              setPartnerId(next ?? partnerId);
              setUserId(null);
            }}
            allowDeselect={false}
          />
        ) : null}
        <Select
          label={t('opportunity.partnerUser')}
          data={(people.data?.items ?? [])
            .filter((person) => person.status === 'ACTIVE')
            .map((person) => ({ value: person.id, label: `${person.name} · ${t(`role.${person.role}`)}` }))}
          value={userId}
          onChange={setUserId}
          allowDeselect={false}
          data-autofocus
        />
        <DialogButtons onClose={onClose}>
          <Button onClick={submit} loading={move.isPending} disabled={!userId}>
            {t('form.save')}
          </Button>
        </DialogButtons>
      </Stack>
    </Modal>
  );
}
