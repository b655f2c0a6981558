import { expect, test } from 'vitest';
import { makeRounds } from '../../../src/main/app/day/rounds';
import type { CallInput, CallName } from '../../../src/shared/contract';
import type { Token } from '../../../src/shared/model/token';
import { at, first, openClinic, staff, type TestClinic, unwrap } from '../../helpers/clinic';

const doctorWindow = { role: 'doctor', screen: 'doctor', doctorId: null } as const;

async function ask<N extends CallName>(clinic: TestClinic, name: N, input: CallInput<N>) {
  return clinic.app.call(name, input, doctorWindow);
}

async function view(clinic: TestClinic, doctorId = first(clinic.doctorIds)) {
  return unwrap(await ask(clinic, 'books.view', { doctorId }));
}

const callNext = (clinic: TestClinic, input: Partial<CallInput<'queue.callNext'>> = {}) =>
  ask(clinic, 'queue.callNext', { doctorId: first(clinic.doctorIds), ...input });

async function finish(clinic: TestClinic, tokenId: Token['id']): Promise<void> {
  unwrap(await ask(clinic, 'tokens.start', { tokenId }));
  unwrap(await ask(clinic, 'tokens.serve', { tokenId }));
}

/** The three recalls of a round, each when the one before has had time to be heard. */
async function recallAll(clinic: TestClinic, tokenId: Token['id']): Promise<void> {
  for (let recall = 0; recall < 3; recall += 1) {
    clinic.clock.setTo((await view(clinic)).recallFrom ?? 0);
    unwrap(await ask(clinic, 'tokens.recall', { tokenId }));
  }
}

test('R18: call next calls whom the window showed, or nobody', async () => {
  const clinic = await openClinic();
  const [asha, ravi] = [await clinic.issued(), await clinic.issued()];
  expect((await view(clinic)).next).toBe(asha.id);
  const urgent = await clinic.issued({ source: 'emergency', note: 'Chest pain' });
  const stale = await callNext(clinic, { expected: asha.id });
  expect(stale).toMatchObject({ error: { code: 'CONFLICT', details: { number: urgent.number } } });
  expect((await view(clinic)).called).toBeNull();
  expect(unwrap(await callNext(clinic, { expected: urgent.id })).id).toBe(urgent.id);
  expect((await view(clinic)).next).toBeNull();
  expect(await callNext(clinic, { expected: ravi.id })).toMatchObject({ error: { code: 'CONFLICT' } });
});

test('two windows racing 200 times: one call, one start, one end each, whoever is faster', async () => {
  const clinic = await openClinic({ time: at('09:00') });
  const doctorId = first(clinic.doctorIds);
  let seen = 0;
  for (let round = 0; round < 200; round += 1) {
    await clinic.issued({ patientName: `Racer ${round}` });
    const next = (await view(clinic)).next;
    if (next === null) throw new Error('Nobody is next.');
    const calls = await Promise.all([1, 2].map(() => callNext(clinic, { expected: next })));
    expect(calls.filter(({ ok }) => ok)).toHaveLength(1);
    const called = await view(clinic);
    expect(called.called).toBe(next);
    const seenThen = { stage: 'called', recalls: 0 } as const;
    const acts = await Promise.all([
      ask(clinic, 'tokens.start', { tokenId: next, seen: seenThen }),
      ask(clinic, round % 2 === 0 ? 'tokens.hold' : 'tokens.recall', { tokenId: next, seen: seenThen }),
    ]);
    expect(acts.map(({ ok }) => ok)).toEqual([true, false]);
    const inside = { stage: 'in_consultation', recalls: 0 } as const;
    const ends = await Promise.all([
      ask(clinic, 'tokens.serve', { tokenId: next, seen: inside }),
      ask(clinic, 'tokens.serve', { tokenId: next, seen: inside }),
      callNext(clinic, { expected: next }),
    ]);
    expect(ends.map(({ ok }) => ok)).toEqual([true, false, false]);
    seen += 1;
    const after = unwrap(await ask(clinic, 'books.view', { doctorId }));
    expect([after.called, after.inConsultation]).toEqual([null, null]);
    expect(after.tokens.filter(({ status }) => status === 'served')).toHaveLength(seen);
  }
});

test('two windows recalling at once recall once, so that nobody steps back unheard', async () => {
  const clinic = await openClinic();
  await clinic.issued();
  const { id: tokenId } = unwrap(await callNext(clinic));
  clinic.clock.setTo(clinic.clock.now() + 20_000);
  const twice = await Promise.all(
    [1, 2].map(() => ask(clinic, 'tokens.recall', { tokenId, seen: { stage: 'called', recalls: 0 } })),
  );
  expect(twice.map(({ ok }) => ok)).toEqual([true, false]);
  expect(twice[1]).toMatchObject({
    error: { message: 'Another window was faster: A-001 has been called again meanwhile.' },
  });
});

test('R19: who does not answer to the last recall steps back by itself, once somebody else is here', async () => {
  const clinic = await openClinic({ time: at('09:00') });
  const rounds = makeRounds(clinic.environment);
  const lonely = await clinic.issued();
  unwrap(await callNext(clinic));
  expect((await view(clinic)).recallFrom).toBe(at('09:00') + 20_000);
  const hasty = await ask(clinic, 'tokens.recall', { tokenId: lonely.id });
  expect(hasty).toMatchObject({ error: { code: 'TOO_EARLY', details: { notBefore: at('09:00') + 20_000 } } });
  await recallAll(clinic, lonely.id);
  clinic.clock.setTo(at('09:02'));
  await rounds.run();
  expect((await view(clinic)).called).toBe(lonely.id);
  const other = await clinic.issued();
  await rounds.run();
  expect((await view(clinic)).called).toBeNull();
  expect((await view(clinic)).next).toBe(other.id);
  const reason = { code: 'did_not_answer', rule: 'R19', recalls: 3, round: 1 };
  const history = unwrap(await ask(clinic, 'tokens.history', { tokenId: lonely.id }));
  expect(history.at(-1)).toMatchObject({ type: 'tokenHeld', reason });
  expect((await view(clinic)).heldBack).toEqual([
    { tokenId: lonely.id, place: { code: 'held_back', since: at('09:02'), callsToGo: 2 } },
  ]);
});

test('R19: the second round without an answer makes a no-show, and never before', async () => {
  const clinic = await openClinic({ time: at('09:00') });
  const silent = await clinic.issued();
  unwrap(await callNext(clinic));
  await recallAll(clinic, silent.id);
  clinic.clock.setTo(at('09:02'));
  for (const minute of ['09:03', '09:08']) {
    const { id } = await clinic.issued();
    expect(unwrap(await callNext(clinic)).id).toBe(id);
    await finish(clinic, id);
    clinic.clock.setTo(at(minute));
  }
  expect(unwrap(await callNext(clinic)).id).toBe(silent.id);
  await recallAll(clinic, silent.id);
  clinic.clock.setTo(at('09:12'));
  const here = await clinic.issued();
  expect(unwrap(await callNext(clinic)).id).toBe(here.id);
  const history = unwrap(await ask(clinic, 'tokens.history', { tokenId: silent.id }));
  expect(history.at(-1)).toMatchObject({
    type: 'tokenNoShow',
    reason: { code: 'did_not_answer', rule: 'R19', round: 2 },
  });
});

test('R18, R20: called out of turn, the reason given is kept', async () => {
  const clinic = await openClinic();
  await clinic.issued();
  const late = await clinic.issued();
  unwrap(await ask(clinic, 'tokens.call', { tokenId: late.id, note: '  Came back with the X-ray ' }));
  const history = unwrap(await ask(clinic, 'tokens.history', { tokenId: late.id }));
  expect(history.at(-1)?.reason).toEqual({
    code: 'asked_by_staff',
    rule: 'R18',
    note: 'Came back with the X-ray',
  });
});

test('R22: a break makes later slots later, shows until when, and is told to those who are not here', async () => {
  const clinic = await openClinic({ time: at('09:20') });
  const doctorId = first(clinic.doctorIds);
  await clinic.issued();
  const home = await clinic.issued({ source: 'online' });
  const before = await view(clinic);
  const plan = unwrap(
    await ask(clinic, 'commands.preview', { command: 'doctors.takeBreak', doctorId, minutes: 20 }),
  );
  expect(plan.slots.map(({ startMinute, delayMinutes }) => [startMinute / 60, delayMinutes])).toEqual([
    [10, 20],
    [11, 20],
    [12, 20],
  ]);
  expect(plan.toTell.map(({ number }) => number)).toEqual([home.number]);
  expect((await view(clinic)).revision).toBe(before.revision);

  unwrap(await ask(clinic, 'doctors.takeBreak', { doctorId, minutes: 20 }));
  expect(await ask(clinic, 'doctors.takeBreak', { doctorId, minutes: 5 })).toMatchObject({
    error: { code: 'CONFLICT' },
  });
  const onBreak = await view(clinic);
  expect(onBreak.breakUntil).toBe(at('09:40'));
  expect(onBreak.slots.map(({ delayMinutes }) => delayMinutes)).toEqual([0, 20, 20, 20]);
  const summary = unwrap(await ask(clinic, 'doctors.summaries', {}))[0];
  expect(summary).toMatchObject({ breakUntil: at('09:40'), delayMinutes: 20 });
  const notices = unwrap(await ask(clinic, 'callList.view', {}));
  expect(notices.map(({ number, kind }) => [number, kind])).toEqual([[home.number, 'doctor_late']]);

  clinic.clock.setTo(at('09:30'));
  unwrap(await ask(clinic, 'doctors.endBreak', { doctorId }));
  const back = await view(clinic);
  expect(back.breakUntil).toBeNull();
  expect(back.slots.map(({ delayMinutes }) => delayMinutes)).toEqual([0, 10, 10, 10]);
});

test('R22: whoever is called ends the break, and a break is over by itself', async () => {
  const clinic = await openClinic({ time: at('09:20') });
  const doctorId = first(clinic.doctorIds);
  // Six seats from ten o'clock on; the seventh is of the slot after.
  await clinic.issued();
  unwrap(await ask(clinic, 'doctors.takeBreak', { doctorId, minutes: 30 }));
  const { id } = unwrap(await callNext(clinic));
  expect((await view(clinic)).breakUntil).toBeNull();
  await finish(clinic, id);
  unwrap(await ask(clinic, 'doctors.takeBreak', { doctorId, minutes: 10 }));
  clinic.clock.setTo(at('09:30'));
  expect((await view(clinic)).breakUntil).toBeNull();
  unwrap(await ask(clinic, 'doctors.takeBreak', { doctorId, minutes: 10 }));
  unwrap(await ask(clinic, 'books.close', { doctorId }));
  expect(await view(clinic)).toMatchObject({ status: 'closed', breakUntil: null });
});

test('expected waits are longer by the break for whoever is called before the next slot', async () => {
  const clinic = await openClinic({ time: at('08:50') });
  const doctorId = first(clinic.doctorIds);
  const token = await clinic.issued();
  clinic.clock.setTo(at('09:05'));
  const wait = async () => (await view(clinic)).waits.find(({ tokenId }) => tokenId === token.id);
  const before = await wait();
  unwrap(await ask(clinic, 'doctors.takeBreak', { doctorId, minutes: 30 }));
  const during = await wait();
  expect(during?.fromMinutes).toBe((before?.fromMinutes ?? 0) + 30);
  expect(during?.toMinutes).toBe((before?.toMinutes ?? 0) + 30);
});

test('R15: leaving early closes every later slot at once and says beforehand who loses a seat', async () => {
  const clinic = await openClinic();
  const doctorId = first(clinic.doctorIds);
  for (let person = 0; person < 14; person += 1) await clinic.issued();
  const { slots, revision } = await view(clinic);
  const lastSlotId = slots[0]?.id ?? null;
  const plan = unwrap(
    await ask(clinic, 'commands.preview', { command: 'doctors.leaveEarly', doctorId, lastSlotId }),
  );
  expect(plan.moved.map(({ number, to, status }) => [number, to, status])).toEqual(
    Array.from({ length: 8 }, (_, index) => [`A-${String(index + 7).padStart(3, '0')}`, null, 'displaced']),
  );
  expect(plan.slots.map(({ status }) => status)).toEqual(['closed', 'closed', 'closed']);
  expect((await view(clinic)).revision).toBe(revision);
  unwrap(await ask(clinic, 'doctors.leaveEarly', { doctorId, lastSlotId }));
  const left = await view(clinic);
  expect(left.slots.map(({ status }) => status)).toEqual(['open', 'closed', 'closed', 'closed']);
  expect(left.waiting).toHaveLength(8);
  expect(await ask(clinic, 'doctors.leaveEarly', { doctorId, lastSlotId })).toMatchObject({
    error: { code: 'CONFLICT', message: 'No later slot is open.' },
  });
});

test('a slot of another day is previewed on that day', async () => {
  const clinic = await openClinic();
  const doctorId = first(clinic.doctorIds);
  const serviceDay = '2026-01-06';
  const booked = await clinic.issued({ serviceDay, source: 'online' });
  const tomorrow = unwrap(await clinic.app.call('books.view', { doctorId, serviceDay }, staff));
  const slotId = tomorrow.slots[0]?.id ?? '';
  const plan = unwrap(
    await clinic.app.call(
      'commands.preview',
      { command: 'slots.close', doctorId, slotId, serviceDay },
      staff,
    ),
  );
  expect(plan.moved.map(({ number }) => number)).toEqual([booked.number]);
});

async function unfinishedMorning(clinic: TestClinic): Promise<void> {
  for (let person = 0; person < 3; person += 1) await clinic.issued();
  await clinic.issued({ source: 'online' });
  clinic.clock.setTo(at('09:10'));
  const served = unwrap(await callNext(clinic));
  unwrap(await ask(clinic, 'tokens.start', { tokenId: served.id }));
  clinic.clock.setTo(at('09:18'));
  unwrap(await ask(clinic, 'tokens.serve', { tokenId: served.id }));
  const inside = unwrap(await callNext(clinic));
  unwrap(await ask(clinic, 'tokens.start', { tokenId: inside.id }));
}

test('R16: the day closes as the review said, and not if anything changed since', async () => {
  const clinic = await openClinic();
  const doctorId = first(clinic.doctorIds);
  await unfinishedMorning(clinic);
  const [review] = unwrap(await ask(clinic, 'books.closePreview', { doctorId }));
  expect(review).toMatchObject({
    served: 1,
    noShows: [{ number: 'A-004' }],
    notSeen: [{ number: 'A-003' }],
    inConsultation: { number: 'A-002' },
  });
  await clinic.issued();
  const stale = { doctorId, revision: review?.revision ?? 0 };
  expect(await ask(clinic, 'books.close', stale)).toMatchObject({ error: { code: 'CONFLICT' } });
  const [again] = unwrap(await ask(clinic, 'books.closePreview', { doctorId }));
  unwrap(await ask(clinic, 'books.close', { doctorId, revision: again?.revision ?? 0 }));
  const closed = await view(clinic);
  expect(closed.status).toBe('closed');
  unwrap(await ask(clinic, 'tokens.serve', { tokenId: closed.inConsultation ?? '' }));
  const { total, doctors } = unwrap(await ask(clinic, 'books.summary', {}));
  expect(doctors).toHaveLength(3);
  expect(total).toMatchObject({ issued: 5, served: 2, noShows: 1, notSeen: 2, cancelled: 0, open: 0 });
  expect(total.waitMinutes).toBeCloseTo((40 + 48) / 2);
  expect(total.byHour).toEqual([{ hour: 9, served: 2 }]);
});

test('R16: who left, was sent away, or found the doctor gone is counted apart; the total is as ever', async () => {
  const clinic = await openClinic();
  const doctorId = first(clinic.doctorIds);
  const [left, away, gone] = [await clinic.issued(), await clinic.issued(), await clinic.issued()];
  const unseenEach = [
    { tokenId: left.id, as: 'left_unseen' as const },
    { tokenId: away.id, as: 'sent_away' as const },
  ];
  unwrap(await ask(clinic, 'books.close', { doctorId, unseen: 'doctor_gone', unseenEach }));
  const { total } = unwrap(await ask(clinic, 'books.summary', {}));
  expect(total).toMatchObject({ notSeen: 3, leftUnseen: 1, sentAway: 1, doctorGone: 1, closedByClock: 0 });
  const { tokens } = await view(clinic);
  expect(tokens.find(({ id }) => id === gone.id)).toMatchObject({ cancelReason: 'doctor_gone' });
});

test('R16: at the hour the clinic set the day closes by itself, not a minute sooner', async () => {
  const clinic = await openClinic();
  unwrap(await clinic.app.call('settings.change', { clinic: { closeDayAtMinute: 14 * 60 } }, staff));
  await clinic.issued();
  const rounds = makeRounds(clinic.environment);
  clinic.clock.setTo(at('13:59'));
  await rounds.run();
  expect((await view(clinic)).status).toBe('open');
  clinic.clock.setTo(at('14:00'));
  await rounds.run();
  expect(await view(clinic)).toMatchObject({ status: 'closed', tokens: [{ status: 'cancelled' }] });
});

test('the new day begins by itself: the old one closes, numbers restart, who is in the room stays', async () => {
  const clinic = await openClinic();
  const rounds = makeRounds(clinic.environment);
  await rounds.run();
  await unfinishedMorning(clinic);
  clinic.clock.setTo(at('00:00', '2026-01-06'));
  await rounds.run();
  expect(clinic.events.filter(({ type }) => type === 'dayChanged')).toMatchObject([
    { serviceDay: '2026-01-06' },
  ]);
  const today = await view(clinic);
  expect(today).toMatchObject({ serviceDay: '2026-01-06', tokens: [], left: { number: 'A-002' } });
  const yesterday = unwrap(
    await ask(clinic, 'books.view', { doctorId: today.doctor.id, serviceDay: '2026-01-05' }),
  );
  expect(yesterday.status).toBe('closed');
  expect((await clinic.issued()).number).toBe('A-001');
  unwrap(await ask(clinic, 'tokens.serve', { tokenId: today.left?.id ?? '' }));
  expect((await view(clinic)).left).toBeNull();
});

test('an app that was off at the end of the day closes it when it is next started', async () => {
  const clinic = await openClinic();
  await clinic.issued();
  clinic.clock.setTo(at('08:00', '2026-01-09'));
  await makeRounds(clinic.environment).run();
  const doctorId = first(clinic.doctorIds);
  const old = unwrap(await ask(clinic, 'books.view', { doctorId, serviceDay: '2026-01-05' }));
  expect(old).toMatchObject({
    status: 'closed',
    tokens: [{ status: 'cancelled', cancelReason: 'closed_by_clock' }],
  });
  expect(await clinic.store.unclosedBooks(old.serviceDay)).toEqual([]);
});

test('pace: today’s median beside what is usual, and when the last patient is done', async () => {
  const clinic = await openClinic({ time: at('09:00') });
  expect((await view(clinic)).pace).toMatchObject({ today: [], todayMinutes: null, doneBy: null });
  let now = at('09:00');
  for (const minutes of [4, 12, 6]) {
    await clinic.issued();
    const { id: tokenId } = unwrap(await callNext(clinic));
    unwrap(await ask(clinic, 'tokens.start', { tokenId }));
    now += minutes * 60_000;
    clinic.clock.setTo(now);
    unwrap(await ask(clinic, 'tokens.serve', { tokenId }));
  }
  await clinic.issued();
  const { pace } = await view(clinic);
  expect(pace.today).toEqual([4, 12, 6]);
  expect(pace.todayMinutes).toBe(6);
  // Ten minutes a seat are planned; three consultations have begun to teach otherwise.
  expect(pace.usualMinutes).toBeCloseTo((22 + 5 * 10) / 8, 0);
  expect(pace.doneBy?.from).toBeGreaterThan(now - 5 * 60_000);
  expect(pace.doneBy?.to).toBeGreaterThan(pace.doneBy?.from ?? 0);
});
