import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import { assignOpportunity, type OpportunityView } from '@/api/gen';
import { listPartnerUsersOptions } from '@/api/gen/@tanstack/react-query.gen';
import { useMe } from '@/features/session/useMe';
import { EditConflict } from '@/ui/EditConflict';
import { FormDialog } from '@/ui/FormDialog';
import { toast, toastUndo } from '@/ui/toasts';
import { useEdit } from '@/ui/useEdit';
import { useOpportunityEdits } from './mutations';

const valuesOf = (opportunity: OpportunityView | null) => ({ userId: opportunity?.assignment.assignee?.id ?? null });

/** Assigns a user of the managing partner. */
export function AssignDialog({ opportunity, onClose }: { opportunity: OpportunityView; onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const partners = opportunity.assignment.shared
    ? opportunity.assignment.collaborators.filter((one) => one.joinedAt).map((one) => one.partner)
    : opportunity.assignment.partner
      ? [opportunity.assignment.partner]
      : [];
  const [partnerId, setPartnerId] = useState(me.partner?.id ?? partners[0]?.id ?? '');
  const people = useQuery(listPartnerUsersOptions({ path: { id: partnerId } }));
  const edits = useOpportunityEdits();
  const assign = async (of: { id: string; version: number }, userId: string) =>
    (await assignOpportunity({ path: { id: of.id }, headers: ifMatch(of), body: { userId }, throwOnError: true })).data;
  const [before] = useState(opportunity.assignment.assignee);
  const edit = useEdit(opportunity, valuesOf, {
    ...edits,
    draft: `ASSIGN:${opportunity.id}`,
    send: async (of, { userId }) => (userId ? assign(of, userId) : of),
    saved: (saved) => {
      if (before) toastUndo(t('opportunity.done.ASSIGN'), () => assign(saved, before.id).finally(edits.settled));
      else toast(t('opportunity.done.ASSIGN'));
      onClose();
    },
  });
  const { form } = edit;
  return (
    <FormDialog
      edit={edit}
      title={t('opportunity.action.ASSIGN')}
      action={t('form.save')}
      disabled={!form.values.userId}
      onClose={onClose}
    >
      <EditConflict
        edit={edit}
        fields={{
          userId: {
            label: t('opportunity.assignee'),
            show: (userId, of) =>
              of ? of.assignment.assignee?.name : people.data?.items.find((person) => person.id === userId)?.name,
          },
        }}
      />
      {me.staff && partners.length > 1 ? (
        <Select
          label={t('opportunity.partner')}
          data={partners.map((one) => ({ value: one.id, label: one.name }))}
          value={partnerId}
          onChange={(next) => {
            setPartnerId(next ?? partnerId);
            form.setFieldValue('userId', null);
          }}
          allowDeselect={false}
        />
      ) : null}
      <Select
        label={t('opportunity.assignee')}
        data={(people.data?.items ?? [])
          .filter((person) => person.status === 'ACTIVE')
          .map((person) => ({ value: person.id, label: `${person.name} · ${t(`role.${person.role}`)}` }))}
        allowDeselect={false}
        data-autofocus
        {...form.getInputProps('userId')}
      />
    </FormDialog>
  );
}
