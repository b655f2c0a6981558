import { describe, expect, it } from 'vitest';
import { doctorQueue } from '../../src/main/engine';
import { clinic, instantOf, refusal } from './helpers/clinic';

/** The tables of docs/allocation.md, line by line: if a rule changes, the page must change with it. */
describe('the worked days of docs/allocation.md', () => {
  it('a full morning: seats, the list and overflow', () => {
    const c = clinic({ seats: [2, 2] });
    const sources = ['walk_in', 'online', 'paid', 'walk_in', 'follow_up', 'paid', 'emergency'] as const;
    const ids = sources.map((source) => c.issue(source));
    const where = () => ids.map((id) => c.where(id));
    expect(where()).toEqual(['9', '9', '10', '10', 'waiting', 'waiting', '9']);
    expect(c.list()).toEqual([6, 5]);
    c.at('8:20').do('cancel', { tokenId: ids[1] ?? missing(), reason: 'patient' });
    expect(where()).toEqual(['9', 'cancelled', '10', '10', 'waiting', 'waiting', '9']);
    c.at('8:30').do('cancel', { tokenId: ids[0] ?? missing(), reason: 'patient' });
    expect(where()).toEqual(['cancelled', 'cancelled', '10', '10', 'waiting', '9', '9']);
  });

  it('three emergencies and no room above capacity: who gives way', () => {
    const c = clinic({ seats: [1, 1], rules: { maxEmergencyOverflow: 0 } });
    const sources = ['paid', 'online', 'emergency', 'emergency', 'emergency'] as const;
    const ids = [] as ReturnType<typeof c.issue>[];
    const where = () => ids.map((id) => c.where(id));
    const lines = sources.map((source) => {
      ids.push(c.issue(source));
      return where();
    });
    expect(lines).toEqual([
      ['9'],
      ['9', '10'],
      ['displaced', '10', '9'],
      ['displaced', 'displaced', '9', '10'],
      ['displaced', 'displaced', '9', '10', 'waiting'],
    ]);
    c.do('cancel', { tokenId: ids[2] ?? missing(), reason: 'patient' });
    expect(where()).toEqual(['displaced', 'displaced', 'cancelled', '10', '9']);
    c.do('cancel', { tokenId: ids[3] ?? missing(), reason: 'patient' });
    expect(where()).toEqual(['10', 'displaced', 'cancelled', 'cancelled', '9']);
  });

  it('the fair order at half past nine', () => {
    const c = clinic({ seats: [5], at: '8:50' });
    c.issue('online', { checkedIn: true });
    c.issue('walk_in');
    c.issue('follow_up');
    c.issue('paid');
    c.at('9:25').issue('paid');
    c.at('9:30');
    expect(c.queue()).toEqual([4, 3, 1, 2, 5]);
    const scores = doctorQueue(c.book, c.context).map(({ place }) =>
      place.code === 'fair_share' ? Math.round(place.score * 100) / 100 : null,
    );
    expect(scores).toEqual([1.5, 1, 0.67, 0.67, 0.25]);
    c.rules = { ...c.rules, callOrder: 'strict' };
    expect(c.queue()).toEqual([4, 5, 3, 2, 1]);
  });

  it('a late doctor and somebody who does not come', () => {
    const c = clinic({ seats: [1] });
    const [absent, next] = [c.issue('online'), c.issue('online')];
    c.at('8:50').do('setDelay', { minutes: 20 });
    expect(refusal(c.at('9:30').try('noShow', { tokenId: absent })).details).toMatchObject({
      notBefore: instantOf('9:35'),
    });
    c.at('9:35').do('sweep', undefined);
    expect([c.where(absent), c.where(next)]).toEqual(['no_show', '9']);
    c.at('9:49').do('sweep', undefined);
    expect(c.where(next)).toBe('9');
    c.at('9:55').do('reinstate', { tokenId: absent });
    expect(c.where(absent)).toBe('waiting');
    c.do('sweep', undefined);
    expect([c.where(absent), c.where(next)]).toEqual(['9', 'no_show']);
  });
});

function missing(): never {
  throw new Error('no such token');
}
