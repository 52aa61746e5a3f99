import { Kbd, Modal, Table } from '@mantine/core';
import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';

/** Every keyboard shortcut and what it does. */
export function ShortcutsDialog({
  opened,
  shortcuts,
  onClose,
}: {
  opened: boolean;
  shortcuts: readonly { keys: string; label: ParseKeys }[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      <Table aria-label={t('keys.title')}>
        <Table.Tbody>
          {shortcuts.map(({ keys, label }) => (
            <Table.Tr key={keys}>
              <Table.Td>
                <Kbd>{keys}</Kbd>
              </Table.Td>
              <Table.Td>{t(label)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
