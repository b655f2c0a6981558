import { describe, expect, it } from 'vitest';
import { isAtDoor } from '../../src/main/engine/transitions';
import type { BookEvent } from '../../src/shared/model/event';
import type { TokenId } from '../../src/shared/model/ids';
import { type Clinic, type CommandName, clinic, type RequestOf, story, tokenId } from './helpers/clinic';

const away = { checkedIn: false };

/** Runs the command and gives back its events, ready to be undone. */
function run<N extends CommandName>(c: Clinic, name: N, request: RequestOf<N>): readonly BookEvent[] {
  return c.do(name, request).events;
}

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

describe('R23: undo', () => {
  it('R23: a cancelled token has its seat again', () => {
    const c = clinic();
    const id = c.issue('paid');
    expectUndone(c, id, () => run(c, 'cancel', { tokenId: id, reason: 'staff' }));
    expect(c.where(id)).toBe('9');
  });

  it('R23: check in, serve, hold, call, recall, start, no-show, move, upgrade, correct', () => {
    const c = clinic({ at: '9:00', rules: { joinRunningSlot: 'always' } });
    const id = c.issue('paid', away);
    const byId = { tokenId: id };
    expectUndone(c, id, () => run(c, 'checkIn', byId));
    expectUndone(c, id, () => run(c, 'move', { ...byId, slotId: c.slotId(11) }));
    expectUndone(c, id, () => run(c, 'correct', { ...byId, patientName: 'Other' }));
    expectUndone(c, id, () => run(c, 'upgradeToEmergency', { ...byId, reason: 'pain' }));
    expectUndone(c, id, () => run(c.at('9:20'), 'noShow', byId));
    c.do('checkIn', byId);
    expectUndone(c, id, () => run(c, 'hold', byId));
    expectUndone(c, id, () => run(c, 'callThis', byId));
    expectUndone(c, id, () => run(c, 'callNext', undefined));
    c.do('callThis', byId);
    c.now += 20_000;
    expectUndone(c, id, () => run(c, 'recall', byId));
    expectUndone(c, id, () => run(c, 'hold', byId));
    expectUndone(c, id, () => run(c, 'start', byId));
    c.do('start', byId);
    expectUndone(c, id, () => run(c, 'serve', byId));
  });

  it('R23, R19: a call of somebody held back counts for nobody, and so does undoing it', () => {
    const c = clinic();
    const [id, other] = [c.issue('paid'), c.issue('paid')];
    c.see(other);
    c.do('hold', { tokenId: id });
    expect(c.book.calls).toBe(1);
    c.do('undo', { tokenId: id, events: run(c, 'callThis', { tokenId: id }) });
    expect(c.book.calls).toBe(1);
    expect(c.field(id, 'stage')).toBe('on_hold');
  });

  it('R23, R22: a call that ended a break; the doctor stays back', () => {
    const c = clinic({ at: '9:30' });
    const id = c.issue('walk_in');
    c.do('takeBreak', { minutes: 30 });
    c.at('9:40');
    expectUndone(c, id, () => run(c, 'callThis', { tokenId: id }));
    expect(c.book.breakUntil).toBeNull();
    expect(c.slot(10).delayMinutes).toBe(10);
  });

  it('R23, R21: what was done since to a token that came by a transfer', () => {
    const c = clinic();
    const id = c.issue('paid');
    const tokens = c.book.tokens.map((token) => ({ ...token, transferredFrom: tokenId(9) }));
    c.book = { ...c.book, tokens };
    expectUndone(c, id, () => run(c, 'hold', { tokenId: id }));
  });

  it('R23: one called in from the waiting list goes back to its place there', () => {
    const c = clinic({ seats: [0] });
    c.issue('walk_in');
    const id = c.issue('walk_in');
    c.issue('walk_in');
    expectUndone(c, id, () => run(c, 'callThis', { tokenId: id }));
    expect(c.list()).toEqual([1, 2, 3]);
    expectUndone(c, id, () => run(c, 'cancel', { tokenId: id, reason: 'patient' }));
    expect(c.list()).toEqual([1, 2, 3]);
  });

  it('R23: even after others have come on the list behind it', () => {
    const c = clinic({ seats: [0] });
    const id = c.issue('walk_in');
    const events = run(c, 'cancel', { tokenId: id, reason: 'patient' });
    c.issue('walk_in');
    c.do('undo', { tokenId: id, events });
    expect(c.list()).toEqual([1, 2]);
  });

  it('R23: an issue: cancelled, reason undone; its number is never given again', () => {
    const c = clinic();
    const request = c.request('paid');
    const events = run(c, 'issue', request);
    const undone = c.at('8:01').do('undo', { tokenId: request.id, events });
    expect(c.token(request.id)).toMatchObject({
      status: 'cancelled',
      cancelReason: 'undone',
      cancelledAt: c.now,
      lastSlotId: c.slotId(9),
      number: 'A-001',
    });
    expect(story(undone.events)).toEqual(['tokenCancelled A-001']);
    expect(undone.events[0]?.reason).toEqual({ code: 'asked_by_staff', rule: 'R23' });
    expect(c.token(c.issue('paid')).number).toBe('A-002');
  });
});
