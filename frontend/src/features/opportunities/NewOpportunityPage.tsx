import { Button, Paper, Stack, Switch } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createOpportunity, registerNewDeal } from '@/api/gen';
import { invalidateNewOpportunity } from '@/api/invalidation';
import { ProtectionWarning } from '@/features/registrations/ProtectionWarning';
import { useProtection } from '@/features/registrations/useProtection';
import { useMe } from '@/features/session/useMe';
import { DialogButtons } from '@/ui/DialogButtons';
import { DraftQuestion } from '@/ui/DraftQuestion';
import { FormState } from '@/ui/FormState';
import { useFormats } from '@/ui/format';
import { Page } from '@/ui/Page';
import { toast } from '@/ui/toasts';
import { CustomerFields } from './CustomerFields';
import { DealFields } from './DealFields';
import { DescriptionFields } from './DescriptionFields';
import { asked, body, useNewOpportunity, worth } from './draft';
import { RegisterFields } from './RegisterFields';

/** Creates an opportunity; a partner can request exclusivity in the same step. */
export function NewOpportunityPage() {
  const { t, i18n } = useTranslation();
  const format = useFormats();
  const me = useMe();
  const go = useNavigate();
  const queries = useQueryClient();
  const edit = useNewOpportunity(
    async (draft) => {
      if (!draft.register || me.staff) {
        const { data } = await createOpportunity({ body: body(draft, i18n.language), throwOnError: true });
        return { id: data.id, said: t('opportunity.created', { number: data.number }) };
      }
      const { data } = await registerNewDeal({
        body: {
          opportunity: body(draft, i18n.language),
          productLineIds: draft.classification.productLineIds,
          comment: draft.comment.trim() || null,
        },
        throwOnError: true,
      });
      return {
        id: data.opportunity.id,
        said: t('registration.sent', { when: format.dateTime(data.approval.decideBy) }),
      };
    },
    async ({ id, said }) => {
      toast(said);
      void invalidateNewOpportunity(queries);
      await go({ to: '/opportunities/$id', params: { id } });
    },
  );
  const { form } = edit;
  const about = asked(form.values);
  const { register } = form.values;
  const protection = useProtection(
    !me.staff && register && about ? { ...about, estimatedValue: worth(form.values, i18n.language) } : null,
  );
  const [asks, setAsks] = useState(false);
  const leave = () => void go({ to: '/opportunities' });
  return (
    <Page>
      <form noValidate onSubmit={edit.submit}>
        <Stack maw={860}>
          <FormState edit={edit} />
          <DealFields form={form} />
          <CustomerFields form={form} />
          <DescriptionFields form={form} />
          {me.staff ? (
            <>
              <Paper p="md">
                <Switch
                  label={t('opportunity.ready')}
                  description={t('opportunity.readyHint')}
                  {...form.getInputProps('ready', { type: 'checkbox' })}
                />
              </Paper>
              <ProtectionWarning asked={about} />
            </>
          ) : (
            <RegisterFields form={form} protection={protection.data} />
          )}
          <DialogButtons onClose={() => (edit.unsaved() ? setAsks(true) : leave())}>
            <Button type="submit" loading={edit.saving} disabled={register && protection.data?.result === 'PROTECTED'}>
              {t('opportunity.create')}
            </Button>
          </DialogButtons>
        </Stack>
      </form>
      <DraftQuestion
        opened={asks}
        onStay={() => setAsks(false)}
        onKeep={leave}
        onDiscard={() => {
          edit.discard();
          leave();
        }}
      />
    </Page>
  );
}
