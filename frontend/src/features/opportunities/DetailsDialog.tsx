import { ActionIcon, Button, Fieldset, Group, MultiSelect, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OpportunityView } from '@/api/gen';
import { listContactsOptions, listUsersOptions } from '@/api/gen/@tanstack/react-query.gen';
import { entriesOf, useChoices } from '@/features/reference/vocabularies';
import { useMe } from '@/features/session/useMe';
import { EditConflict, names } from '@/ui/EditConflict';
import { FormDialog } from '@/ui/FormDialog';
import { toast } from '@/ui/toasts';
import { useEdit } from '@/ui/useEdit';
import { useOpportunityEdits } from './mutations';

const ids = (refs: { id: string }[] | undefined) => (refs ?? []).map((one) => one.id);

const valuesOf = (opportunity: OpportunityView | null) => ({
  topic: opportunity?.topic ?? '',
  ownerId: opportunity?.assignment.owner?.id ?? null,
  contactIds: ids(opportunity?.customer.contacts),
  classification: {
    productLineIds: ids(opportunity?.classification.productLines),
    requiredCompetencyIds: ids(opportunity?.classification.requiredCompetencies),
    territoryId: opportunity?.classification.territory?.id ?? null,
    industryId: opportunity?.classification.industry?.id ?? null,
  },
  origin: { externalReferences: opportunity?.origin.externalReferences ?? [] },
});

const owners = ['ADMIN', 'CHANNEL_MANAGER', 'SALES'];

/**
 * Edits what an opportunity is about and who it belongs to. A partner edits the contacts, and the rest except for the
 * vendor's terms if it has created the opportunity itself.
 */
export function DetailsDialog({ opportunity, onClose }: { opportunity: OpportunityView; onClose: () => void }) {
  const { t } = useTranslation();
  const { staff } = useMe();
  const choices = useChoices();
  const edits = useOpportunityEdits();
  const ours = staff || opportunity.origin.source === 'PARTNER_CREATED';
  const contacts = useQuery(listContactsOptions({ path: { id: opportunity.customer.id } }));
  const lines = useQuery({ ...entriesOf.productLines, enabled: ours });
  const industries = useQuery({ ...entriesOf.industries, enabled: ours });
  const competencies = useQuery({ ...entriesOf.competencies, enabled: staff });
  const territories = useQuery({ ...entriesOf.territories, enabled: staff });
  const users = useQuery({ ...listUsersOptions(), enabled: staff });
  const edit = useEdit(opportunity, valuesOf, {
    draft: `DETAILS:${opportunity.id}`,
    validate: {
      topic: (value) => (value.trim() ? null : t('form.required')),
      origin: {
        externalReferences: {
          system: (value) => (value.trim() ? null : t('form.required')),
          externalId: (value) => (value.trim() ? null : t('form.required')),
        },
      },
    },
    ...edits,
    send: (of, changes) => edits.change(of, changes),
    saved: () => {
      toast(t('opportunity.saved'));
      onClose();
    },
  });
  const { form } = edit;
  const { classification, origin, ownerId } = form.values;
  const clear = { 'aria-label': t('table.clear') };
  const people = (users.data?.items ?? []).filter(
    (one) => one.id === ownerId || (one.status === 'ACTIVE' && owners.includes(one.role)),
  );
  return (
    <FormDialog edit={edit} onClose={onClose} size="lg" title={t('opportunity.editDetails')} action={t('form.save')}>
      <EditConflict
        edit={edit}
        fields={{
          topic: { label: t('opportunity.topic') },
          ownerId: { label: t('opportunity.owner'), show: (id) => names(users.data?.items, [id]) },
          contactIds: {
            label: t('customer.contacts'),
            show: (chosen) => names(contacts.data?.items, chosen),
          },
          'classification.productLineIds': {
            label: t('opportunity.productLines'),
            show: (chosen) => names(lines.data?.items, chosen),
          },
          'classification.requiredCompetencyIds': {
            label: t('opportunity.requiredCompetencies'),
            show: (chosen) => names(competencies.data?.items, chosen),
          },
          'classification.territoryId': {
            label: t('opportunity.territory'),
            show: (id) => names(territories.data?.items, [id]),
          },
          'classification.industryId': {
            label: t('customer.industry'),
            show: (id) => names(industries.data?.items, [id]),
          },
          'origin.externalReferences': {
            label: t('opportunity.externalReferences'),
            show: (all) => all.map(({ system, externalId }) => `${system} ${externalId}`).join('\n'),
          },
        }}
      />
      {ours ? (
        <TextInput
          label={t('opportunity.topic')}
          withAsterisk
          maxLength={200}
          data-autofocus
          {...form.getInputProps('topic')}
        />
      ) : null}
      {staff ? (
        <Select
          label={t('opportunity.owner')}
          data={people.map((one) => ({ value: one.id, label: one.name }))}
          searchable
          clearable
          clearButtonProps={clear}
          {...form.getInputProps('ownerId')}
        />
      ) : null}
      <MultiSelect
        label={t('customer.contacts')}
        description={t('opportunity.contactsHint')}
        data={(contacts.data?.items ?? opportunity.customer.contacts).map((one) => ({
          value: one.id,
          label: [one.name, one.title].filter(Boolean).join(' · '),
        }))}
        searchable
        clearable
        clearButtonProps={clear}
        nothingFoundMessage={t('app.nothingFound')}
        {...form.getInputProps('contactIds')}
      />
      {ours ? (
        <>
          <MultiSelect
            label={t('opportunity.productLines')}
            data={choices(lines.data?.items, classification.productLineIds)}
            searchable
            clearable
            clearButtonProps={clear}
            {...form.getInputProps('classification.productLineIds')}
          />
          <Select
            label={t('customer.industry')}
            data={choices(industries.data?.items, [classification.industryId])}
            searchable
            clearable
            clearButtonProps={clear}
            {...form.getInputProps('classification.industryId')}
          />
        </>
      ) : null}
      {staff ? (
        <>
          <MultiSelect
            label={t('opportunity.requiredCompetencies')}
            data={choices(competencies.data?.items, classification.requiredCompetencyIds)}
            searchable
            clearable
            clearButtonProps={clear}
            {...form.getInputProps('classification.requiredCompetencyIds')}
          />
          <Select
            label={t('opportunity.territory')}
            data={choices(territories.data?.items, [classification.territoryId])}
            searchable
            clearable
            clearButtonProps={clear}
            {...form.getInputProps('classification.territoryId')}
          />
          <Fieldset legend={t('opportunity.externalReferences')}>
            {origin.externalReferences.map((one, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a new row has no id
              <Group key={index} gap="sm" align="flex-start" mb="xs" wrap="nowrap">
                <TextInput
                  aria-label={t('opportunity.referenceSystem')}
                  placeholder={t('opportunity.referenceSystem')}
                  maxLength={50}
                  style={{ flex: '1 1 100px' }}
                  {...form.getInputProps(`origin.externalReferences.${index}.system`)}
                />
                <TextInput
                  aria-label={t('opportunity.referenceId')}
                  placeholder={t('opportunity.referenceId')}
                  maxLength={200}
                  style={{ flex: '2 1 140px' }}
                  {...form.getInputProps(`origin.externalReferences.${index}.externalId`)}
                />
                <ActionIcon
                  variant="default"
                  size={36}
                  aria-label={t('table.remove', { name: `${one.system} ${one.externalId}` })}
                  onClick={() => form.removeListItem('origin.externalReferences', index)}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              </Group>
            ))}
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconPlus size={14} />}
              onClick={() => form.insertListItem('origin.externalReferences', { system: '', externalId: '' })}
            >
              {t('opportunity.addReference')}
            </Button>
          </Fieldset>
        </>
      ) : null}
    </FormDialog>
  );
}
