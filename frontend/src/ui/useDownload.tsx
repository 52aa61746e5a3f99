import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/api/problem';
import { downloadFile } from './downloadFile';
import { useFormats } from './format';
import { toast, toastProblem } from './toasts';

/** Starts the request of a file; its response is read by the download. */
export type FileRequest = (options: {
  signal: AbortSignal;
  parseAs: 'stream';
  throwOnError: true;
}) => Promise<{ response: Response }>;

/** After this time, the user sees the progress of a download and can cancel it. */
const PATIENCE = 1_000;
const REFRESH = 500;

/** The file's name in the user's language, as the server has chosen it. */
function fileName(response: Response) {
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return name ? decodeURIComponent(name) : 'sild';
}

async function read(response: Response, received: (bytes: number) => void) {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body?.getReader();
  for (let bytes = 0; reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    bytes += value.byteLength;
    received(bytes);
  }
  return new Blob(parts, { type: response.headers.get('content-type') ?? '' });
}

function report(failure: unknown) {
  if (isProblem(failure)) {
    const detail = failure.errors?.map((error) => error.detail).join('. ') || failure.detail;
    toastProblem({ ...failure, detail });
  } else {
    notifications.show({
      title: i18next.t('download.broken'),
      message: i18next.t('download.brokenHint'),
      color: 'red',
      autoClose: 8000,
      closeButtonProps: { 'aria-label': i18next.t('form.close') },
    });
  }
}

/** Downloads a file: shows its progress, can be canceled, and saves nothing if the file is not complete. */
export function useDownload() {
  const { t } = useTranslation();
  const format = useFormats();
  const [running, setRunning] = useState(false);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const start = async (name: string, request: FileRequest) => {
    const controller = new AbortController();
    const id = crypto.randomUUID();
    let bytes = 0;
    const notice = () => ({
      id,
      title: t('download.running', { name }),
      message: (
        <Group justify="space-between" wrap="nowrap" gap="sm">
          <Text size="sm" className="num">
            {bytes ? format.bytes(bytes) : t('download.preparing')}
          </Text>
          <Button size="compact-sm" variant="default" style={{ flex: 'none' }} onClick={() => controller.abort()}>
            {t('download.cancel')}
          </Button>
        </Group>
      ),
      loading: true,
      autoClose: false as const,
      withCloseButton: false,
    });
    let shown = false;
    let refreshing: ReturnType<typeof setInterval> | undefined;
    const waiting = setTimeout(() => {
      shown = true;
      notifications.show(notice());
      refreshing = setInterval(() => notifications.update(notice()), REFRESH);
    }, PATIENCE);
    setRunning(true);
    try {
      const { response } = await request({ signal: controller.signal, parseAs: 'stream', throwOnError: true });
      const content = await read(response, (soFar) => {
        bytes = soFar;
      });
      downloadFile(content, fileName(response));
      if (shown) toast(t('download.done', { name }));
    } catch (failure) {
      if (!controller.signal.aborted) report(failure);
    } finally {
      clearTimeout(waiting);
      clearInterval(refreshing);
      notifications.hide(id);
      if (mounted.current) setRunning(false);
    }
  };
  return { running, start };
}
