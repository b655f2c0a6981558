import { describe, expect, it } from 'vitest';
import { newPace, transfer } from '../../src/main/engine';
import { MINUTE } from '../../src/shared/model/time';
import { clinic, instantOf, tokenId } from './helpers/clinic';
import { estimateWaits } from './helpers/waits';

/** Half past nine by a clock that is an hour ahead; then somebody sets it right: it is half past eight again. */
const AHEAD = '9:30';
const RIGHT = '8:30';

describe('R35: a clock that was an hour ahead is set back while people wait', () => {
  for (const callOrder of ['fair', 'strict'] as const) {
    it(`R18: whoever comes then stands behind those who are here, in ${callOrder} order`, () => {
      const c = clinic({ at: '9:10', seats: [20], rules: { callOrder } });
      const [first] = [c.issue('walk_in'), c.issue('online')];
      c.at(AHEAD).issue('walk_in');
      c.at(RIGHT).do('checkIn', { tokenId: c.id(2) });
      c.at('8:40').issue('walk_in');
      expect([1, 3, 2, 4].map((n) => c.field(c.id(n), 'checkedInAt'))).toEqual([
        instantOf('9:10'),
        instantOf(AHEAD),
        instantOf(AHEAD) + 1,
        instantOf(AHEAD) + 2,
      ]);
      // And so they stand at any time of the day that follows.
      const byArrival = callOrder === 'fair' ? [1, 3, 2, 4] : [1, 3, 4, 2];
      for (const time of ['8:40', '8:59', '9:00', '9:20', '9:40', '9:59']) {
        expect(
          c
            .at(time)
            .queue()
            .filter((n) => n !== 2),
        ).toEqual(byArrival.filter((n) => n !== 2));
      }
      expect(c.next()).toBe(1);
      expect(c.token(first).status).toBe('active');
    });
  }

  it('R18: while the clock catches up everybody stands as when the last one came', () => {
    const c = clinic({ at: '9:00', seats: [20] });
    c.issue('walk_in');
    c.at('9:15').issue('paid');
    c.at('9:20').issue('walk_in');
    const stood = c.queue();
    // 20 of 45 minutes, and 5 of 20.
    expect(stood).toEqual([1, 2, 3]);
    for (const time of ['9:00', '9:05', '9:19', '9:20']) expect(c.at(time).queue()).toEqual(stood);
  });

  it('R18: emergencies go by who came first', () => {
    const c = clinic({ at: AHEAD });
    c.issue('emergency');
    const booked = c.issue('emergency', { checkedIn: false });
    c.at('9:35').issue('emergency');
    c.at('8:36').do('checkIn', { tokenId: booked });
    expect(c.queue()).toEqual([1, 3, 2]);
  });

  it('R13: who is reinstated stands behind all who are here', () => {
    const c = clinic({ at: AHEAD, seats: [20] });
    const gone = c.issue('walk_in');
    c.do('cancel', { tokenId: gone, reason: 'patient' });
    c.issue('walk_in');
    c.at(RIGHT).do('reinstate', { tokenId: gone });
    expect(c.at('10:00').queue()).toEqual([2, 1]);
  });

  it('R10: on the list, too, and aging goes on from there', () => {
    const c = clinic({ at: '9:00', seats: [0], rules: { waitingListAgingMinutes: 20 } });
    c.issue('online');
    c.at('9:25').issue('walk_in');
    c.at('9:45').issue('follow_up');
    const stood = c.list();
    for (const time of ['8:45', '9:00', '9:30']) {
      expect(c.at(time).list()).toEqual(stood);
    }
    c.at('8:50').issue('follow_up');
    expect(c.list()).toEqual([...stood, 4]);
    expect(c.field(c.id(4), 'listedAt')).toBe(instantOf('9:45') + 1);
  });

  it('R21: who is sent to a doctor where nobody came by the wrong clock has come before whoever comes next', () => {
    const [here, there] = [clinic({ at: AHEAD, seats: [20] }), clinic({ doctor: 2, seats: [20] })];
    const sent = here.issue('walk_in');
    there.at(RIGHT).issue('walk_in');
    here.at('8:40');
    const request = { tokenId: sent, newTokenId: tokenId(9) };
    const done = transfer(here.book, there.book, request, here.context);
    if (!done.ok) throw new Error(done.error.message);
    there.at('8:40').apply(done.value.to);
    expect(there.field(tokenId(9), 'checkedInAt')).toBe(instantOf('8:40'));
    there.at('8:41').issue('walk_in');
    expect(there.at('9:30').queue()).toEqual([1, 2, 3]);
  });

  it('who is here is expected in turn now, not when the clock has caught up', () => {
    const c = clinic({ at: AHEAD, seats: [20] });
    const ids = [1, 2, 3].map(() => c.issue('walk_in'));
    c.at('9:00');
    const waits = estimateWaits(c.book, c.context, newPace);
    const expected = ids.map((id) => waits.get(id)?.expectedMs ?? Number.NaN);
    expect(expected[0]).toBeLessThan(20 * MINUTE);
    expect(expected[2]).toBeLessThan(60 * MINUTE);
    expect(expected).toEqual([...expected].sort((a, b) => a - b));
  });

  it('R19: nobody is held by a call of the old clock, and who steps aside is behind the others who did', () => {
    const c = clinic({ at: AHEAD, seats: [20] });
    for (let n = 0; n < 4; n += 1) c.issue('walk_in');
    c.do('hold', { tokenId: c.id(2) });
    expect(c.next()).toBe(1);
    c.at(RIGHT).do('recall', { tokenId: c.id(1) });
    c.do('hold', { tokenId: c.id(1) });
    expect(c.field(c.id(1), 'heldAt')).toBe(instantOf(AHEAD) + 1);
  });
});
