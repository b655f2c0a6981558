import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { at, staff } from '../helpers/clinic';
import { openServer } from '../helpers/http';

/** Fields that answers of an earlier version lack. */
const later = new Set(['alsoWith', 'otherwise', 'followUp', 'precedenceFrom', 'patientId', 'replaces']);

test('R17: what an earlier version answered is answered again with what answers have by now, at the desk and over HTTP', async () => {
  const server = await openServer({ time: at('08:30') });
  const { ask, clinic, doctorId, path } = server;
  const request_id = 'request-before-the-update';
  const wish = { doctor_id: doctorId, source: 'walk_in', patient_name: 'Asha', patient_contact: '' };
  const first = await ask('POST', '/allocation/tokens', { ...wish, request_id });
  expect(first.status).toBe(200);
  const cancel = `/allocation/tokens/${first.body.id}/cancel`;
  const cancelled = await ask('PUT', cancel, { reason: 'patient', request_id: 'request-cancel' });
  const desk = { doctorId, source: 'walk_in', patientName: 'Binu', patientContact: '' } as const;
  const request = { ...desk, requestId: 'request-desk' };
  const issued = await clinic.app.call('tokens.issue', request, staff);
  const raw = new Database(path);
  for (const { id, answer } of raw.prepare('SELECT id, answer FROM requests').all() as Answer[]) {
    const earlier = JSON.parse(answer, (name, value: unknown) => (later.has(name) ? undefined : value));
    expect(JSON.stringify(earlier)).not.toBe(answer);
    raw.prepare('UPDATE requests SET answer = ? WHERE id = ?').run(JSON.stringify(earlier), id);
  }
  raw.close();
  expect(await ask('POST', '/allocation/tokens', { ...wish, request_id })).toMatchObject({
    status: 200,
    body: { id: first.body.id, number: first.body.number },
  });
  expect(await ask('PUT', cancel, { reason: 'patient', request_id: 'request-cancel' })).toMatchObject({
    status: 200,
    body: { ...cancelled.body },
  });
  const again = await clinic.app.call('tokens.issue', request, staff);
  expect(again).toMatchObject({
    value: { alsoWith: [], token: { patientName: 'Binu', followUp: null, precedenceFrom: null } },
  });
  expect(Object.keys(again.ok ? again.value : {}).sort()).toEqual(
    Object.keys(issued.ok ? issued.value : {}).sort(),
  );
});

interface Answer {
  readonly id: string;
  readonly answer: string;
}
