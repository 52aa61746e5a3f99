import { Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '@/ui/FormDialog';
import { useSend } from '@/ui/useSend';

/** Asks for a code of the authenticator app before a change of the second factor. */
export function CodeDialog<R>({
  title,
  action,
  text,
  color,
  send,
  done,
  onClose,
}: {
  title: string;
  action: string;
  text: string;
  color?: string;
  send: (code: string) => Promise<R>;
  done: (result: R) => unknown;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const edit = useSend(
    { code: '' },
    {
      draft: undefined,
      validate: { code: (value) => (value.trim() ? null : t('form.required')) },
      send: ({ code }) => send(code.trim()),
      done,
    },
  );
  return (
    <FormDialog edit={edit} title={title} action={action} {...(color ? { color } : {})} onClose={onClose}>
      <Text size="sm">{text}</Text>
      <TextInput
        label={t('secondFactor.code')}
        description={t('secondFactor.codeHint')}
        autoComplete="one-time-code"
        maxLength={50}
        data-autofocus
        {...edit.form.getInputProps('code')}
      />
    </FormDialog>
  );
}
