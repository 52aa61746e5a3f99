import { HttpResponse, http } from 'msw';
import { accepted, me, offered, opened } from './people';

const page = <T>(items: T[]) => HttpResponse.json({ items, nextCursor: null, total: items.length });

/** The server's response to a change of an outdated version. */
export const stale = () =>
  HttpResponse.json(
    {
      type: '/problems/if-match.stale',
      title: 'Somebody has changed it meanwhile',
      status: 412,
      code: 'if-match.stale',
      traceId: '1',
    },
    { status: 412, headers: { 'content-type': 'application/problem+json' } },
  );

export const handlers = [
  http.get('*/api/v1/me', () => HttpResponse.json(me)),
  http.get('*/api/v1/me/email-change', () => HttpResponse.json({ email: null, expiresAt: null })),
  http.get('*/api/v1/me/second-factor', () =>
    HttpResponse.json({ enabled: false, required: false, recoveryCodesLeft: 0 }),
  ),
  http.get('*/api/v1/notifications', () => page([])),
  http.get('*/api/v1/opportunities', ({ request }) =>
    page(new URL(request.url).searchParams.get('view') === 'distributed' ? [offered] : [accepted]),
  ),
  http.get('*/api/v1/opportunities/:id', () => HttpResponse.json(opened)),
  http.get('*/api/v1/opportunities/:id/timeline', () => page([])),
  http.get('*/api/v1/opportunities/:id/distributions', () => page([])),
  http.get('*/api/v1/customers', () => page([{ id: accepted.customer.id, name: accepted.customer.name }])),
  http.post('*/api/v1/customers/check', () => page([])),
  http.get('*/api/v1/product-lines', () => HttpResponse.json({ items: [], nextCursor: null })),
  http.get('*/api/v1/territories', () => HttpResponse.json({ items: [], nextCursor: null })),
  http.get('*/api/v1/competencies', () => HttpResponse.json({ items: [], nextCursor: null })),
];
