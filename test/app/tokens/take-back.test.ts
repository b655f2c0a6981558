import { describe, expect, test } from 'vitest';
import { serviceDaySchema } from '../../../src/shared/model/time';
import type { Token } from '../../../src/shared/model/token';
import { at, first, openClinic, staff, type TestClinic, unwrap } from '../../helpers/clinic';

/** All of a doctor's tokens, but for when something was last done to them. */
const tokensOf = async (clinic: TestClinic, which: number): Promise<readonly Standing[]> => {
  const doctorId = clinic.doctorIds[which] ?? first(clinic.doctorIds);
  return unwrap(await clinic.app.call('books.view', { doctorId }, staff)).tokens.map(standing);
};
type Standing = ReturnType<typeof standing>;
const standing = ({ updatedAt: _, warnings: __, ...token }: Token & { warnings?: unknown }) => token;
const slips = async (clinic: TestClinic) =>
  (await clinic.store.printJobsIn(['queued'])).map(({ tokenId, kind }) => `${tokenId} ${kind}`);
const notices = async (clinic: TestClinic) => unwrap(await clinic.app.call('callList.view', {}, staff));

describe.each([
  ['leaving', 0],
  ['arriving', 1],
] as const)('R21: a transfer undone from the %s side', (_side, side) => {
  test.each(['walk_in', 'online'] as const)(
    'of a %s patient: the first token is exactly as before',
    async (source) => {
      const clinic = await openClinic({ time: at('09:05') });
      const token = await clinic.issued({ source, checkedIn: source === 'walk_in' });
      await clinic.issued();
      const stood = await tokensOf(clinic, 0);
      const told = await notices(clinic);
      clinic.clock.setTo(at('09:10'));
      const doctorId = clinic.doctorIds[1] ?? '';
      const moved = unwrap(await clinic.app.call('tokens.transfer', { tokenId: token.id, doctorId }, staff));
      const printed = await slips(clinic);
      expect(printed.includes(`${moved.id} token`)).toBe(source === 'walk_in');
      clinic.clock.setTo(at('09:12'));
      const back = await clinic.app.call('tokens.undo', { tokenId: [token, moved][side]?.id ?? '' }, staff);
      expect(standing(unwrap(back))).toEqual(stood.find(({ id }) => id === token.id));
      expect(await tokensOf(clinic, 0)).toEqual(stood);
      expect(await tokensOf(clinic, 1)).toMatchObject([
        { id: moved.id, status: 'cancelled', cancelReason: 'transfer_undone' },
      ]);
      expect(await notices(clinic)).toEqual(told);
      expect(await slips(clinic)).toEqual(printed);
    },
  );

  test('is refused once the new token was called, and offers a transfer back', async () => {
    const clinic = await openClinic({ time: at('09:05') });
    const token = await clinic.issued();
    const doctorId = clinic.doctorIds[1] ?? '';
    const moved = unwrap(await clinic.app.call('tokens.transfer', { tokenId: token.id, doctorId }, staff));
    unwrap(await clinic.app.call('queue.callNext', { doctorId }, staff));
    const own = await clinic.app.call('tokens.undo', { tokenId: token.id }, staff);
    expect(own).toMatchObject({ error: { code: 'CONFLICT', details: { because: 'changed_since' } } });
    expect(await tokensOf(clinic, 1)).toMatchObject([{ id: moved.id, status: 'active', stage: 'called' }]);
  });
});

test('R21: moved to another day and back: the same seat, and the other day’s token is cancelled', async () => {
  const clinic = await openClinic();
  const token = await clinic.issued({ source: 'online' });
  const moved = unwrap(
    await clinic.app.call('tokens.moveToDay', { tokenId: token.id, serviceDay: '2026-01-06' }, staff),
  );
  expect(moved).toMatchObject({ serviceDay: '2026-01-06', status: 'active', transferredFrom: token.id });
  const gone = first(await tokensOf(clinic, 0));
  expect(gone).toMatchObject({ status: 'cancelled', cancelReason: 'transferred', transferredTo: moved.id });
  unwrap(await clinic.app.call('tokens.undo', { tokenId: moved.id }, staff));
  expect(await tokensOf(clinic, 0)).toEqual([standing(token)]);
});

test('R24: a mistaken emergency is taken back: who was displaced has the seat again', async () => {
  const clinic = await openClinic({ time: at('08:30') });
  const doctorId = first(clinic.doctorIds);
  const { slots } = unwrap(await clinic.app.call('books.view', { doctorId }, staff));
  unwrap(await clinic.app.call('settings.change', { rules: { maxEmergencyOverflow: 0 } }, staff));
  for (const { id: slotId } of slots.slice(1))
    unwrap(await clinic.app.call('slots.update', { slotId, status: 'closed' }, staff));
  unwrap(await clinic.app.call('slots.update', { slotId: slots[0]?.id ?? '', capacity: 1 }, staff));
  const seated = await clinic.issued();
  const listed = await clinic.issued({ source: 'online' });
  unwrap(await clinic.app.call('tokens.upgrade', { tokenId: listed.id, note: 'Chest pain' }, staff));
  expect((await tokensOf(clinic, 0)).map(({ status }) => status)).toEqual(['displaced', 'active']);
  const undone = await clinic.app.call('tokens.undo', { tokenId: listed.id }, staff);
  expect(undone).toMatchObject({ error: { code: 'CONFLICT', details: { offer: 'take_back_upgrade' } } });
  unwrap(
    await clinic.app.call('tokens.takeBackUpgrade', { tokenId: listed.id, note: 'Wrong patient' }, staff),
  );
  expect(await tokensOf(clinic, 0)).toMatchObject([
    { id: seated.id, status: 'active', slotId: slots[0]?.id },
    { id: listed.id, status: 'waiting', source: 'online', priority: 5, upgradedFrom: null },
  ]);
});

test('two windows: what one no longer shows as it stands it neither takes back, sends away nor moves', async () => {
  const clinic = await openClinic({ time: at('09:05') });
  const [, there] = clinic.doctorIds;
  if (!there) throw new Error('Two doctors are needed.');
  const { id: tokenId } = await clinic.issued();
  unwrap(await clinic.app.call('tokens.call', { tokenId }, staff));
  unwrap(await clinic.app.call('tokens.hold', { tokenId }, staff));
  const called = { tokenId, seen: { stage: 'called', recalls: 0 } } as const;
  const tomorrow = serviceDaySchema.parse('2026-01-06');
  const late = [
    await clinic.app.call('tokens.undo', called, staff),
    await clinic.app.call('tokens.transfer', { ...called, doctorId: there }, staff),
    await clinic.app.call('tokens.moveToDay', { ...called, serviceDay: tomorrow }, staff),
  ];
  for (const refused of late) {
    expect(refused).toMatchObject({
      error: { code: 'CONFLICT', message: expect.stringContaining('on hold') },
    });
  }
  const shown = { tokenId, seen: { stage: 'on_hold', recalls: 0 } } as const;
  const sent = unwrap(await clinic.app.call('tokens.transfer', { ...shown, doctorId: there }, staff));
  const back = { tokenId: sent.id, seen: { stage: 'called', recalls: 0 } } as const;
  expect(await clinic.app.call('tokens.undo', back, staff)).toMatchObject({ error: { code: 'CONFLICT' } });
  unwrap(await clinic.app.call('tokens.undo', { ...back, seen: { stage: 'checked_in', recalls: 0 } }, staff));
});
