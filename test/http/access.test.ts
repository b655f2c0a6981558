import { expect, it, onTestFinished } from 'vitest';
import { first, kiosk, staff, unwrap } from '../helpers/clinic';
import { openPairedServer } from '../helpers/paired-server';

type Headers = Record<string, string>;
type Server = Awaited<ReturnType<typeof openPairedServer>>;

/** What a device hears from now on. */
async function listen({ origin }: Server, path: string, headers: Headers): Promise<() => string> {
  const ending = new AbortController();
  onTestFinished(() => ending.abort());
  const answer = await fetch(`${origin}${path}`, { headers, signal: ending.signal });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const read = async (): Promise<void> => {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) text += part.value;
  };
  read().catch(() => undefined);
  return () => text;
}

async function json(server: Server, method: string, path: string, headers: Headers, body?: object) {
  const answer = await fetch(`${server.origin}${path}`, {
    method,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

it('a tablet of one doctor reads and hears of no other doctor’s patient', async () => {
  const server = await openPairedServer();
  const [own, foreign] = [first(server.doctorIds), server.doctorIds[1] ?? first(server.doctorIds)];
  const { headers } = await server.program({ role: 'doctor', doctorId: own });
  const [events, pageEvents] = [
    await listen(server, '/events', headers),
    await listen(server, '/rpc/events', headers),
  ];
  const wish = { patientContact: '9700000001', source: 'walk_in' } as const;
  const theirs = await server.issued({ ...wish, doctorId: foreign, patientName: 'Foreign' });
  const mine = await server.issued({ ...wish, doctorId: own, patientName: 'Own' });
  await expect.poll(events).toContain(mine.id);
  await expect.poll(pageEvents).toContain(mine.id);
  expect(events() + pageEvents()).not.toContain(theirs.id);
  expect(events() + pageEvents()).not.toContain(foreign);

  const list = await json(server, 'GET', '/allocation/tokens', headers);
  expect(list.body).toMatchObject([{ patient_name: 'Own' }]);
  for (const call of ['books.closePreview', 'books.summary', 'callList.view', 'tokens.search']) {
    const answer = await json(server, 'POST', `/rpc/${call}`, headers, {});
    expect(answer.body.ok).toBe(true);
    expect(JSON.stringify(answer.body)).not.toMatch(/Foreign/);
    expect(JSON.stringify(answer.body)).not.toContain(theirs.id);
  }
  const asked = await json(server, 'GET', `/allocation/tokens?doctor_id=${foreign}`, headers);
  expect(asked.status).toBe(403);
  expect((await json(server, 'GET', `/allocation/tokens/${theirs.id}`, headers)).status).toBe(403);
});

it('a booking site books, reads and cancels its own; what others made does not exist for it', async () => {
  const server = await openPairedServer();
  const { headers } = await server.program({ role: 'booking' });
  const another = await server.program({ role: 'booking' });
  const events = await listen(server, '/events', headers);
  const doctorId = first(server.doctorIds);
  const wish = { doctor_id: doctorId, source: 'online', patient_name: 'Asha', patient_contact: '9876543210' };
  const make = (body: object) => json(server, 'POST', '/allocation/tokens', headers, { ...wish, ...body });
  const booked = await make({});
  expect([booked.status, booked.body.stage]).toEqual([200, 'booked']);
  expect((await make({ source: 'emergency' })).status).toBe(403);
  expect((await make({ patient_name: 'Chitra', checked_in: true })).status).toBe(403);
  const reception = await server.issued({ source: 'online', patientName: 'Binu' });
  await expect.poll(events).toContain(String(booked.body.id));
  const status = async (method: string, path: string, who = headers) =>
    (await json(server, method, path, who)).status;
  for (const id of [reception.id, String(booked.body.id)]) {
    const who = id === reception.id ? headers : another.headers;
    expect(await status('GET', `/allocation/tokens/${id}`, who)).toBe(404);
    expect(await status('PUT', `/allocation/tokens/${id}/cancel`, who)).toBe(404);
  }
  expect(await status('GET', '/allocation/tokens')).toBe(403);
  expect(await status('GET', `/doctors/${doctorId}/slots`)).toBe(200);
  expect(await status('GET', `/allocation/tokens/${booked.body.id}`)).toBe(200);
  expect(await status('PUT', `/allocation/tokens/${booked.body.id}/cancel`)).toBe(200);
  await expect.poll(events).toContain('token_cancelled');
  expect(events()).not.toContain(reception.id);
});

it('a booking site and a kiosk learn nothing of whoever they name: no need, no row, no other doctor', async () => {
  const server = await openPairedServer();
  const said = { patientName: 'Asha', patientContact: '9876543210' };
  const token = await server.issued({ ...said, source: 'walk_in' });
  const facts = {
    ...{ name: 'Asha', secondName: '', sex: null, birth: null, contacts: ['9876543210'], address: '' },
    ...{ clinicNumber: '', identifiers: [], note: '', precedence: null, precedenceUntil: null },
  };
  unwrap(
    await server.app.call(
      'patients.save',
      { tokenId: token.id, facts: { ...facts, precedence: 'pregnant' } },
      staff,
    ),
  );
  const { headers } = await server.program({ role: 'booking' });
  const body = {
    ...{ doctor_id: server.doctorIds[1], source: 'online', patient_name: 'Asha' },
    patient_contact: '9876543210',
  };
  const { body: booked } = await json(server, 'POST', '/allocation/tokens', headers, body);
  const nothing = { precedence: null, precedence_from: null, patient_id: null, follow_up: null };
  expect(booked).toMatchObject({ ...nothing, also_with: [] });
  const { body: again } = await json(server, 'GET', `/allocation/tokens/${booked.id}`, headers);
  expect(again).toMatchObject({ ...nothing, also_with: [] });
  const atKiosk = { ...said, doctorId: server.doctorIds[2] ?? token.doctorId, source: 'walk_in' } as const;
  const shown = unwrap(await server.app.call('tokens.issue', atKiosk, kiosk));
  expect(shown.token).toMatchObject({ precedence: null, precedenceFrom: null });
  // The desk knows.
  const seen = unwrap(await server.app.call('tokens.get', { tokenId: shown.token.id }, staff));
  expect(seen.token).toMatchObject({ precedence: 'pregnant', precedenceFrom: 'register' });
});

it('what a booking site books over /rpc is no token of the desk', async () => {
  const server = await openPairedServer();
  const { headers } = await server.program({ role: 'booking' });
  const wish = {
    ...{ doctorId: first(server.doctorIds), source: 'online' },
    ...{ patientName: 'Asha', patientContact: '9876543210' },
  };
  const { body } = await json(
    server,
    'POST',
    '/rpc/tokens.issue',
    { ...headers, 'x-opd-screen': 'desk' },
    wish,
  );
  expect(body).toMatchObject({ ok: true, value: { token: { channel: 'http' } } });
  expect(unwrap(await server.app.call('slips.jobs', { states: ['queued'] }, staff))).toEqual([]);
});

it('what a browser was given opens nothing for a program, where nobody would have to sign in', async () => {
  const server = await openPairedServer();
  const { headers } = await server.browser({ role: 'reception' });
  const secret = headers.cookie.slice(headers.cookie.indexOf('=') + 1);
  const program = { authorization: `Bearer ${secret}` };
  expect((await json(server, 'POST', '/rpc/app.status', headers, {})).status).toBe(200);
  expect((await json(server, 'POST', '/rpc/callList.view', program, {})).status).toBe(401);
  expect((await json(server, 'GET', '/allocation/tokens', program)).status).toBe(401);
});
