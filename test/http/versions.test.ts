import { expect, test } from 'vitest';
import { at } from '../helpers/clinic';
import { openServer } from '../helpers/http';

test('rules are changed from a day on, called off, and gone back to; each by its name', async () => {
  const server = await openServer();
  const wish = {
    max_recalls: 5,
    target_minutes: { paid: 10 },
    holds_from: '2026-01-06',
    request_id: 'from-tuesday',
  };
  const planned = await server.ask('POST', '/settings/versions', wish);
  expect([planned.status, planned.body]).toEqual([
    200,
    expect.objectContaining({
      state: 'scheduled',
      holds_from: '2026-01-06',
      changes: [
        { name: 'target_minutes.paid', from: 20, to: 10 },
        { name: 'max_recalls', from: 3, to: 5 },
      ],
    }),
  ]);
  expect((await server.ask('POST', '/settings/versions', wish)).body.id).toBe(planned.body.id);
  const other = await server.ask('POST', '/settings/versions', { max_recalls: 6, holds_from: '2026-01-06' });
  const { scheduled } = (await server.ask('GET', '/settings/versions')).body as Record<string, unknown[]>;
  expect(scheduled).toMatchObject([{ overruled: ['max_recalls'] }, { overruled: [] }]);
  const off = `/settings/versions/${other.body.id}/call_off`;
  expect([(await server.ask('PUT', off)).status, (await server.ask('PUT', off)).status]).toEqual([200, 409]);

  server.clinic.clock.setTo(at('08:30', '2026-01-06'));
  expect((await server.ask('GET', '/settings')).body).toMatchObject({ max_recalls: 5 });
  const { versions } = (await server.ask('GET', '/settings/versions')).body as Record<
    string,
    { id: string }[]
  >;
  const first = versions?.at(-1)?.id;
  expect((await server.ask('PUT', `/settings/versions/${first}/go_back`, { confirmed: true })).status).toBe(
    200,
  );
  expect((await server.ask('GET', '/settings')).body).toMatchObject({ max_recalls: 3 });
});

test.each([
  ['a day that is over', { max_recalls: 5, holds_from: '2026-01-05' }, 400, 'holds_from'],
  ['a value out of bounds', { max_recalls: 99, holds_from: '2026-01-06' }, 400, 'max_recalls'],
  ['nothing that changes', { max_recalls: 3, holds_from: '2026-01-06' }, 400, 'rules'],
])('%s is refused', async (_what, wish, status, field) => {
  const server = await openServer();
  const refused = await server.ask('POST', '/settings/versions', wish);
  expect([refused.status, refused.body.error?.details.field]).toEqual([status, field]);
  const none = await server.ask('PUT', `/settings/versions/${crypto.randomUUID()}/go_back`, {});
  expect(none.status).toBe(404);
});
