import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { initI18n, setLanguage } from '@/i18n';
import { visit } from '../../test/render';
import { server } from '../../test/setup';
import { ExportMenu } from './ExportMenu';

/** What the browser was told to save. */
const saved = vi.fn<(content: Blob, name: string) => void>();

beforeEach(() => {
  const blobs = new Map<string, Blob>();
  URL.createObjectURL = (content: Blob) => {
    const url = `blob:${blobs.size}`;
    blobs.set(url, content);
    return url;
  };
  URL.revokeObjectURL = () => {};
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved(blobs.get(this.href) as Blob, this.download);
  });
});

afterEach(() => {
  saved.mockReset();
  vi.restoreAllMocks();
});

const headers = {
  'content-type': 'text/csv',
  'content-disposition': `attachment; filename="customers-2026-11-30.csv"; filename*=UTF-8''Kliendid%202026-11-30.csv`,
};

/** Answers the export; returns the requests so far. */
function exporting(answer: (request: Request) => Response | Promise<Response>) {
  const asked: URL[] = [];
  server.use(
    http.get('*/api/v1/customers', () => HttpResponse.json({ items: [], nextCursor: null, total: 0 })),
    http.get('*/api/v1/customers/export', ({ request }) => {
      asked.push(new URL(request.url));
      return answer(request);
    }),
  );
  return asked;
}

/** A file whose first bytes arrive, and whose end does not. */
function unfinished() {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode('x'.repeat(2048))),
  });
  return () => new HttpResponse(body, { headers });
}

async function choose(item: string) {
  await userEvent.click(await screen.findByRole('button', { name: 'Download' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: item }));
}

test('the file has the filters and the order of the list, and the name that the server chose', async () => {
  const asked = exporting(() => new HttpResponse('Name\n', { headers }));
  await visit('/customers?q=kala&sort=-updatedAt');
  await choose('CSV');
  await waitFor(() => expect(saved).toHaveBeenCalledOnce());
  expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({ q: 'kala', sort: '-updatedAt', format: 'csv' });
  expect(saved.mock.calls[0]?.[1]).toBe('Kliendid 2026-11-30.csv');
  await expect(saved.mock.calls[0]?.[0].text()).resolves.toBe('Name\n');
});

test('a spreadsheet can be chosen by keyboard', async () => {
  const asked = exporting(() => new HttpResponse('x', { headers }));
  await visit('/customers');
  (await screen.findByRole('button', { name: 'Download' })).focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(screen.getByRole('menuitem', { name: 'Excel (XLSX)' })).toBeVisible());
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(saved).toHaveBeenCalledOnce());
  expect(asked[0]?.searchParams.get('format')).toBe('xlsx');
});

test('a long download shows its progress and can be canceled', async () => {
  exporting(unfinished());
  await visit('/customers');
  await choose('CSV');
  expect(screen.queryByText('Download: Customers')).toBeNull();
  expect(await screen.findByText('Download: Customers', undefined, { timeout: 3000 })).toBeVisible();
  expect(await screen.findByText('2 kB')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByText('Download: Customers')).toBeNull());
  expect(screen.getByRole('button', { name: 'Download' })).toBeEnabled();
  expect(screen.queryByText('The download was interrupted')).toBeNull();
  expect(saved).not.toHaveBeenCalled();
});

/** Without the server of the tests, which ends a broken response as if it were complete. */
test('an interrupted download saves nothing and says so', async () => {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode('Name')),
    pull: (controller) => controller.error(new TypeError('terminated')),
  });
  await initI18n();
  await setLanguage('en');
  render(
    <MantineProvider env="test">
      <Notifications />
      <ExportMenu name="Customers" request={() => Promise.resolve({ response: new Response(body) })} />
    </MantineProvider>,
  );
  await choose('CSV');
  expect(await screen.findByText('The download was interrupted')).toBeVisible();
  expect(saved).not.toHaveBeenCalled();
});

test('a refused download shows the reason of the server', async () => {
  exporting(() =>
    HttpResponse.json(
      {
        type: '/problems/invalid',
        title: 'Some fields are not valid',
        status: 422,
        code: 'invalid',
        traceId: '1',
        errors: [{ pointer: '/format', code: 'sheet-rows', detail: 'add filters, or use CSV' }],
      },
      { status: 422, headers: { 'content-type': 'application/problem+json' } },
    ),
  );
  await visit('/customers');
  await choose('Excel (XLSX)');
  expect(await screen.findByText('add filters, or use CSV')).toBeVisible();
  expect(saved).not.toHaveBeenCalled();
});

test.each([
  ['/opportunities?status=["ACCEPTED"]', 'opportunities'],
  ['/registrations', 'deal-registrations'],
])('%s can be downloaded', async (page, list) => {
  const asked: URL[] = [];
  server.use(
    http.get('*/api/v1/deal-registrations', () => HttpResponse.json({ items: [], nextCursor: null, total: 0 })),
    http.get(`*/api/v1/${list}/export`, ({ request }) => {
      asked.push(new URL(request.url));
      return new HttpResponse('x', { headers });
    }),
  );
  await visit(page);
  await choose('CSV');
  await waitFor(() => expect(saved).toHaveBeenCalledOnce());
  expect(asked[0]?.searchParams.get('cursor')).toBeNull();
  expect(asked[0]?.searchParams.get('limit')).toBeNull();
  expect(asked[0]?.searchParams.get('sort')).toBeTruthy();
});
