import { expect, test } from 'vitest';
import { makeRounds } from '../../../src/main/app/day/rounds';
import { MINUTE, serviceDaySchema } from '../../../src/shared/model/time';
import { at, first, kiosk, MONDAY, openClinic, staff, type TestClinic, unwrap } from '../../helpers/clinic';

/** What a gap leaves as it was, however it came about: a crash, a sleep, a stopped process, a blocked disk (R13). */
async function morning() {
  const clinic = await openClinic({ watched: true });
  const { run } = makeRounds(clinic.environment);
  const doctorId = first(clinic.doctorIds);
  const serviceDay = serviceDaySchema.parse(MONDAY);
  const call: TestClinic['app']['call'] = clinic.app.call;
  return {
    ...clinic,
    run,
    doctorId,
    call,
    view: async () => unwrap(await clinic.app.call('books.view', { doctorId, serviceDay }, staff)),
    /** The clock's work, every 15 s until then. */
    async live(until: string) {
      for (let now = clinic.clock.now(); now <= at(until); now += 15_000) {
        clinic.clock.setTo(now);
        await run();
      }
    },
    /** Nothing runs until then. */
    async gap(until: string) {
      clinic.clock.setTo(at(until));
      await run();
    },
  };
}

test('R22, R13: a doctor who will be late stays so over a gap, and nobody is marked before the real start and the time to come', async () => {
  const m = await morning();
  const booked = await m.issued({ source: 'online' });
  await m.live('08:50');
  unwrap(await m.call('doctors.setDelay', { doctorId: m.doctorId, minutes: 20 }, staff));
  await m.gap('09:21');
  expect((await m.view()).slots.slice(0, 2).map(({ delayMinutes }) => delayMinutes)).toEqual([20, 20]);
  await m.live('09:35');
  expect((await m.view()).tokens[0]?.status).toBe('active');
  await m.live('09:36');
  expect((await m.view()).tokens.find(({ id }) => id === booked.id)?.status).toBe('no_show');
});

test('R22: a break whose end passed in the gap is over: the doctor is at work, and what it moved stays moved', async () => {
  const m = await morning();
  await m.issued();
  await m.live('09:05');
  unwrap(await m.call('doctors.takeBreak', { doctorId: m.doctorId, minutes: 15 }, staff));
  expect((await m.view()).breakUntil).toBe(at('09:20'));
  await m.gap('09:50');
  const after = await m.view();
  expect(after.breakUntil).toBeNull();
  expect(after.slots.slice(0, 2).map(({ delayMinutes }) => delayMinutes)).toEqual([0, 15]);
  expect(after.next).toBe(after.tokens[0]?.id);
});

test('R19: who stepped out, who is called and who is inside are where they were; silence in the gap counts as no round', async () => {
  const m = await morning();
  const [inside, called, out, waits] = [
    await m.issued(),
    await m.issued(),
    await m.issued(),
    await m.issued(),
  ];
  await m.live('09:02');
  for (const token of [inside, called]) {
    unwrap(await m.call('tokens.call', { tokenId: token.id }, staff));
    if (token === inside) unwrap(await m.call('tokens.start', { tokenId: token.id }, staff));
  }
  unwrap(await m.call('tokens.hold', { tokenId: out.id }, staff));
  for (let recall = 0; recall < 3; recall += 1) {
    m.clock.setTo(m.clock.now() + 20_000);
    unwrap(await m.call('tokens.recall', { tokenId: called.id }, staff));
  }
  const stands = async () =>
    (await m.view()).tokens.map((token) => (token.status === 'active' ? token.stage : token.status));
  const stood = await stands();
  await m.gap('09:40');
  expect(await stands()).toEqual(stood);
  expect(stood).toEqual(['in_consultation', 'called', 'on_hold', 'checked_in']);
  // A minute after the PC is back the round ends, as ever.
  await m.live('09:41');
  expect(await stands()).toEqual(['in_consultation', 'on_hold', 'on_hold', 'checked_in']);
  expect((await m.view()).next).toBe(waits.id);
});

test('R13: of what went on through a gap nothing is learned', async () => {
  const m = await morning();
  const taught = async () => JSON.stringify(await m.store.meta('pace'));
  const token = await m.issued();
  await m.live('09:02');
  unwrap(await m.call('tokens.call', { tokenId: token.id }, staff));
  unwrap(await m.call('tokens.start', { tokenId: token.id }, staff));
  const before = await taught();
  await m.gap('09:40');
  unwrap(await m.call('tokens.serve', { tokenId: token.id }, staff));
  expect(await taught()).toBe(before);
});

test('R18: at the kiosk a gap makes nobody late', async () => {
  const m = await morning();
  const rules = { checkInLateMinutes: 15 };
  unwrap(await m.call('settings.change', { rules, confirmed: true }, staff));
  const booked = await m.issued({ source: 'online', patientContact: '9876500011' });
  await m.live('08:40');
  await m.gap('09:30');
  m.clock.setTo(at('09:40'));
  const found = unwrap(await m.call('kiosk.findBookings', { query: '9876500011' }, kiosk));
  expect(found).toMatchObject([{ number: booked.number, obstacle: null }]);
});

test('R16: off at the hour at which the clinic closes, the day stays open for as long as R13 gives everybody', async () => {
  const m = await morning();
  unwrap(await m.call('settings.change', { clinic: { closeDayAtMinute: 14 * 60 }, confirmed: true }, staff));
  await m.issued();
  await m.live('08:45');
  await m.gap('14:30');
  expect(await m.view()).toMatchObject({ status: 'open', tokens: [{ status: 'active' }] });
  await m.live('14:44');
  expect((await m.view()).status).toBe('open');
  await m.live('14:45');
  expect(await m.view()).toMatchObject({ status: 'closed', closedTooSoon: null });
});

test('R13: a process that was stopped amid a round marks nobody of the doctors who are still to come in it', async () => {
  const m = await morning();
  const [, second] = m.doctorIds;
  await m.issued({ source: 'online' });
  await m.issued({ source: 'online', ...(second && { doctorId: second }) });
  await m.live('09:14');
  const listed = m.store.doctorsWithOpenTokens;
  // Stopped after the round has begun: it goes on half an hour later.
  const doctorsWithOpenTokens: typeof listed = async (day) => {
    m.clock.setTo(at('09:44'));
    return listed(day);
  };
  const store = { ...m.store, doctorsWithOpenTokens };
  await makeRounds({ ...m.environment, store }).run();
  const open = await m.store.doctorsWithOpenTokens(serviceDaySchema.parse(MONDAY));
  expect(open).toHaveLength(2);
  expect(m.environment.watch.since()).toBe(at('09:44'));
  expect(m.clock.now() - at('09:44')).toBeLessThan(MINUTE);
});
