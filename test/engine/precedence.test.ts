import { describe, expect, it } from 'vitest';
import { type GivenNeed, needAfter, needAtIssue } from '../../src/main/engine';
import { callable } from '../../src/main/engine/queue';
import type { TokenId } from '../../src/shared/model/ids';
import { precedences } from '../../src/shared/model/token';
import { type Clinic, clinic, refusal, story } from './helpers/clinic';

const senior = { precedence: 'senior' } as const;
const said = (
  precedence: GivenNeed['precedence'],
  precedenceFrom: GivenNeed['precedenceFrom'],
): GivenNeed => ({
  precedence,
  precedenceFrom,
});

describe('R26: precedence', () => {
  it.each([
    [1, [1, 2, 3]],
    [2, [1, 3, 2]],
    [4, [3, 1, 2]],
  ])('R26: with a factor of %i in the fair order: %j', (precedenceFactor, order) => {
    const c = clinic({ seats: [9], at: '8:50', rules: { precedenceFactor } });
    c.issue('follow_up');
    c.issue('online', { checkedIn: true });
    c.at('9:05').issue('online', { checkedIn: true, ...senior });
    c.at('9:15');
    expect(c.queue()).toEqual(order);
  });

  it.each(['fair', 'strict'] as const)(
    'R26: by slot start, %s, a need goes first within slot and priority, and no further',
    (callOrder) => {
      const c = clinic({ seats: [3, 3], at: '8:00', rules: { callOrder } });
      c.issue('walk_in', { slotId: c.slotId(9) });
      c.issue('walk_in', { slotId: c.slotId(9), ...senior });
      c.issue('paid', { slotId: c.slotId(9) });
      c.issue('walk_in', { slotId: c.slotId(10), ...senior });
      c.issue('emergency');
      expect(c.queue()).toEqual([5, 3, 2, 1, 4]);
    },
  );

  it('R26: of the list, called as extras, within a priority, after who was displaced', () => {
    const c = clinic({ seats: [0], at: '9:00' });
    for (const more of [{}, senior]) c.issue('walk_in', more);
    c.issue('paid');
    expect([1, 2, 3].map(() => seeNext(c))).toEqual([3, 2, 1]);
    const d = clinic({ seats: [1, 0], at: '8:30' });
    const id = d.issue('walk_in');
    d.issue('walk_in', senior);
    d.do('closeSlot', { slotId: d.slotId(9) });
    expect(d.where(id)).toBe('displaced');
    expect(seeNext(d)).toBe(1);
  });

  it('R26, R20: the need is said with the place in the queue, and of the list', () => {
    const c = clinic({ seats: [2], at: '8:00' });
    c.issue('walk_in', senior);
    c.issue('walk_in');
    c.issue('walk_in', senior);
    c.issue('walk_in');
    const places = callable(c.book, c.context).map(({ token, place }) => [token.sequence, place]);
    const slotStart = c.slot(9).startsAt;
    expect(places).toEqual([
      [1, { code: 'slot_order', slotStart, ...senior }],
      [2, { code: 'slot_order', slotStart }],
      [3, { code: 'best_waiting', ...senior }],
      [4, { code: 'best_waiting' }],
    ]);
  });

  it('R18: who is on the list and keeps a place in the queue may be called once, not twice', () => {
    const c = clinic({ seats: [1], at: '8:00', rules: { maxEmergencyOverflow: 0 } });
    c.issue('walk_in');
    c.issue('emergency');
    expect(callable(c.book, c.context).map(({ token }) => token.sequence)).toEqual([2, 1]);
  });

  it('R26: seats know nothing of it: neither the list (R10), nor who gives way (R6)', () => {
    const c = clinic({ seats: [1], rules: { maxEmergencyOverflow: 0 } });
    const first = c.issue('walk_in');
    c.issue('walk_in');
    c.issue('walk_in', senior);
    expect(c.list()).toEqual([2, 3]);
    c.do('cancel', { tokenId: first, reason: 'patient' });
    expect(c.seated(9)).toEqual([2]);
    const d = clinic({ seats: [2], rules: { maxEmergencyOverflow: 0 } });
    d.issue('walk_in');
    d.issue('walk_in', senior);
    d.issue('emergency');
    expect(d.seated(9)).toEqual([1, 3]);
  });

  it('R26: if all have it, nothing changes', () => {
    const order = (precedence: 'senior' | null): number[] => {
      const c = clinic({ seats: [9], at: '8:50' });
      c.issue('online', { checkedIn: true, precedence });
      c.issue('walk_in', { precedence });
      c.at('9:20').issue('paid', { precedence });
      c.at('9:40');
      return c.queue();
    };
    expect(order('senior')).toEqual(order(null));
  });

  it('R26: set and taken away by staff, on any open token; the same again changes nothing', () => {
    const c = clinic({ seats: [1] });
    const ids = [c.issue('walk_in'), c.issue('walk_in')];
    for (const id of ids) {
      for (const precedence of [...precedences, null]) {
        const set = c.do('setPrecedence', { tokenId: id, precedence });
        expect(c.field(id, 'precedence')).toBe(precedence);
        expect(story(set.events)).toEqual([`tokenPrecedenceSet ${c.token(id).number}`]);
        expect([c.why(id), set.token?.id]).toEqual([{ code: 'asked_by_staff', rule: 'R26' }, id]);
        expect(c.do('setPrecedence', { tokenId: id, precedence })).toMatchObject({
          events: [],
          token: { id },
        });
      }
    }
  });

  it('R26: what staff say stands, else the register goes before what the patient says', () => {
    expect(needAtIssue('pregnant', 'staff', 'senior')).toEqual(said('pregnant', 'staff'));
    expect(needAtIssue(null, 'staff', 'senior')).toEqual(said(null, 'staff'));
    expect(needAtIssue(undefined, 'staff', 'senior')).toEqual(said('senior', 'register'));
    expect(needAtIssue('pregnant', 'patient', 'senior')).toEqual(said('senior', 'register'));
    expect(needAtIssue('pregnant', 'patient', null)).toEqual(said('pregnant', 'patient'));
    for (const nothing of [null, undefined]) {
      expect(needAtIssue(nothing, 'patient', 'senior')).toEqual(said('senior', 'register'));
      expect(needAtIssue(nothing, 'patient', null)).toEqual(said(null, null));
    }
    expect(needAtIssue(undefined, 'staff', null)).toEqual(said(null, null));
  });

  it('R26: a token follows the register, but for what staff said of it; of before it was kept they said what there is', () => {
    const cases = [
      [said(null, null), 'senior', said('senior', 'register')],
      [said('senior', 'register'), null, said(null, null)],
      [said('senior', 'register'), 'infant', said('infant', 'register')],
      [said('pregnant', 'patient'), null, said('pregnant', 'patient')],
      [said('pregnant', 'patient'), 'senior', said('senior', 'register')],
      [said('pregnant', 'staff'), 'senior', said('pregnant', 'staff')],
      [said(null, 'staff'), 'senior', said(null, 'staff')],
      [said('pregnant', null), 'senior', said('pregnant', null)],
    ] as const;
    for (const [before, kept, after] of cases) expect(needAfter(before, kept)).toEqual(after);
  });

  it('R26: who said it is on the token, and staff may say what the patient said', () => {
    const c = clinic();
    const id = c.issue('walk_in', said('pregnant', 'patient'));
    const known = c.do('followRegister', { tokenId: id, precedence: 'senior' });
    expect(c.token(id)).toMatchObject(said('senior', 'register'));
    expect([c.why(id), story(known.events)]).toEqual([
      { code: 'known_of_patient', rule: 'R26' },
      [`tokenPrecedenceSet ${c.token(id).number}`],
    ]);
    c.do('setPrecedence', { tokenId: id, precedence: null });
    expect(c.token(id)).toMatchObject(said(null, 'staff'));
    expect(c.do('followRegister', { tokenId: id, precedence: 'senior' }).events).toEqual([]);
    const claims = c.issue('walk_in', said('disabled', 'patient'));
    c.do('setPrecedence', { tokenId: claims, precedence: 'disabled' });
    expect(c.token(claims)).toMatchObject(said('disabled', 'staff'));
    expect(c.token(c.issue('paid', senior))).toMatchObject(said('senior', 'staff'));
    expect(c.token(c.issue('paid'))).toMatchObject(said(null, null));
  });

  it('R26: not on a final token, nor a need that is none', () => {
    const c = clinic();
    const id = c.issue('walk_in');
    const request = (precedence: unknown) =>
      ({ tokenId: id, precedence }) as { tokenId: TokenId } & typeof senior;
    expect(refusal(c.try('setPrecedence', request('tall'))).details).toEqual({ field: 'precedence' });
    expect(refusal(c.try('issue', c.request('paid', request('tall')))).details).toEqual({
      field: 'precedence',
    });
    expect(refusal(c.try('setPrecedence', { tokenId: c.request('paid').id, ...senior })).code).toBe(
      'NOT_FOUND',
    );
    c.do('cancel', { tokenId: id, reason: 'patient' });
    expect(refusal(c.try('setPrecedence', request('senior'))).details).toMatchObject({
      rule: 'R26',
      status: 'cancelled',
    });
  });
});

/** Calls the next, who is seen at once. */
function seeNext(c: Clinic): number | undefined {
  const token = c.do('callNext', undefined).token;
  if (!token) throw new Error('nobody');
  c.do('start', { tokenId: token.id });
  c.do('serve', { tokenId: token.id });
  return token.sequence;
}
