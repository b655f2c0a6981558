import { describe, expect, it } from 'vitest';
import { isAtDoor } from '../../src/main/engine/transitions';
import type { BookEvent } from '../../src/shared/model/event';
import type { TokenId } from '../../src/shared/model/ids';
import type { AppError } from '../../src/shared/result';
import {
  type Clinic,
  type CommandName,
  clinic,
  type RequestOf,
  refusal,
  slotAt,
  story,
  tokenId,
} from './helpers/clinic';

const asha = { patientName: 'Asha Rao', patientContact: '9876543210' };
const away = { checkedIn: false };

/** Runs the command and gives back its events, ready to be undone. */
function run<N extends CommandName>(c: Clinic, name: N, request: RequestOf<N>): readonly BookEvent[] {
  return c.do(name, request).events;
}

const refuse = (c: Clinic, id: TokenId, events: readonly BookEvent[]): AppError =>
  refusal(c.try('undo', { tokenId: id, events }));

function expectUndone(c: Clinic, id: TokenId, change: () => readonly BookEvent[]): void {
  const before = c.token(id);
  const calls = c.book.calls;
  const events = change();
  c.now += 1000;
  const undone = c.do('undo', { tokenId: id, events });
  const atDoor = events.some(({ type }) => type === 'tokenCalled' || type === 'tokenStarted');
  const leftDoorAt = atDoor && !isAtDoor(before) ? c.now : c.field(id, 'leftDoorAt');
  expect(c.token(id)).toEqual({ ...before, updatedAt: c.now, leftDoorAt });
  expect(c.book.calls).toBe(calls);
  expect(story(undone.events)).toEqual([`tokenRestored ${before.number}`]);
  expect(undone.events[0]?.reason).toEqual({ code: 'asked_by_staff', rule: 'R23' });
  expect(undone.token?.id).toBe(id);
}

describe('R23: what is not undone', () => {
  it('R23: not where the command moved somebody else', () => {
    const c = clinic({ seats: [1] });
    const id = c.issue('paid');
    c.issue('paid');
    const events = run(c, 'cancel', { tokenId: id, reason: 'patient' });
    expect(refuse(c, id, events)).toEqual({
      code: 'CONFLICT',
      message: 'The last change of A-001 can no longer be undone exactly.',
      details: {
        rule: 'R23',
        tokenId: id,
        number: 'A-001',
        because: 'others_were_moved',
        offer: 'reinstate',
      },
    });
  });

  it('R23: not where the command changed a slot', () => {
    const c = clinic({ seats: [1] });
    const id = c.issue('paid');
    const events = run(c, 'closeSlot', { slotId: c.slotId(9) });
    expect(refuse(c, id, events).details).toMatchObject({ because: 'others_were_moved' });
  });

  it('R23: not where settling afterwards would move somebody', () => {
    const c = clinic({ seats: [1, 1] });
    const id = c.issue('paid');
    const events = run(c, 'move', { tokenId: id, slotId: c.slotId(10) });
    const full = c.issue('paid');
    c.issue('paid', { slotId: c.slotId(10) });
    c.do('cancel', { tokenId: full, reason: 'staff' });
    const refused = refuse(c, id, events);
    expect(refused.details).toMatchObject({ because: 'others_would_move', offer: null, tokenId: id });
    expect(c.where(id)).toBe('10');
  });

  it('R23: settling before it may move others: that is not the undoing', () => {
    const c = clinic({ seats: [1, 0] });
    const id = c.issue('paid');
    const waiting = c.issue('paid');
    const events = run(c, 'hold', { tokenId: id });
    c.book = { ...c.book, slots: [slotAt(540, 600, 1), slotAt(600, 660, 1)] };
    c.do('undo', { tokenId: id, events });
    expect([c.where(waiting), c.field(id, 'stage')]).toEqual(['10', 'checked_in']);
  });

  it('R23: not where the token changed since', () => {
    const c = clinic();
    const id = c.issue('online');
    const events = run(c, 'checkIn', { tokenId: id });
    c.do('correct', { tokenId: id, note: 'stairs' });
    expect(refuse(c, id, events).details).toMatchObject({ because: 'changed_since' });
  });

  it('R23: not where its seat has been taken', () => {
    const c = clinic({ seats: [1] });
    const id = c.issue('paid');
    const events = run(c, 'cancel', { tokenId: id, reason: 'patient' });
    c.issue('paid');
    expect(refuse(c, id, events).details).toMatchObject({ because: 'place_is_taken', offer: 'reinstate' });
  });

  it('R23: a seat is taken only when its kind is', () => {
    const c = clinic({ seats: [1], rules: { maxEmergencyOverflow: 1 } });
    const urgent = c.issue('emergency');
    const events = run(c, 'cancel', { tokenId: urgent, reason: 'patient' });
    c.issue('paid');
    c.do('undo', { tokenId: urgent, events });
    expect(c.seated(9)).toEqual([1, 2]);
    const full = clinic({ seats: [1], rules: { maxEmergencyOverflow: 1 } });
    const paid = full.issue('paid');
    const cancelled = run(full, 'cancel', { tokenId: paid, reason: 'patient' });
    full.issue('emergency');
    // An emergency sits on the one seat below capacity; there is one above, but an ordinary patient was here first.
    full.do('undo', { tokenId: paid, events: cancelled });
    expect(full.seated(9)).toEqual([1, 2]);
  });

  it('R23: no seat is left when capacity and overflow are full of emergencies', () => {
    const c = clinic({ seats: [1], rules: { maxEmergencyOverflow: 1, allowPreemption: false } });
    for (const source of ['paid', 'emergency'] as const) {
      const id = c.issue(source);
      const events = run(c, 'cancel', { tokenId: id, reason: 'patient' });
      const others = [c.issue('emergency'), c.issue('emergency')];
      expect(refuse(c, id, events).details).toMatchObject({ because: 'place_is_taken' });
      for (const tokenId of others) c.do('cancel', { tokenId, reason: 'staff' });
    }
  });

  it('R23: a release is undone as a whole, the promotion that came of it too', () => {
    const c = clinic({ seats: [1, 1] });
    c.issue('paid', { slotId: c.slotId(9) });
    const id = c.issue('paid', { slotId: c.slotId(9) });
    expectUndone(c, id, () => run(c, 'release', { tokenId: id }));
    expect(c.where(id)).toBe('waiting');
  });

  it('R23: one moved up by an upgrade goes back to its own seat', () => {
    const c = clinic({ seats: [1, 1] });
    c.issue('paid');
    const id = c.issue('paid');
    expectUndone(c, id, () => run(c, 'upgradeToEmergency', { tokenId: id, reason: 'pain' }));
    expect(c.where(id)).toBe('10');
  });

  it('R23: a call undone is one call less, and no more', () => {
    const c = clinic();
    c.see(c.issue('paid'));
    c.see(c.issue('paid'));
    const id = c.issue('paid');
    expectUndone(c, id, () => run(c, 'callThis', { tokenId: id }));
    expect(c.book.calls).toBe(2);
  });

  it('R23: of a no-show, reinstating is offered', () => {
    const c = clinic({ seats: [1] });
    const id = c.issue('paid', away);
    const events = run(c.at('9:15'), 'noShow', { tokenId: id });
    c.issue('walk_in');
    expect(refuse(c, id, events).details).toMatchObject({ because: 'place_is_taken', offer: 'reinstate' });
  });

  it('R23: not into a slot closed since', () => {
    const c = clinic();
    const id = c.issue('paid');
    const events = run(c, 'cancel', { tokenId: id, reason: 'patient' });
    c.do('closeSlot', { slotId: c.slotId(9) });
    expect(refuse(c, id, events).details).toMatchObject({ because: 'place_is_taken' });
  });

  it('R23: who was served from a slot closed since is with the doctor again', () => {
    const c = clinic();
    const id = c.issue('paid');
    c.do('callThis', { tokenId: id });
    c.do('start', { tokenId: id });
    const events = run(c, 'serve', { tokenId: id });
    c.do('closeSlot', { slotId: c.slotId(9) });
    c.do('undo', { tokenId: id, events });
    expect(c.field(id, 'stage')).toBe('in_consultation');
  });

  it('R23: not back to an ordinary seat that upgrading had turned into one for emergencies, and filled', () => {
    const c = clinic({ seats: [2], rules: { maxEmergencyOverflow: 1 } });
    const id = c.issue('paid');
    const events = run(c, 'upgradeToEmergency', { tokenId: id, reason: 'pain' });
    c.issue('paid');
    c.do('changeSlot', { slotId: c.slotId(9), capacity: 1 });
    expect(c.seated(9)).toEqual([1, 2]);
    expect(refuse(c, id, events).details).toMatchObject({
      because: 'place_is_taken',
      offer: 'take_back_upgrade',
    });
  });

  it('R23, R17: who is in the queue is offered no second token', () => {
    const c = clinic({ seats: [4] });
    const id = c.issue('walk_in', asha);
    const held = run(c, 'hold', { tokenId: id });
    const undone = run(c, 'undo', { tokenId: id, events: held });
    expect(refuse(c, id, undone).details).toMatchObject({ because: 'nothing_to_undo', offer: null });
  });

  it('R23: not back to the door or the room while somebody else is there', () => {
    const c = clinic({ seats: [4] });
    const [id, other] = [c.issue('paid'), c.issue('paid')];
    c.do('callThis', { tokenId: id });
    const started = run(c, 'start', { tokenId: id });
    c.do('callThis', { tokenId: other });
    expect(refuse(c, id, started).details).toMatchObject({ because: 'place_is_taken' });
    const served = run(c, 'serve', { tokenId: id });
    c.do('start', { tokenId: other });
    expect(refuse(c, id, served).details).toMatchObject({ because: 'place_is_taken', offer: 'new_token' });
  });

  it('R23: a call on which somebody held back since counts (R19) stays', () => {
    const c = clinic({ seats: [4] });
    const [id, before, since] = [c.issue('paid'), c.issue('paid'), c.issue('paid')];
    c.do('hold', { tokenId: before });
    const events = run(c, 'callThis', { tokenId: id });
    expect(c.try('undo', { tokenId: id, events }).ok).toBe(true);
    c.do('hold', { tokenId: since });
    expect(refuse(c, id, events).details).toMatchObject({ because: 'place_is_taken' });
    c.now += 20_000;
    const recalled = run(c, 'recall', { tokenId: id });
    expect(c.try('undo', { tokenId: id, events: recalled }).ok).toBe(true);
  });

  it('R23, R17: not back to a second open token of the same patient', () => {
    const c = clinic();
    const id = c.issue('paid', asha);
    const events = run(c, 'cancel', { tokenId: id, reason: 'patient' });
    c.issue('paid', asha);
    expect(refuse(c, id, events).details).toMatchObject({ because: 'second_token', offer: null });
    // Two that were open together before stay so.
    const twin = c.issue('paid', { ...asha, allowDuplicate: true });
    c.do('undo', { tokenId: twin, events: run(c, 'hold', { tokenId: twin }) });
  });

  it('R23: an undo is not undone', () => {
    const c = clinic();
    const id = c.issue('paid');
    const events = run(c, 'hold', { tokenId: id });
    const undone = run(c, 'undo', { tokenId: id, events });
    expect(refuse(c, id, undone).details).toMatchObject({ because: 'nothing_to_undo', offer: null });
    const request = c.request('paid');
    const issued = run(c, 'issue', request);
    const cancelled = run(c, 'undo', { tokenId: request.id, events: issued });
    const details = { because: 'nothing_to_undo', offer: 'reinstate' };
    expect(refuse(c, request.id, cancelled).details).toMatchObject(details);
  });

  it('R23, R21: a transfer is not undone in one book', () => {
    const c = clinic();
    const id = c.issue('paid');
    const events = run(c, 'cancel', { tokenId: id, reason: 'staff' });
    const reason = { code: 'transferred', rule: 'R21' };
    const transferred = events.map((event) => ({ ...event, reason })) as BookEvent[];
    expect(refuse(c, id, transferred).details).toMatchObject({
      because: 'nothing_to_undo',
      offer: 'reinstate',
    });
  });

  it('R23: nothing to undo: no events, or those of another token', () => {
    const c = clinic();
    const [id, other] = [c.issue('paid'), c.issue('paid')];
    expect(refuse(c, id, []).details).toMatchObject({ because: 'nothing_to_undo' });
    const events = run(c, 'hold', { tokenId: other });
    expect(refuse(c, id, events).details).toMatchObject({ because: 'nothing_to_undo' });
    expect(refuse(c, tokenId(9), events).code).toBe('NOT_FOUND');
  });

  it('R23: reinstating is offered on the token’s own day only', () => {
    const c = clinic();
    const id = c.issue('paid');
    const events = run(c, 'cancel', { tokenId: id, reason: 'patient' });
    c.do('closeSlot', { slotId: c.slotId(9) });
    c.today = '2026-03-01' as typeof c.today;
    expect(refuse(c, id, events).details).toMatchObject({ offer: 'new_token' });
  });

  it('R23: a waiting token whose check-in brought it a seat is on the list again, unless the seat stays free', () => {
    const c = clinic({ seats: [1], at: '8:00' });
    const first = c.issue('paid', away);
    const id = c.issue('online');
    c.at('9:15').do('sweep', undefined);
    expect(c.where(id)).toBe('9');
    c.do('cancel', { tokenId: id, reason: 'patient' });
    expect(c.where(first)).toBe('no_show');
    const waiting = c.issue('online');
    const events = run(c, 'checkIn', { tokenId: waiting });
    expect(story(events)).toEqual(['tokenCheckedIn A-003', 'tokenPromoted A-003']);
    // The seat it gives back was freed by the undoing, and would go to anyone: to itself.
    expect(refuse(c, waiting, events).details).toMatchObject({ because: 'others_would_move' });
  });
});
