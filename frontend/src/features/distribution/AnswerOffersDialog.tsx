import { Alert, Button, List, Select, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AnsweredOfferView, acceptDistributions, type DeclineReason, declineDistributions } from '@/api/gen';
import { zDeclineReason } from '@/api/gen/zod.gen';
import { invalidateOpportunity } from '@/api/invalidation';
import { FormDialog } from '@/ui/FormDialog';
import { toast } from '@/ui/toasts';
import { useSend } from '@/ui/useSend';

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
  const initial: { code: DeclineReason | null; reason: string } = { code: null, reason: '' };
  const [answered, setAnswered] = useState<AnsweredOfferView[]>();
  const ids = offers.map((offer) => offer.id);
  const edit = useSend(initial, {
    // The same selection has the same draft.
    draft: `${action}:${ids.toSorted().join()}`,
    validate: {
      code: (code) => (action === 'DECLINE' && !code ? t('form.required') : null),
      reason: (reason, { code }) => (code === 'OTHER' && !reason.trim() ? t('form.required') : null),
    },
    send: async ({ code, reason }) => {
      if (action === 'ACCEPT') return (await acceptDistributions({ body: { ids }, throwOnError: true })).data.items;
      if (!code) return [];
      const body = { ids, reasonCode: code, reason: reason.trim() || null };
      return (await declineDistributions({ body, throwOnError: true })).data.items;
    },
    done: (items) => {
      const done = items.filter((item) => item.distribution).length;
      toast(t('answers.done', { done, total: items.length }));
      if (done === items.length) onClose();
      else setAnswered(items);
    },
    settled: () => invalidateOpportunity(queries),
  });
  const { form } = edit;
  const failed = answered?.filter((item) => item.problem) ?? [];
  const topic = (id: string) => offers.find((offer) => offer.id === id)?.topic;
  const title = t(action === 'ACCEPT' ? 'answers.accept' : 'answers.decline', { count: offers.length });
  return (
    <FormDialog
      edit={edit}
      title={title}
      action={title}
      onClose={onClose}
      buttons={
        answered ? (
          <Button variant="default" onClick={onClose}>
            {t('form.close')}
          </Button>
        ) : undefined
      }
    >
      {answered ? (
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
      {action === 'DECLINE' && !answered ? (
        <>
          <Select
            label={t('opportunity.reasonCode')}
            data={zDeclineReason.options.map((value) => ({ value, label: t(`reason.${value}`) }))}
            data-autofocus
            {...form.getInputProps('code')}
          />
          <Textarea
            label={t('opportunity.reason')}
            autosize
            minRows={3}
            maxLength={2000}
            {...form.getInputProps('reason')}
          />
        </>
      ) : null}
    </FormDialog>
  );
}
