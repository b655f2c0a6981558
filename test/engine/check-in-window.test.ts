import { describe, expect, it } from 'vitest';
import { checkIn, checkInObstacle } from '../../src/main/engine';
import { MINUTE } from '../../src/shared/model/time';
import type { Token } from '../../src/shared/model/token';
import { clinic, refusal } from './helpers/clinic';

describe('R18: the window of checking in unaided', () => {
  it('R18: too early is counted to the printed start, too late from the real one (R22); the ends belong to it', () => {
    const c = clinic({ seats: [2] });
    c.rules = { ...c.rules, checkInEarlyMinutes: 30, checkInLateMinutes: 10 };
    const tokenId = c.issue('online', { checkedIn: false });
    const token = c.book.tokens.find(({ id }) => id === tokenId) as Token;
    const slot = c.book.slots[0];
    if (!slot) throw new Error('No slot.');
    const late = { ...c.book, slots: [{ ...slot, delayMinutes: 20 }] };
    const at = (minutes: number, book = c.book) =>
      checkInObstacle(book, token, { now: slot.startsAt + minutes * MINUTE, rules: c.rules });
    expect(at(-31)).toEqual({ why: 'too_early', from: slot.startsAt - 30 * MINUTE });
    expect([at(-30), at(0), at(10)]).toEqual([undefined, undefined, undefined]);
    expect(at(11)).toEqual({ why: 'too_late', until: slot.startsAt + 10 * MINUTE });
    expect([at(-31, late)?.why, at(-30, late), at(30, late), at(31, late)?.why]).toEqual([
      'too_early',
      undefined,
      undefined,
      'too_late',
    ]);
  });

  it('R18, R13: nor does a PC that was off make anybody late: it counts from when that was back', () => {
    const c = clinic({ seats: [2] });
    c.rules = { ...c.rules, checkInLateMinutes: 10 };
    const tokenId = c.issue('online', { checkedIn: false });
    c.watchedSince = c.at('9:30').now;
    expect(c.at('9:40').try('checkIn', { tokenId, unaided: true }).ok).toBe(true);
    expect(refusal(c.at('9:41').try('checkIn', { tokenId, unaided: true }))).toMatchObject({
      details: { obstacle: { why: 'too_late', until: c.watchedSince + 10 * MINUTE } },
    });
  });

  it('R18: staff check in whom they see, and by default so does the kiosk', () => {
    const c = clinic({ seats: [2] });
    const tokenId = c.issue('online', { checkedIn: false });
    expect(checkIn(c.book, { tokenId, unaided: true }, c.context).ok).toBe(true);
    c.rules = { ...c.rules, checkInEarlyMinutes: 0 };
    expect(checkIn(c.book, { tokenId }, c.context).ok).toBe(true);
    expect(checkIn(c.book, { tokenId, unaided: true }, c.context)).toMatchObject({
      error: { code: 'CONFLICT', details: { rule: 'R18', obstacle: { why: 'too_early' } } },
    });
  });

  it('R18: who has no slot, or is an emergency, is never too early', () => {
    const c = clinic({ seats: [1] });
    c.rules = { ...c.rules, checkInEarlyMinutes: 0, checkInLateMinutes: 0 };
    c.issue('online', { checkedIn: false });
    const ids = [c.issue('online', { checkedIn: false }), c.issue('emergency', { checkedIn: false })];
    for (const tokenId of ids) expect(checkIn(c.book, { tokenId, unaided: true }, c.context).ok).toBe(true);
  });
});
