import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { offered } from '../../../test/people';
import { visit } from '../../../test/render';
import { server } from '../../../test/setup';

test('a partner accepts an offer in the list', async () => {
  const accepted: string[] = [];
  server.use(
    http.post('*/api/v1/distributions/:id/accept', ({ params }) => {
      accepted.push(String(params.id));
      return HttpResponse.json({});
    }),
  );
  await visit('/opportunities');
  await userEvent.click(await screen.findByRole('button', { name: `Accept ${offered.topic}` }));
  expect(await screen.findByText('Accepted')).toBeVisible();
  expect(accepted).toEqual([offered.distribution.distributionId]);
});

test('a partner declines only with a reason, in Estonian too', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post('*/api/v1/distributions/:id/decline', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({});
    }),
  );
  await visit('/opportunities', 'et');
  await userEvent.click(await screen.findByRole('button', { name: `Keeldu: ${offered.topic}` }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Keeldu' }));
  expect(await within(dialog).findByText('See väli on kohustuslik')).toBeVisible();
  expect(sent).toEqual([]);
  await userEvent.click(within(dialog).getByRole('combobox', { name: 'Põhjus' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Vaba mahtu ei ole', hidden: true }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Keeldu' }));
  await waitFor(() => expect(sent).toEqual([{ reasonCode: 'NO_CAPACITY', reason: '' }]));
});

test('a conflict shows the message of the server', async () => {
  server.use(
    http.post('*/api/v1/distributions/:id/accept', () =>
      HttpResponse.json(
        {
          type: '/problems/x',
          title: 'The offer has been answered or taken back already',
          status: 409,
          code: 'distribution.transition',
          traceId: '1',
        },
        { status: 409, headers: { 'content-type': 'application/problem+json' } },
      ),
    ),
  );
  await visit('/opportunities');
  await userEvent.click(await screen.findByRole('button', { name: `Accept ${offered.topic}` }));
  expect(await screen.findByText('The offer has been answered or taken back already')).toBeVisible();
});

test('several offers are answered together, and failures are listed', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post('*/api/v1/distributions/accept', async ({ request }) => {
      sent.push(await request.json());
      const problem = {
        title: 'Too late',
        status: 409,
        code: 'distribution.too-late',
        type: '/problems/x',
        traceId: '1',
      };
      return HttpResponse.json({
        items: [{ id: offered.distribution.distributionId, distribution: null, problem }],
        nextCursor: null,
      });
    }),
  );
  await visit('/opportunities');
  await userEvent.click(await screen.findByRole('checkbox', { name: `Select ${offered.topic}` }));
  await userEvent.click(screen.getByRole('button', { name: 'Accept 1' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Accept 1' }));
  expect(await within(dialog).findByText(`${offered.topic}: Too late`)).toBeVisible();
  expect(sent).toEqual([{ ids: [offered.distribution.distributionId] }]);
});

/** The query of each request for the list, without those for other pages. */
function queries() {
  const asked: URLSearchParams[] = [];
  server.events.on('request:start', ({ request }) => {
    const url = new URL(request.url);
    if (url.pathname.endsWith('/opportunities')) asked.push(url.searchParams);
  });
  return asked;
}

test('filters are in the URL, and an unknown one is named', async () => {
  const asked = queries();
  const router = await visit('/opportunities?view=managed&status=%5B%22NONSENSE%22%5D&colour=red');
  expect(await screen.findByText('Võrgu uuendus')).toBeVisible();
  const hint = screen.getByRole('alert');
  expect(within(hint).getByText(/status=NONSENSE, colour=red/)).toBeVisible();
  expect(router.state.location.search).not.toHaveProperty('status');
  expect(asked.at(-1)?.has('unknown')).toBe(false);
  await userEvent.type(screen.getByRole('textbox', { name: 'Topic, number, customer, contact or note' }), 'kala');
  await waitFor(() => expect(router.state.location.search).toHaveProperty('q', 'kala'));
  await userEvent.click(within(screen.getByRole('alert')).getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

test.each([
  ['status=ACCEPTED', 'managed'],
  ['status=DELIVERED', 'distributed'],
  ['status=POOL', 'pool'],
  ['overdue=true', 'managed'],
  ['status=ACCEPTED&view=distributed', 'distributed'],
])('a link with %s opens the list %s with its filter', async (link, view) => {
  const asked = queries();
  await visit(`/opportunities?${link}`);
  const [name, value] = link.split('&')[0]?.split('=') ?? [];
  await waitFor(() => expect(asked.at(-1)?.get('view')).toBe(view));
  expect(asked.at(-1)?.getAll(name ?? '')).toEqual([value]);
});

test('a filter stays when the view is switched', async () => {
  const asked = queries();
  const router = await visit('/opportunities?view=managed&status=ACCEPTED');
  await userEvent.click(await screen.findByRole('tab', { name: 'Pool' }));
  await waitFor(() => expect(asked.at(-1)?.get('view')).toBe('pool'));
  expect(asked.at(-1)?.getAll('status')).toEqual(['ACCEPTED']);
  expect(screen.getByRole('combobox', { name: 'Status' })).toBeVisible();
  expect(router.latestLocation.search).toEqual({ view: 'pool', status: ['ACCEPTED'] });
});

test('a search that has found nothing yet continues on the next page', async () => {
  server.use(
    http.get('*/api/v1/opportunities', ({ request }) =>
      HttpResponse.json(
        new URL(request.url).searchParams.get('cursor')
          ? { items: [offered], nextCursor: null }
          : { items: [], nextCursor: 'behind' },
      ),
    ),
  );
  await visit('/opportunities?q=kala');
  expect(await screen.findByText('Nothing found yet. The next page continues the search.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
  expect(await screen.findByText(offered.topic)).toBeVisible();
});
