import { expect, test } from 'vitest';
import type { CallName } from '../../src/shared/contract';
import { at } from '../helpers/clinic';
import { openServer, type TestServer } from '../helpers/http';

type Body = Record<string, unknown>;
type Route = readonly [method: string, path: string, body: Body, other?: Body];

/** One route of each kind, with what is sent and what else might be; each is possible once. */
const routes: readonly [CallName, (server: TestServer) => Promise<Route>][] = [
  [
    'tokens.issue',
    async ({ doctorId }) => {
      const wish = { doctor_id: doctorId, source: 'walk_in', patient_name: 'Asha', patient_contact: '' };
      return ['POST', '/allocation/tokens', wish, { ...wish, patient_name: 'Binu' }];
    },
  ],
  [
    'tokens.cancel',
    async ({ issue }) => {
      const { id } = (await issue()).body;
      return ['PUT', `/allocation/tokens/${id}/cancel`, { reason: 'patient' }, { reason: 'staff' }];
    },
  ],
  [
    'queue.callNext',
    async ({ issue, doctorId }) => {
      await issue();
      await issue();
      return ['POST', `/allocation/doctors/${doctorId}/call_next`, {}];
    },
  ],
  [
    'books.reopen',
    async ({ issue, doctorId, clinic }) => {
      await issue();
      await clinic.app.call('books.close', { doctorId }, { role: 'staff', screen: 'desk', doctorId: null });
      return ['PUT', `/allocation/doctors/${doctorId}/reopen`, {}, { service_day: '2026-01-04' }];
    },
  ],
  [
    'doctors.save',
    async () => ['POST', '/doctors', { name: 'Dr New', prefix: 'Q' }, { name: 'Dr New', prefix: 'R' }],
  ],
  [
    'slots.add',
    async ({ doctorId }) => {
      const slot = { start_time: '14:00', end_time: '15:00', capacity: 5 };
      return ['POST', `/doctors/${doctorId}/slots`, slot, { ...slot, capacity: 6 }];
    },
  ],
  [
    'settings.change',
    async () => ['PATCH', '/settings', { clinic_name: 'Rose Clinic' }, { clinic_name: 'Lotus Clinic' }],
  ],
];

test.each(routes)('R17: %s sent again over HTTP is done once', async (_call, sceneOf) => {
  const server = await openServer({ time: at('08:30') });
  const { ask, clinic } = server;
  const [method, path, body, other] = await sceneOf(server);
  const key = { 'idempotency-key': 'request-0001' };
  const done = await ask(method, path, body, key);
  expect(done.status).toBe(200);
  const told = clinic.events.length;
  for (const again of [
    await ask(method, path, body, key),
    await ask(method, path, { ...body, request_id: 'request-0001' }),
  ]) {
    expect([again.status, again.body]).toEqual([200, done.body]);
  }
  if (other) {
    const refused = await ask(method, path, other, key);
    expect([refused.status, refused.body.error?.details]).toMatchObject([409, { rule: 'R17' }]);
  }
  expect(clinic.events).toHaveLength(told);
});
