import { Alert, Button, List, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AnsweredOfferView,
  acceptDistributions,
  type DeclineReason,
  declineDistributions,
  type Problem,
} from '@/api/gen';
import { zDeclineReason } from '@/api/gen/zod.gen';
import { invalidateOpportunity } from '@/api/invalidation';
import { DialogButtons } from '@/ui/DialogButtons';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { toast } from '@/ui/toasts';

/** Accepts or declines several offers, and lists those that failed. */
export function AnswerOffersDialog({
  action,
  offers,
  onClose,
}: {
  action: 'ACCEPT' | 'DECLINE';
  offers: { id: string; topic: string }[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [code, setCode] = useState<DeclineReason | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const answer = useMutation<AnsweredOfferView[], Problem>({
    mutationFn: async () => {
      const ids = offers.map((offer) => offer.id);
      const answered =
        action === 'ACCEPT'
          ? await acceptDistributions({ body: { ids }, throwOnError: true })
          : await declineDistributions({
              body: { ids, reasonCode: code ?? 'OTHER', reason: reason.trim() || null },
              throwOnError: true,
            });
      return answered.data.items;
    },
    onSuccess: (items) => {
      const done = items.filter((item) => item.distribution).length;
      toast(t('answers.done', { done, total: items.length }));
      if (done === items.length) onClose();
    },
    onSettled: () => invalidateOpportunity(queries),
  });
  const textNeeded = code === 'OTHER';
  const submit = () => {
    setTried(true);
    if (action === 'ACCEPT' || (code && (!textNeeded || reason.trim()))) answer.mutate();
  };
  const failed = answer.data?.filter((item) => item.problem) ?? [];
  const topic = (id: string) => offers.find((offer) => offer.id === id)?.topic;
  const title = t(action === 'ACCEPT' ? 'answers.accept' : 'answers.decline', { count: offers.length });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('form.close') }}>
      <Stack>
        {answer.error ? <ProblemAlert problem={answer.error} /> : null}
        {answer.data ? (
          <Alert variant="outline" color="orange" title={t('answers.failed')}>
            <List size="sm">
              {failed.map((item) => (
                <List.Item key={item.id}>
                  {topic(item.id)}: {item.problem?.title}
                </List.Item>
              ))}
            </List>
          </Alert>
        ) : (
          <>
            <Text size="sm">{t(action === 'ACCEPT' ? 'answers.acceptHint' : 'answers.declineHint')}</Text>
            <List size="sm">
              {offers.slice(0, 8).map((offer) => (
                <List.Item key={offer.id}>{offer.topic}</List.Item>
              ))}
              {offers.length > 8 ? <List.Item>… {offers.length - 8}</List.Item> : null}
            </List>
          </>
        )}
        {action === 'DECLINE' && !answer.data ? (
          <>
            <Select
              label={t('opportunity.reasonCode')}
              data={zDeclineReason.options.map((value) => ({ value, label: t(`reason.${value}`) }))}
              value={code}
              onChange={setCode}
              error={tried && !code ? t('form.required') : undefined}
              data-autofocus
            />
            <Textarea
              label={t('opportunity.reason')}
              autosize
              minRows={3}
              maxLength={2000}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              error={tried && textNeeded && !reason.trim() ? t('form.required') : undefined}
            />
          </>
        ) : null}
        {answer.data ? (
          <Button variant="default" onClick={onClose}>
            {t('form.close')}
          </Button>
        ) : (
          <DialogButtons onClose={onClose}>
            <Button onClick={submit} loading={answer.isPending}>
              {title}
            </Button>
          </DialogButtons>
        )}
      </Stack>
    </Modal>
  );
}
