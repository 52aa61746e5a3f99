import { Button, Checkbox, Code, CopyButton, Group, Modal, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { downloadFile } from '@/ui/downloadFile';

/** The recovery codes, which are shown once: the dialog closes when the user says that they are kept. */
export function RecoveryCodes({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const [kept, setKept] = useState(false);
  const text = codes.join('\n');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('secondFactor.codes')}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Stack>
        <Text size="sm">{t('secondFactor.codesHint')}</Text>
        <SimpleGrid cols={2} spacing="xs">
          {codes.map((code) => (
            <Code key={code} fz="sm" ta="center" p={6}>
              {code}
            </Code>
          ))}
        </SimpleGrid>
        <Group gap="sm">
          <CopyButton value={text}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? t('partner.copied') : t('secondFactor.copyCodes')}
              </Button>
            )}
          </CopyButton>
          <Button
            variant="default"
            onClick={() => downloadFile(new Blob([`${text}\n`], { type: 'text/plain' }), 'sild-recovery-codes.txt')}
          >
            {t('secondFactor.download')}
          </Button>
        </Group>
        <Checkbox
          label={t('secondFactor.kept')}
          checked={kept}
          onChange={(event) => setKept(event.currentTarget.checked)}
        />
        <Button disabled={!kept} onClick={onClose}>
          {t('secondFactor.done')}
        </Button>
      </Stack>
    </Modal>
  );
}
