import { Button, CopyButton, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A link that is shown once, to be passed on to a user who also gets one by mail. */
export function OneTimeLink({
  title,
  text,
  mailed,
  path,
  onClose,
}: {
  title: string;
  text: string;
  /** What is sent to whom. */
  mailed: string;
  path: string;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const link = window.location.origin + path;
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('form.close') }}>
      <Stack>
        <Text size="sm">{text}</Text>
        <Text size="sm" c="dimmed">
          {mailed}
        </Text>
        <TextInput aria-label={t('partner.link')} value={link} readOnly />
        <CopyButton value={link}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? t('partner.copied') : t('partner.copy')}</Button>}
        </CopyButton>
      </Stack>
    </Modal>
  );
}
