import { Button, Menu } from '@mantine/core';
import { IconDownload, IconFileTypeCsv, IconFileTypeXls } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ExportFormat } from '@/api/gen';
import { type FileRequest, useDownload } from './useDownload';

/** Downloads the whole filtered list, in its order, as a file for a spreadsheet. */
export function ExportMenu({
  name,
  request,
}: {
  name: string;
  request: (format: ExportFormat, ...options: Parameters<FileRequest>) => ReturnType<FileRequest>;
}) {
  const { t } = useTranslation();
  const download = useDownload();
  const start = (format: ExportFormat) => void download.start(name, (options) => request(format, options));
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} />} loading={download.running}>
          {t('download.action')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileTypeXls size={16} />} onClick={() => start('xlsx')}>
          {t('download.xlsx')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileTypeCsv size={16} />} onClick={() => start('csv')}>
          {t('download.csv')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
