import { expect, test } from 'vitest';
import type { CallInput, CallName, CallOutput } from '../../../src/shared/contract';
import { serviceDaySchema } from '../../../src/shared/model/time';
import { at, first, MONDAY, openClinic, staff, type TestClinic, unwrap } from '../../helpers/clinic';

const monday = serviceDaySchema.parse(MONDAY);
const tuesday = serviceDaySchema.parse('2026-01-06');

/** The sample clinic, with people booked for the first doctor on Tuesday: `seats` of nine to one, six each. */
async function booked(count: number) {
  const clinic = await openClinic();
  const doctorId = first(clinic.doctorIds);
  const does = doing(clinic);
  const people = [];
  for (let n = 0; n < count; n += 1) {
    const patientContact = `98000000${String(n).padStart(2, '0')}`;
    const wish = { serviceDay: tuesday, source: 'online', patientName: `P${n}`, patientContact } as const;
    people.push(await clinic.issued(wish));
  }
  const book = () => does('books.view', { doctorId, serviceDay: tuesday });
  return { clinic, doctorId, does, people, book };
}

function doing({ app }: Pick<TestClinic, 'app'>) {
  return async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> =>
    unwrap(await app.call(name, input, staff));
}

test('R34: leave for a whole day moves everybody to the call list, and is taken back', async () => {
  const { does, doctorId, book, people } = await booked(8);
  const before = await book();
  const leave = { doctorId, from: tuesday, reason: 'Wedding' };
  const preview = await does('plans.preview', { command: 'leaves.add', doctorId, from: tuesday });
  expect(preview.days).toMatchObject([{ doctorId, serviceDay: tuesday, closed: 4, added: 0, reopened: 0 }]);
  expect(preview.moved).toBe(8);
  expect(preview.toTell.map(({ tokenId }) => tokenId).sort()).toEqual(people.map(({ id }) => id).sort());
  expect(await book()).toEqual(before);

  const { id: leaveId } = await does('leaves.add', leave);
  expect((await book()).tokens.map(({ status }) => status)).toEqual(Array(8).fill('displaced'));
  expect((await book()).slots.map(({ status }) => status)).toEqual(Array(4).fill('closed'));
  const calls = (await does('callList.view', {})).filter(({ serviceDay }) => serviceDay === tuesday);
  expect(calls).toHaveLength(8);
  expect(calls.every(({ because }) => because === 'slot_closed')).toBe(true);
  expect(await does('leaves.list', {})).toMatchObject([{ doctorId, from: tuesday, to: tuesday }]);

  const back = await does('plans.preview', { command: 'leaves.remove', leaveId });
  expect(back).toMatchObject({ days: [{ reopened: 4 }], moved: 8, notBack: [] });
  await does('leaves.remove', { leaveId });
  const after = await book();
  expect(after.tokens.map(({ status }) => status)).toEqual(Array(8).fill('active'));
  const seats = ({ tokens }: typeof after) => tokens.map((token) => 'slotId' in token && token.slotId);
  expect(seats(after)).toEqual(seats(before));
  expect(await does('leaves.list', {})).toEqual([]);
});

test('R34: a day that nobody has touched simply has no slots, and has them again', async () => {
  const { does, doctorId } = await booked(0);
  const { id: leaveId } = await does('leaves.add', { doctorId, from: monday, to: tuesday, reason: 'Ill' });
  expect(await does('slots.list', { doctorId, serviceDay: tuesday })).toEqual([]);
  await does('leaves.remove', { leaveId });
  expect(await does('slots.list', { doctorId, serviceDay: tuesday })).toHaveLength(4);
});

test('R34: leave for part of a day takes only the slots it touches; who cannot have the seat again is said', async () => {
  const { does, doctorId, book } = await booked(8);
  const part = { doctorId, from: tuesday, startMinute: 9 * 60 + 30, endMinute: 10 * 60, reason: 'Meeting' };
  const { id: leaveId } = await does('leaves.add', part);
  const { slots, tokens } = await book();
  expect(slots.map(({ status }) => status)).toEqual(['closed', 'open', 'open', 'open']);
  expect(tokens.every(({ status }) => status === 'active')).toBe(true);
  const back = await does('plans.preview', { command: 'leaves.remove', leaveId });
  expect(back.notBack).toHaveLength(6);
  expect(back.notBack[0]).toMatchObject({ was: { startMinute: 540 }, now: { startMinute: 600 } });
});

test('R34: a week changed under booked days moves whom it must, and leaves what staff did by hand', async () => {
  const { does, doctorId, book } = await booked(8);
  const [nine, , eleven] = (await book()).slots;
  if (!nine || !eleven) throw new Error('no slot');
  await does('slots.change', { doctorId, serviceDay: tuesday, slotId: eleven.id, capacity: 2 });
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
    return { weekday, startMinute: 600, endMinute: 840, slotMinutes: 60, capacity: 4 };
  });
  const preview = await does('plans.preview', { command: 'doctors.save', doctorId, schedule: week });
  expect(preview.days).toMatchObject([{ closed: 1, changed: 2, added: 1 }]);
  await does('doctors.save', { doctorId, schedule: week });
  const after = await book();
  expect(after.slots.map(({ startMinute, status, capacity }) => [startMinute, status, capacity])).toEqual([
    [540, 'closed', 6],
    [600, 'open', 4],
    [660, 'open', 2],
    [720, 'open', 4],
    [780, 'open', 4],
  ]);
  expect(after.tokens.filter(({ status }) => status === 'active')).toHaveLength(8);
});

test('R34: the clinic is closed over several doctors and days in one step, and is open again', async () => {
  const { clinic, does, book } = await booked(3);
  const [, other] = clinic.doctorIds;
  if (!other) throw new Error('no doctor');
  const wednesday = serviceDaySchema.parse('2026-01-07');
  await clinic.issued({ doctorId: other, serviceDay: wednesday, source: 'online', patientName: 'W' });
  const closed = { from: monday, to: wednesday, name: 'Flood' } as const;
  const preview = await does('plans.preview', { command: 'closures.add', ...closed });
  expect(preview.days.map(({ serviceDay, closed }) => [serviceDay, closed])).toEqual([
    [tuesday, 4],
    [wednesday, 4],
  ]);
  const { id: closureId } = await does('closures.add', closed);
  expect((await book()).tokens.map(({ status }) => status)).toEqual(Array(3).fill('displaced'));
  for (const doctorId of clinic.doctorIds)
    expect(await does('slots.list', { doctorId })).not.toContainEqual(
      expect.objectContaining({ status: 'open' }),
    );
  await does('closures.remove', { closureId });
  expect((await book()).tokens.map(({ status }) => status)).toEqual(Array(3).fill('active'));
});

test('R34: one-off session on a booked day gives those on the list seats, and takes them away again', async () => {
  const { does, doctorId, book } = await booked(26);
  expect((await book()).waiting).toHaveLength(2);
  const evening = { startMinute: 1080, endMinute: 1140, slotMinutes: 30, capacity: 1 };
  const { id: oneOffId } = await does('oneOffs.add', { doctorId, serviceDay: tuesday, ...evening });
  expect((await book()).waiting).toHaveLength(0);
  await does('oneOffs.remove', { oneOffId });
  expect((await book()).waiting).toHaveLength(2);
  await does('oneOffs.add', { doctorId, serviceDay: tuesday, ...evening });
  expect((await book()).waiting).toHaveLength(0);
});

test('R34: leave from now on takes the running slot too; who is called or inside stays', async () => {
  const { does, clinic, doctorId } = await booked(0);
  const { id: tokenId } = await clinic.issued();
  await clinic.issued();
  clinic.clock.setTo(at('09:10'));
  await does('tokens.call', { tokenId });
  await does('leaves.add', { doctorId, from: monday, reason: 'Ill' });
  const { tokens, slots } = await does('books.view', { doctorId });
  expect(tokens.map(({ status }) => status)).toEqual(['active', 'displaced']);
  expect(slots.every(({ status }) => status === 'closed')).toBe(true);
});
