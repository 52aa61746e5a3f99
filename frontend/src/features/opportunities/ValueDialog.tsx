import { Grid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OpportunityView } from '@/api/gen';
import { EditConflict } from '@/ui/EditConflict';
import { FormDialog } from '@/ui/FormDialog';
import { toast } from '@/ui/toasts';
import { useEdit } from '@/ui/useEdit';
import { useOpportunityEdits } from './mutations';
import { useValueFields, ValueFields, valueBody, valuesOf } from './ValueFields';

/** Edits the value of an opportunity and when it is expected. */
export function ValueDialog({ opportunity, onClose }: { opportunity: OpportunityView; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const { shown, validate } = useValueFields();
  const edits = useOpportunityEdits();
  const edit = useEdit(opportunity, (record: OpportunityView | null) => valuesOf(record), {
    draft: `VALUE:${opportunity.id}`,
    validate,
    ...edits,
    send: (of, changes) => edits.change(of, valueBody(changes, i18n.language)),
    saved: () => {
      toast(t('opportunity.saved'));
      onClose();
    },
  });
  return (
    <FormDialog edit={edit} title={t('opportunity.editValue')} action={t('form.save')} onClose={onClose}>
      <EditConflict edit={edit} fields={shown} />
      <Grid gap="md">
        <ValueFields form={edit.form} />
      </Grid>
    </FormDialog>
  );
}
