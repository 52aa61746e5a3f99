import { Button, Grid, Modal, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OpportunityView } from '@/api/gen';
import { DialogButtons } from '@/ui/DialogButtons';
import { EditConflict } from '@/ui/EditConflict';
import { ProblemAlert } from '@/ui/ProblemAlert';
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
    validate,
    ...edits,
    send: (of, changes) => edits.change(of, valueBody(changes, i18n.language)),
    saved: () => {
      toast(t('opportunity.saved'));
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('opportunity.editValue')}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      <form noValidate onSubmit={edit.submit}>
        <Stack>
          {edit.problem ? <ProblemAlert problem={edit.problem} /> : null}
          <EditConflict edit={edit} fields={shown} />
          <Grid gap="md">
            <ValueFields form={edit.form} />
          </Grid>
          <DialogButtons onClose={onClose}>
            <Button type="submit" loading={edit.saving} disabled={!!edit.conflict}>
              {t('form.save')}
            </Button>
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
