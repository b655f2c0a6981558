import { expect, test } from 'vitest';
import type { CallInput } from '../../../src/shared/contract';
import type { DoctorId, TokenId } from '../../../src/shared/model/ids';
import { serviceDaySchema } from '../../../src/shared/model/time';
import { at, first, kiosk, openClinic, staff, type TestClinic, unwrap } from '../../helpers/clinic';

async function fullDay(clinic: TestClinic): Promise<void> {
  for (let seat = 0; seat < 24; seat += 1) await clinic.issued();
}

const view = async (clinic: TestClinic, doctor = 0) =>
  unwrap(
    await clinic.app.call(
      'books.view',
      { doctorId: clinic.doctorIds[doctor] ?? first(clinic.doctorIds) },
      staff,
    ),
  );

test('a token of the last weeks is found, the nearest day first, and whose slip it is', async () => {
  const clinic = await openClinic();
  const past = await clinic.issued({ patientName: 'Asha Verma' });
  clinic.clock.setTo(at('08:30', '2026-01-06'));
  const today = await clinic.issued({ patientName: 'Asha Verma' });
  const ahead = await clinic.issued({
    patientName: 'Asha Verma',
    serviceDay: serviceDaySchema.parse('2026-01-08'),
  });
  const find = async (query: string) =>
    unwrap(await clinic.app.call('tokens.find', { query }, staff)).map(({ token }) => token.id);
  expect(await find('verma')).toEqual([today.id, ahead.id, past.id]);
  expect(await find(past.id)).toEqual([past.id]);
  const whose = unwrap(await clinic.app.call('tokens.whose', { tokenId: past.id }, staff));
  expect(whose).toMatchObject({ number: 'A-001', serviceDay: '2026-01-05' });
  clinic.clock.setTo(at('08:30', '2026-02-10'));
  expect(await find(past.id)).toEqual([]);
});

test('of what is found on a day, open tokens stand first, but a number that was asked for before all', async () => {
  const clinic = await openClinic();
  const issue = (doctorId = first(clinic.doctorIds)) =>
    clinic.issued({ patientName: 'Asha Verma', doctorId });
  const closed = await issue();
  unwrap(await clinic.app.call('tokens.cancel', { tokenId: closed.id }, staff));
  const open = await issue();
  const other = await issue(clinic.doctorIds[1]);
  const find = async (query: string, page: { limit?: number; cursor?: TokenId } = {}) =>
    unwrap(await clinic.app.call('tokens.find', { query, ...page }, staff)).map(({ token }) => token.id);
  expect(await find('verma')).toEqual([open.id, other.id, closed.id]);
  expect(await find('verma', { cursor: open.id, limit: 1 })).toEqual([other.id]);
  expect(await find('verma', { cursor: other.id, limit: 1 })).toEqual([closed.id]);
  expect(await find('verma', { cursor: closed.id })).toEqual([]);
  expect(await find(closed.number)).toEqual([closed.id]);
});

test('a token is found by number, part of a name, phone however typed, and the code on its slip', async () => {
  const clinic = await openClinic();
  await clinic.issued();
  const token = await clinic.issued({ patientName: 'मीरा 100% Devi', patientContact: '98765 43210' });
  for (const query of ['a2', 'A-002', 'a 002', 'मीरा', 'devi', '100%', '98765-43210', '4321', token.id]) {
    const found = unwrap(await clinic.app.call('tokens.find', { query }, staff));
    expect(
      found.map(({ token: { number } }) => number),
      query,
    ).toEqual(['A-002']);
  }
  expect(unwrap(await clinic.app.call('tokens.find', { query: '%' }, staff))).toEqual([]);
  expect(unwrap(await clinic.app.call('tokens.find', { query: '   ' }, staff))).toEqual([]);
  expect(unwrap(await clinic.app.call('tokens.find', { query: "'; DROP TABLE tokens" }, staff))).toEqual([]);
});

test('known patients are found by the beginning of a phone, each family member once', async () => {
  const clinic = await openClinic();
  for (const patientName of ['Asha', 'Ravi', 'asha']) {
    await clinic.issued({ patientName, patientContact: '9876543210', allowDuplicate: true });
  }
  const known = unwrap(await clinic.app.call('patients.known', { contact: '98765' }, staff));
  expect(known.map(({ patientName, visits }) => [patientName.toLowerCase(), visits])).toEqual([
    ['asha', 2],
    ['ravi', 1],
  ]);
  expect(unwrap(await clinic.app.call('patients.known', { contact: '987' }, staff))).toEqual([]);
  // Any four digits, with whatever stands before them.
  for (const contact of ['9876', '09876', '919876', '+91 9876', '0091 9876', '९८७६']) {
    const found = unwrap(await clinic.app.call('patients.known', { contact }, staff));
    expect(found, contact).toHaveLength(known.length);
  }
});

test('a patient is found however phone, number and name are typed', async () => {
  const clinic = await openClinic();
  const name = 'Dr Fourth';
  const schedule = [{ weekday: 1, startMinute: 540, endMinute: 600, slotMinutes: 60, capacity: 6 }];
  const fourth = unwrap(await clinic.app.call('doctors.save', { name, prefix: 'D', schedule }, staff));
  await clinic.issued({ patientName: 'Somebody Else', patientContact: '9000000001' });
  const äpfel = await clinic.issued({ patientName: 'José ÄPFEL', patientContact: '+91 98765-43210' });
  const asha = await clinic.issued({
    patientName: 'S.Kumar',
    patientContact: '9123456780',
    doctorId: fourth.id,
  });
  const akshay = await clinic.issued({ patientName: 'अक्‍षय', patientContact: '' });
  const queries: [string, string][] = [
    ['98765 43210', äpfel.number],
    ['098765 43210', äpfel.number],
    ['0091 98765 43210', äpfel.number],
    ['(98765) 432', äpfel.number],
    ['९८७६५ ४३२१०', äpfel.number],
    ['ÄP', äpfel.number],
    ['äpf', äpfel.number],
    ['jose', äpfel.number],
    ['apfel JOSÉ', äpfel.number],
    ['d001', asha.number],
    ['D 1', asha.number],
    ['d-००१', asha.number],
    ['D–001', asha.number],
    ['s kumar', asha.number],
    ['skumar', asha.number],
    ['S. KUMAR', asha.number],
    ['अक्षय', akshay.number],
  ];
  for (const [query, number] of queries) {
    const found = unwrap(await clinic.app.call('tokens.find', { query }, staff));
    expect(
      found.map(({ token }) => token.number),
      query,
    ).toEqual([number]);
    const searched = unwrap(await clinic.app.call('tokens.search', { query }, staff));
    expect(
      searched.map((token) => token.number),
      query,
    ).toEqual([number]);
  }
  for (const query of ['d001', 'D 1', 'D-००१', '९१२३४ ५६७८०', asha.id.toUpperCase()]) {
    const own = unwrap(await clinic.app.call('kiosk.findBookings', { query }, kiosk));
    expect(
      own.map(({ number }) => number),
      query,
    ).toEqual([asha.number]);
  }
  // Nobody's name is told to whoever types a part of it at the kiosk.
  expect(unwrap(await clinic.app.call('kiosk.findBookings', { query: 's kumar' }, kiosk))).toEqual([]);
});

test('all nine of a family are listed, whoever came last first, each once and as first written', async () => {
  const clinic = await openClinic();
  const patientContact = '9876543210';
  const family = ['S. Kumar', 'Asha', 'Asha Devi', 'अक्षय', 'Ravi', 'Meena', 'Gita', 'Hari', 'Indu'];
  for (const [index, patientName] of family.entries()) {
    clinic.clock.setTo(at('08:30') + index * 60_000);
    await clinic.issued({ patientName, patientContact, source: 'follow_up' });
  }
  for (const [index, patientName] of ['S Kumar', 'अक्‍षय', 'S.Kumar'].entries()) {
    clinic.clock.setTo(at('09:30') + index * 60_000);
    await clinic.issued({ patientName, patientContact, allowDuplicate: true });
  }
  const known = unwrap(await clinic.app.call('patients.known', { contact: '98765 43' }, staff));
  expect(known.map(({ patientName, visits }) => [patientName, visits])).toEqual([
    ['S. Kumar', 3],
    ['अक्षय', 2],
    ['Indu', 1],
    ['Hari', 1],
    ['Gita', 1],
    ['Meena', 1],
    ['Ravi', 1],
    ['Asha Devi', 1],
    ['Asha', 1],
  ]);
});

test('R17: a name written with other dots, spaces or joiners is the same patient’s', async () => {
  const clinic = await openClinic();
  for (const [written, again] of [
    ['S. Kumar', 'S Kumar'],
    ['T.K. Rao', 'T K Rao'],
    ['अक्षय', 'अक्‍षय'],
    ['José', 'JOSE'],
  ] as const) {
    await clinic.issued({ patientName: written, patientContact: '9876543210' });
    expect(
      await clinic.issue({ patientName: again, patientContact: '98765 43210' }),
      `${written}, ${again}`,
    ).toMatchObject({ ok: false, error: { code: 'DUPLICATE_TOKEN' } });
  }
  expect((await clinic.issue({ patientName: 'S Kumari', patientContact: '9876543210' })).ok).toBe(true);
});

test('a preview says what would happen, and nothing has', async () => {
  const clinic = await openClinic();
  await fullDay(clinic);
  const doctorId = first(clinic.doctorIds);
  const preview = unwrap(
    await clinic.app.call(
      'commands.preview',
      { command: 'tokens.issue', doctorId, source: 'walk_in' },
      staff,
    ),
  );
  expect(preview).toMatchObject({ token: { status: 'waiting', number: 'A-025' }, seat: null, moved: [] });
  const emergency = { command: 'tokens.issue', doctorId, source: 'emergency' } as const;
  expect(unwrap(await clinic.app.call('commands.preview', emergency, staff))).toMatchObject({
    seat: { place: 7, capacity: 6, startMinute: 540 },
    reason: { code: 'overflow_seat' },
  });
  expect((await view(clinic)).tokens).toHaveLength(24);
});

test('R26: a preview tells the wait of somebody who goes first, as the token then does', async () => {
  const clinic = await openClinic();
  const doctorId = first(clinic.doctorIds);
  for (let count = 0; count < 4; count += 1) await clinic.issued({ source: 'walk_in' });
  const walkIn = { command: 'tokens.issue', doctorId, source: 'walk_in' } as const;
  const ask = async (input: typeof walkIn & { precedence?: 'pregnant' }) =>
    unwrap(await clinic.app.call('commands.preview', input, staff)).wait;
  const plain = await ask(walkIn);
  const goesFirst = await ask({ ...walkIn, precedence: 'pregnant' });
  expect(goesFirst?.toMinutes).toBeLessThan(plain?.toMinutes ?? 0);
  const { id } = await clinic.issued({ source: 'walk_in', precedence: 'pregnant' });
  const told = (await view(clinic)).waits.find(({ tokenId }) => tokenId === id);
  expect(told).toMatchObject({ fromMinutes: goesFirst?.fromMinutes, toMinutes: goesFirst?.toMinutes });
});

test('a preview of an emergency that displaces names who gives way and whom to phone', async () => {
  const clinic = await openClinic();
  const doctorId = first(clinic.doctorIds);
  for (let seat = 0; seat < 24; seat += 1) await clinic.issued({ source: 'online' });
  for (let seat = 0; seat < 8; seat += 1) await clinic.issued({ source: 'emergency' });
  const emergency = { command: 'tokens.issue', doctorId, source: 'emergency' } as const;
  const preview = unwrap(await clinic.app.call('commands.preview', emergency, staff));
  expect(preview.moved).toMatchObject([
    { number: 'A-006', from: { startMinute: 540 }, to: null, status: 'displaced', isHere: false },
  ]);
});

test('a preview of a cancel names who would move up', async () => {
  const clinic = await openClinic();
  await fullDay(clinic);
  await clinic.issued();
  const [token] = (await view(clinic)).tokens;
  const preview = await clinic.app.call(
    'commands.preview',
    { command: 'tokens.cancel', tokenId: token?.id ?? '' },
    staff,
  );
  expect(unwrap(preview).moved).toMatchObject([{ number: 'A-025', from: null, to: { startMinute: 540 } }]);
});

test('the call list holds who lost a seat and who is not here and got one, until told or settled', async () => {
  const clinic = await openClinic();
  for (let seat = 0; seat < 24; seat += 1) await clinic.issued({ source: 'online' });
  for (let seat = 0; seat < 9; seat += 1) await clinic.issued({ source: 'emergency' });
  const list = async () => unwrap(await clinic.app.call('callList.view', {}, staff));
  expect(await list()).toMatchObject([{ number: 'A-006', kind: 'displaced', toldAt: null }]);
  const [notice] = await list();
  if (!notice) throw new Error('no notice');
  unwrap(await clinic.app.call('callList.tick', { lineId: notice.id, told: true }, staff));
  expect((await list())[0]?.toldAt).toBe(clinic.clock.now());

  // Two of them sit in overflow: only with the third cancelled is an ordinary seat free (R9).
  for (const { id: tokenId } of (await view(clinic)).tokens.slice(0, 3)) {
    unwrap(await clinic.app.call('tokens.cancel', { tokenId }, staff));
  }
  expect((await list()).map(({ number, kind }) => [number, kind])).toContainEqual(['A-006', 'promoted']);
  unwrap(await clinic.app.call('tokens.cancel', { tokenId: notice.tokenId }, staff));
  expect((await list()).filter(({ toldAt }) => toldAt === null)).toEqual([]);
  expect(clinic.events.filter(({ type }) => type === 'callListChanged').length).toBeGreaterThan(2);
});

test('R22: a doctor running late puts everyone not here yet on the call list, and on time takes them off', async () => {
  const clinic = await openClinic();
  const doctorId = first(clinic.doctorIds);
  await clinic.issued({ source: 'online' });
  await clinic.issued();
  unwrap(await clinic.app.call('doctors.setDelay', { doctorId, minutes: 30 }, staff));
  const list = async () => unwrap(await clinic.app.call('callList.view', {}, staff));
  expect(await list()).toMatchObject([{ number: 'A-001', kind: 'doctor_late', delayMinutes: 30 }]);
  unwrap(await clinic.app.call('doctors.setDelay', { doctorId, minutes: 0 }, staff));
  expect(await list()).toEqual([]);
});

test('R21: a transfer is one step in both books, keeps source and check-in, and prints a slip', async () => {
  const clinic = await openClinic();
  const token = await clinic.issued({ source: 'paid' });
  const doctorId = clinic.doctorIds[1] ?? first(clinic.doctorIds);
  const moved = unwrap(await clinic.app.call('tokens.transfer', { tokenId: token.id, doctorId }, staff));
  expect(moved).toMatchObject({
    number: 'B-001',
    source: 'paid',
    transferredFrom: token.id,
    checkedInAt: token.checkedInAt,
  });
  const [old] = (await view(clinic)).tokens;
  expect(old).toMatchObject({ status: 'cancelled', cancelReason: 'transferred', transferredTo: moved.id });
  expect(await clinic.store.printJobOfToken(moved.id)).toMatchObject({ state: 'queued' });
});

test('R23: the last change is undone from the history, and can say that it cannot be', async () => {
  const clinic = await openClinic();
  await fullDay(clinic);
  const waiting = await clinic.issued();
  const [seated] = (await view(clinic)).tokens;
  if (!seated) throw new Error('no token');
  unwrap(await clinic.app.call('tokens.cancel', { tokenId: waiting.id }, staff));
  const [latest] = unwrap(await clinic.app.call('changes.recent', {}, staff));
  expect(latest).toMatchObject({ type: 'tokenCancelled', number: 'A-025', canUndo: true, others: 0 });
  unwrap(await clinic.app.call('tokens.undo', { tokenId: waiting.id }, staff));
  expect((await view(clinic)).waiting).toEqual([waiting.id]);

  unwrap(await clinic.app.call('tokens.cancel', { tokenId: seated.id }, staff));
  const [promoting] = unwrap(await clinic.app.call('changes.recent', {}, staff));
  expect(promoting).toMatchObject({ number: 'A-001', canUndo: false, others: 1 });
  expect(await clinic.app.call('tokens.undo', { tokenId: seated.id }, staff)).toMatchObject({
    error: { code: 'CONFLICT', details: { rule: 'R23', offer: 'reinstate' } },
  });
});

test('R20: the history of a token says why, with the numbers of the others', async () => {
  const clinic = await openClinic();
  for (let seat = 0; seat < 24; seat += 1) await clinic.issued({ source: 'online' });
  for (let seat = 0; seat < 9; seat += 1) await clinic.issued({ source: 'emergency' });
  const displaced = (await view(clinic)).tokens.find(({ status }) => status === 'displaced');
  const lines = unwrap(await clinic.app.call('tokens.history', { tokenId: displaced?.id ?? '' }, staff));
  expect(lines).toMatchObject([
    { type: 'tokenIssued', slot: { startMinute: 540 }, reason: { rule: 'R3' }, otherNumber: null },
    { type: 'tokenDisplaced', slot: null, reason: { rule: 'R6' }, otherNumber: 'A-033' },
  ]);
});

test('the kiosk finds a booking by exact phone, number or code, shows initials only, and checks it in', async () => {
  const clinic = await openClinic();
  const token = await clinic.issued({
    source: 'online',
    patientName: 'Asha Verma',
    patientContact: '9876543210',
  });
  const find = (query: string) => clinic.app.call('kiosk.findBookings', { query }, kiosk);
  for (const query of ['98765 43210', '+91 98765 43210', '098765 43210', 'a1', 'A001', token.id]) {
    expect(unwrap(await find(query.padEnd(3))), query).toMatchObject([
      { number: 'A-001', maskedName: 'A. V.', isHere: false },
    ]);
  }
  for (const query of ['98765', 'Asha', 'A-01x']) expect(unwrap(await find(query)), query).toEqual([]);
  expect(JSON.stringify(await find('A-001'))).not.toMatch(/Asha|9876543210/);

  const wrong = await clinic.app.call('kiosk.checkIn', { query: '9000000000', tokenId: token.id }, kiosk);
  expect(wrong).toMatchObject({ error: { code: 'NOT_FOUND' } });
  const ticket = unwrap(await clinic.app.call('kiosk.checkIn', { query: 'A-001', tokenId: token.id }, kiosk));
  expect(ticket.token).toMatchObject({ checkedInAt: clinic.clock.now() });
  expect(await clinic.store.printJobsIn(['queued'])).toHaveLength(2);
});

test('waits are ranges of five minutes for everyone still to be called, longer further back', async () => {
  const clinic = await openClinic();
  for (let person = 0; person < 12; person += 1) await clinic.issued();
  const { waits, queue } = await view(clinic);
  const inOrder = queue.map(({ tokenId }) => waits.find((wait) => wait.tokenId === tokenId));
  expect(inOrder).toHaveLength(12);
  for (const wait of inOrder) {
    expect((wait?.fromMinutes ?? 1) % 5).toBe(0);
    expect(wait?.toMinutes).toBeGreaterThanOrEqual(wait?.fromMinutes ?? Number.NaN);
  }
  expect(inOrder.at(-1)?.toMinutes).toBeGreaterThan(inOrder[0]?.toMinutes ?? Number.NaN);
});

test('a slip is in the language of the patient, its reprint and the slip of a transfer too', async () => {
  const clinic = await openClinic();
  const token = await clinic.issued({ language: 'ta' });
  expect(await clinic.store.printJobOfToken(token.id)).toMatchObject({ language: 'ta' });
  const again = unwrap(await clinic.app.call('slips.reprint', { tokenId: token.id }, staff));
  expect(again).toMatchObject({ language: 'ta', state: 'queued' });
  const doctorId = clinic.doctorIds[1] ?? first(clinic.doctorIds);
  const moved = unwrap(await clinic.app.call('tokens.transfer', { tokenId: token.id, doctorId }, staff));
  expect(await clinic.store.printJobOfToken(moved.id)).toMatchObject({ language: 'ta' });
  expect(await clinic.store.printJobOfToken((await clinic.issued()).id)).toMatchObject({ language: 'en' });
});

test('the call list blames an emergency only for what an emergency did', async () => {
  const clinic = await openClinic();
  for (let seat = 0; seat < 24; seat += 1) await clinic.issued({ source: 'online' });
  const doctorId = first(clinic.doctorIds);
  const { slots } = await view(clinic);
  const causes = async () =>
    unwrap(await clinic.app.call('callList.view', {}, staff)).map(({ because }) => because);
  const shrunk = { doctorId, slotId: slots[0]?.id ?? '', capacity: 4 };
  unwrap(await clinic.app.call('slots.change', shrunk, staff));
  expect(await causes()).toEqual(['slot_shrunk', 'slot_shrunk']);
  unwrap(await clinic.app.call('slots.close', { doctorId, slotId: slots[1]?.id ?? '' }, staff));
  expect((await causes()).filter((because) => because === 'slot_closed')).toHaveLength(6);
});

test('a token moved to another day is known by its new number in the history of the old one', async () => {
  const clinic = await openClinic();
  const token = await clinic.issued();
  const moved = unwrap(
    await clinic.app.call('tokens.moveToDay', { tokenId: token.id, serviceDay: '2026-12-01' }, staff),
  );
  const lines = unwrap(await clinic.app.call('tokens.history', { tokenId: token.id }, staff));
  expect(lines.at(-1)).toMatchObject({ type: 'tokenTransferred', otherNumber: moved.number });
});

test('a search that finds more than a page goes on where the page ended: each token once, in one order', async () => {
  const clinic = await openClinic();
  for (let person = 0; person < 4; person += 1) await clinic.issued({ patientName: `Kumar ${person}` });
  const serviceDay = serviceDaySchema.parse('2026-01-07');
  for (let person = 0; person < 4; person += 1)
    await clinic.issued({ patientName: `Kumar ${person}`, serviceDay });
  clinic.clock.setTo(at('08:30', '2026-01-06'));
  for (let person = 0; person < 3; person += 1) {
    const { id: tokenId } = await clinic.issued({ patientName: `Kumar ${person}` });
    if (person === 0) unwrap(await clinic.app.call('tokens.cancel', { tokenId }, staff));
  }
  const find = async (page: { limit?: number; cursor?: TokenId }) =>
    unwrap(await clinic.app.call('tokens.find', { query: 'kumar', ...page }, staff)).map(
      ({ token }) => token,
    );
  const whole = await find({});
  expect(whole.map(({ serviceDay: day }) => day.slice(-2)).join(' ')).toBe(
    '06 06 06 07 07 07 07 05 05 05 05',
  );
  const pages: string[] = [];
  for (let page = await find({ limit: 3 }); page.length > 0; ) {
    expect(page.length).toBeLessThanOrEqual(3);
    pages.push(...page.map(({ id }) => id));
    page = await find({ limit: 3, cursor: page.at(-1)?.id as TokenId });
  }
  expect(pages).toEqual(whole.map(({ id }) => id));
});

test('the history of the day goes back page by page to the first token, of all doctors', async () => {
  const clinic = await openClinic();
  const [one, two] = clinic.doctorIds as [DoctorId, DoctorId];
  for (let person = 0; person < 5; person += 1) {
    const token = await clinic.issued({ doctorId: person % 2 === 0 ? one : two });
    if (person === 2)
      unwrap(await clinic.app.call('tokens.transfer', { tokenId: token.id, doctorId: two }, staff));
  }
  const changes = async (page: CallInput<'changes.recent'>) =>
    unwrap(await clinic.app.call('changes.recent', page, staff));
  const whole = await changes({});
  expect(whole.at(-1)).toMatchObject({ type: 'tokenIssued', number: 'A-001' });
  const pages: typeof whole = [];
  for (let page = await changes({ limit: 2 }); page.length > 0; ) {
    pages.push(...page);
    const last = first(page.slice(-1));
    page = await changes({ limit: 2, cursor: { doctorId: last.doctorId, revision: last.revision } });
  }
  expect(pages).toEqual(whole);
});

test('R16: a closed day is one line: how it ended for one, for how many others too, and nobody was moved', async () => {
  const clinic = await openClinic();
  const doctorId = first(clinic.doctorIds);
  const seen = await clinic.issued({ patientName: 'Asha Verma' });
  await clinic.issued();
  await clinic.app.call('books.close', { doctorId, unseen: 'sent_away' }, staff);
  const [closing] = unwrap(await clinic.app.call('changes.recent', {}, staff));
  expect(closing).toMatchObject({ cancelReason: 'sent_away', others: 0, alike: 1, personName: null });
  const history = unwrap(await clinic.app.call('tokens.history', { tokenId: seen.id }, staff));
  expect(history).toMatchObject([{ cancelReason: null }, { cancelReason: 'sent_away' }]);
  const visits = unwrap(await clinic.app.call('patients.history', { tokenId: seen.id }, staff));
  expect(visits.visits).toMatchObject([{ status: 'not_seen' }]);
});

test('a call that finishes the patient before has moved nobody', async () => {
  const clinic = await openClinic();
  const doctorId = first(clinic.doctorIds);
  const [one, two] = [await clinic.issued(), await clinic.issued()];
  unwrap(await clinic.app.call('tokens.call', { tokenId: one.id, note: 'worse' }, staff));
  unwrap(await clinic.app.call('tokens.start', { tokenId: one.id }, staff));
  unwrap(await clinic.app.call('queue.callNext', { doctorId }, staff));
  const [latest] = unwrap(await clinic.app.call('changes.recent', {}, staff));
  expect(latest).toMatchObject({ type: 'tokenCalled', number: two.number, others: 0, alike: 0 });
});
