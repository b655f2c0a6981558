import { expect, onTestFinished, test } from 'vitest';
import { createDevices } from '../../src/main/app/devices/devices';
import { createEventHub } from '../../src/main/http/event-hub';
import { addPairingRoutes } from '../../src/main/http/pairing';
import { createHttpServer } from '../../src/main/http/server';
import { letEverybodyIn } from '../../src/main/http/visitor';
import { first, staff, unwrap } from '../helpers/clinic';
import { frailClinic } from '../helpers/frail-clinic';

test('a full disk is 503 over HTTP, nothing is half done, and the same works once there is room', async () => {
  const { app, clinic, disk, environment, logged, store } = await frailClinic();
  const devices = createDevices(environment);
  const server = await createHttpServer({
    app,
    environment,
    events: createEventHub('test'),
    authenticate: letEverybodyIn,
    options: { extend: (scope) => addPairingRoutes(scope, { devices, environment, isOpen: false }) },
  });
  onTestFinished(() => server.close(0));
  const origin = `http://127.0.0.1:${await server.listen({ host: '127.0.0.1', port: 0 })}`;
  const ask = async (method: string, path: string, body: object) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${origin}${path}`, { method, headers, body: JSON.stringify(body) });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const doctorId = first(clinic.doctorIds);
  const patient = { patient_name: 'Asha', patient_contact: '', source: 'walk_in' };
  const wish = { doctorId, source: 'walk_in', patientName: 'Asha', patientContact: '' } as const;
  unwrap(await app.call('tokens.issue', wish, staff));
  const { tokenId } = first(await store.printJobsIn(['queued']));
  const { code } = unwrap(await devices.startPairing({ name: 'Board', role: 'board' }));
  const logo = `data:image/png;base64,${'A'.repeat(100_000)}`;
  const routes: [string, string, object][] = [
    ['PATCH', '/settings', { print: { logo } }],
    ['POST', '/doctors', { name: 'Dr New' }],
    ['POST', '/allocation/tokens', { doctor_id: doctorId, ...patient }],
    ['POST', `/allocation/doctors/${doctorId}/call_next`, {}],
    ['POST', '/pair', { code }],
  ];
  disk.protect();
  for (const [method, path, body] of routes) {
    const refused = await ask(method, path, body);
    expect([path, refused.status, refused.body.error]).toEqual([
      path,
      503,
      expect.objectContaining({ code: 'UNAVAILABLE', message: expect.stringMatching(/just now/) }),
    ]);
  }
  // The app's own pages get every answer with 200, the refusal inside.
  for (const [call, body] of [
    ['slips.reprint', { tokenId }],
    ['settings.change', { print: { logo } }],
  ] as const) {
    const refused = await ask('POST', `/rpc/${call}`, body);
    expect([refused.status, refused.body]).toEqual([
      200,
      { ok: false, error: expect.objectContaining({ code: 'UNAVAILABLE' }) },
    ]);
  }
  expect(logged.join()).not.toContain('unexpected');
  disk.mend();
  for (const [method, path, body] of routes)
    expect([path, (await ask(method, path, body)).status]).toEqual([path, 200]);
});
