import { Button, Paper, Stack, Switch } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { createOpportunity, type Problem, registerNewDeal } from '@/api/gen';
import { invalidateNewOpportunity } from '@/api/invalidation';
import { ProtectionWarning } from '@/features/registrations/ProtectionWarning';
import { useProtection } from '@/features/registrations/useProtection';
import { useMe } from '@/features/session/useMe';
import { DialogButtons } from '@/ui/DialogButtons';
import { useFormats } from '@/ui/format';
import { Page } from '@/ui/Page';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { toast } from '@/ui/toasts';
import { CustomerFields } from './CustomerFields';
import { DealFields } from './DealFields';
import { DescriptionFields } from './DescriptionFields';
import { asked, body, type Draft, draftErrors, useDraft, worth } from './draft';
import { RegisterFields } from './RegisterFields';

/** Creates an opportunity; a partner can request exclusivity in the same step. */
export function NewOpportunityPage() {
  const { t, i18n } = useTranslation();
  const format = useFormats();
  const me = useMe();
  const go = useNavigate();
  const queries = useQueryClient();
  const { form, forget } = useDraft();
  const create = useMutation<{ id: string; said: string }, Problem, Draft>({
    mutationFn: async (draft) => {
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
    onSuccess: async ({ id, said }) => {
      forget();
      toast(said);
      void invalidateNewOpportunity(queries);
      await go({ to: '/opportunities/$id', params: { id } });
    },
    onError: (problem, draft) => form.setErrors(draftErrors(problem, draft)),
  });
  const about = asked(form.values);
  const { register } = form.values;
  const protection = useProtection(
    !me.staff && register && about ? { ...about, estimatedValue: worth(form.values, i18n.language) } : null,
  );
  const discard = () => {
    forget();
    void go({ to: '/opportunities' });
  };
  return (
    <Page>
      <form
        noValidate
        onSubmit={form.onSubmit(
          (draft) => create.mutate(draft),
          (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
        )}
      >
        <Stack maw={860}>
          {create.error ? <ProblemAlert problem={create.error} /> : null}
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
          <DialogButtons onClose={discard}>
            <Button
              type="submit"
              loading={create.isPending}
              disabled={register && protection.data?.result === 'PROTECTED'}
            >
              {t('opportunity.create')}
            </Button>
          </DialogButtons>
        </Stack>
      </form>
    </Page>
  );
}
