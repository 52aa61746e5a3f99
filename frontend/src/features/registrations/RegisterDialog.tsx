import { Button, Modal, MultiSelect, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpportunityView } from '@/api/gen';
import { listProductLinesOptions, registerDealMutation } from '@/api/gen/@tanstack/react-query.gen';
import { invalidateRegistration } from '@/api/invalidation';
import { DialogButtons } from '@/ui/DialogButtons';
import { useFormats } from '@/ui/format';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { toast } from '@/ui/toasts';
import { ProtectionHint } from './ProtectionHint';
import { useProtection } from './useProtection';

/** Requests exclusivity, and shows before whether it is available. */
export function RegisterDialog({ opportunity, onClose }: { opportunity: OpportunityView; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormats();
  const queries = useQueryClient();
  const lines = useQuery(listProductLinesOptions());
  const [chosen, setChosen] = useState(opportunity.classification.productLines.map((one) => one.id));
  const [comment, setComment] = useState('');
  const [tried, setTried] = useState(false);
  const check = useProtection(
    chosen.length
      ? { customerId: opportunity.customer.id, productLineIds: chosen, opportunityId: opportunity.id }
      : null,
  );
  const register = useMutation({
    ...registerDealMutation(),
    onSuccess: (made) => {
      toast(t('registration.sent', { when: format.dateTime(made.approval.decideBy) }));
      onClose();
    },
    onSettled: () => invalidateRegistration(queries),
  });
  const submit = () => {
    setTried(true);
    if (chosen.length)
      register.mutate({
        path: { id: opportunity.id },
        body: { productLineIds: chosen, comment: comment.trim() || null },
      });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('registration.register')}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      <Stack>
        {register.error ? <ProblemAlert problem={register.error} /> : null}
        <Text size="sm">{t('registration.registerHint')}</Text>
        <MultiSelect
          label={t('registration.productLines')}
          data={(lines.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
          value={chosen}
          onChange={setChosen}
          searchable
          error={tried && !chosen.length ? t('registration.linesNeeded') : undefined}
          data-autofocus
        />
        <Textarea
          label={t('registration.comment')}
          autosize
          minRows={3}
          maxLength={2000}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
        {chosen.length ? <ProtectionHint found={check.data} /> : null}
        <DialogButtons onClose={onClose}>
          <Button onClick={submit} loading={register.isPending} disabled={check.data?.result === 'PROTECTED'}>
            {t('registration.register')}
          </Button>
        </DialogButtons>
      </Stack>
    </Modal>
  );
}
