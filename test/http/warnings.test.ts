import { expect, test } from 'vitest';
import { at, first, staff, unwrap } from '../helpers/clinic';
import { openServer, type TestServer } from '../helpers/http';

const twin = { patient_name: 'Asha', patient_contact: '9876543210' };
const nameless = { patient_name: 'Asha', patient_contact: '' };

/** Each command that may warn: what it is done to, and how. Answers what it said. */
const commands: Readonly<Record<string, (server: TestServer, patient: typeof twin) => Promise<unknown>>> = {
  issue: async (server, patient) => {
    await server.issue(patient);
    return (await server.issue({ ...patient, allow_duplicate: true })).body.warnings;
  },
  transfer: async (server, patient) => {
    const there = server.clinic.doctorIds[1];
    await server.issue({ ...patient, doctor_id: there });
    const { id } = (await server.issue(patient)).body;
    return put(server, id, 'transfer', { doctor_id: there, allow_duplicate: true });
  },
  move_to_day: async (server, patient) => {
    await server.issue({ ...patient, source: 'online', service_day: '2026-01-06' });
    const { id } = (await server.issue(patient)).body;
    return put(server, id, 'move_to_day', { service_day: '2026-01-06', allow_duplicate: true });
  },
  reinstate: async (server, patient) => {
    // Only an emergency comes back beside another token of its own: anybody else is refused.
    const { id } = (await server.issue({ ...patient, source: 'emergency', checked_in: false })).body;
    server.clinic.clock.setTo(at('09:30'));
    await server.ask('PUT', `/allocation/tokens/${id}/no_show`);
    await server.issue({ ...patient, allow_duplicate: true });
    return put(server, id, 'reinstate');
  },
  correct: async (server, patient) => {
    await server.issue(patient);
    const { id } = (await server.issue({ ...patient, patient_name: 'Asa' })).body;
    return put(server, id, 'correct', { patient_name: patient.patient_name });
  },
  paper: async (server, patient) => {
    await server.issue(patient);
    const blank = { patientName: patient.patient_name, patientContact: patient.patient_contact };
    const row = { ...blank, at: at('08:20'), became: 'waits', source: 'walk_in', allowDuplicate: true };
    const wish = { doctorId: first(server.clinic.doctorIds), rows: [row] };
    const page = await server.ask('POST', '/rpc/tokens.paper', wish);
    unwrap(await server.clinic.app.call('doctors.summaries', {}, staff));
    return (page.body.value as { warnings: unknown }).warnings;
  },
};

async function put(server: TestServer, id: unknown, word: string, body?: object): Promise<unknown> {
  const done = await server.ask('PUT', `/allocation/tokens/${id}/${word}`, body);
  expect([word, done.status]).toEqual([word, 200]);
  return done.body.warnings;
}

test.each(Object.entries(commands))(
  '%s says over HTTP that the patient has another token, and that there is no phone',
  async (_name, command) => {
    expect(await command(await openServer(), twin)).toEqual(['same_patient_has_token']);
    expect(await command(await openServer(), nameless)).toEqual(['no_contact', 'same_patient_has_token']);
  },
);

test('a command asked for again gives the same warnings again', async () => {
  const server = await openServer();
  const { id } = (await server.issue(nameless)).body;
  const wish = { doctor_id: server.clinic.doctorIds[1], request_id: 'transfer-1' };
  expect(await put(server, id, 'transfer', wish)).toEqual(['no_contact']);
  expect(await put(server, id, 'transfer', wish)).toEqual(['no_contact']);
});

test('what warns of nothing says so: an empty list, after every command', async () => {
  const server = await openServer();
  const { id } = (await server.issue({ source: 'online' })).body;
  for (const word of ['check_in', 'call', 'start', 'serve']) expect(await put(server, id, word)).toEqual([]);
  await server.issue();
  const next = await server.ask('POST', `/allocation/doctors/${server.doctorId}/call_next`);
  expect(next.body.warnings).toEqual([]);
});
