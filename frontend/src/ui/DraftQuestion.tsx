import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Asks what happens to unsaved input before a form closes. */
export function DraftQuestion({
  opened,
  onStay,
  onKeep,
  onDiscard,
}: {
  opened: boolean;
  onStay: () => void;
  onKeep: () => void;
  onDiscard: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onStay}
      title={t('draft.title')}
      closeButtonProps={{ 'aria-label': t('form.close') }}
      zIndex={300}
      // Mantine's own listener would see the key that opened the question.
      closeOnEscape={false}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onStay();
      }}
    >
      <Text size="sm" mb="md">
        {t('draft.question')}
      </Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onDiscard}>
          {t('draft.discard')}
        </Button>
        <Button variant="default" onClick={onKeep}>
          {t('draft.keep')}
        </Button>
        <Button onClick={onStay} data-autofocus>
          {t('draft.stay')}
        </Button>
      </Group>
    </Modal>
  );
}
