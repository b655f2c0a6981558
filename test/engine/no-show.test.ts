import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../src/shared/model/time';
import { type Clinic, clinic, instantOf, refusal, story } from './helpers/clinic';

describe('R13: no-show', () => {
  const away = { checkedIn: false };

  it.each([
    ['9:14', 'TOO_EARLY'],
    ['9:15', 'no_show'],
  ])('R13: not checked in, fifteen minutes after its slot began: at %s %s', (at, outcome) => {
    const c = clinic();
    const id = c.issue('paid', away);
    const result = c.at(at).try('noShow', { tokenId: id });
    expect(result.ok ? result.value.token?.status : result.error.code).toBe(outcome);
  });

  it('R13: or after the moment it got this seat, if that is later', () => {
    const c = clinic({ seats: [1] });
    const first = c.issue('paid');
    const id = c.issue('online');
    c.at('9:30').do('cancel', { tokenId: first, reason: 'patient' });
    expect(refusal(c.at('9:40').try('noShow', { tokenId: id }))).toEqual({
      code: 'TOO_EARLY',
      message: 'A-002 may still come; wait 5 min more.',
      details: { rule: 'R13', tokenId: id, notBefore: c.now + 5 * MINUTE },
    });
    c.at('9:45').do('noShow', { tokenId: id });
    expect(c.token(id)).toMatchObject({ status: 'no_show', noShowAt: c.now, lastSlotId: c.slotId(9) });
    expect(c.why(id)).toEqual({ code: 'not_here_in_time', rule: 'R13', deadline: c.now });
  });

  it('R13: no_show_timeout_minutes', () => {
    const c = clinic({ rules: { noShowTimeoutMinutes: 40 } });
    const id = c.issue('paid', away);
    expect(c.at('9:39').try('noShow', { tokenId: id }).ok).toBe(false);
    expect(c.at('9:40').try('noShow', { tokenId: id }).ok).toBe(true);
  });

  it('R13: minutes to wait are rounded up', () => {
    const c = clinic();
    const id = c.issue('paid', away);
    c.now = c.slot(9).startsAt + 13.5 * MINUTE;
    expect(refusal(c.try('noShow', { tokenId: id })).message).toBe('A-001 may still come; wait 2 min more.');
  });

  it('R13: the seat goes to the next', () => {
    const c = clinic({ seats: [1] });
    const id = c.issue('paid', away);
    const next = c.issue('walk_in');
    c.at('9:15').do('noShow', { tokenId: id });
    expect(c.where(next)).toBe('9');
    expect(story(c.last?.events ?? [])).toEqual(['tokenNoShow A-001', 'tokenPromoted A-002']);
  });

  it('R13: somebody here and not being called is none', () => {
    const c = clinic();
    const id = c.issue('paid');
    expect(refusal(c.at('12:00').try('noShow', { tokenId: id }))).toMatchObject({
      code: 'CONFLICT',
      message: 'A-001 is here and is not being called.',
      details: { rule: 'R13' },
    });
    c.do('hold', { tokenId: id });
    expect(refusal(c.try('noShow', { tokenId: id })).code).toBe('CONFLICT');
    c.do('callThis', { tokenId: id });
    c.do('start', { tokenId: id });
    expect(refusal(c.try('noShow', { tokenId: id })).code).toBe('CONFLICT');
  });

  it('R13: by hand one called, as soon as recalls and gap are spent', () => {
    const c = clinic({ at: '9:00' });
    const id = c.issue('paid');
    c.do('callThis', { tokenId: id });
    for (const [index, clock] of ['9:05', '9:10', '9:20'].entries()) {
      expect(refusal(c.at(clock).try('noShow', { tokenId: id }))).toEqual({
        code: 'TOO_EARLY',
        message: `Call A-001 again first (${index} of 3).`,
        details: { rule: 'R19', tokenId: id, recalls: index, maxRecalls: 3 },
      });
      c.do('recall', { tokenId: id });
    }
    c.now += 20 * SECOND - 1;
    expect(refusal(c.try('noShow', { tokenId: id }))).toEqual({
      code: 'TOO_EARLY',
      message: 'A-001 was called just now; wait 1 s more.',
      details: { rule: 'R19', tokenId: id, notBefore: instantOf('9:20') + 20 * SECOND },
    });
    c.now += 1;
    c.do('noShow', { tokenId: id });
    expect(c.why(id)).toEqual({ code: 'did_not_answer', rule: 'R13', recalls: 3 });
  });

  it('R13: on a token already no-show: answered with that token, nothing changed', () => {
    const c = clinic();
    const id = c.issue('paid', away);
    c.at('9:15').do('noShow', { tokenId: id });
    expect(c.do('noShow', { tokenId: id })).toMatchObject({ events: [], token: { id, status: 'no_show' } });
  });

  it('R13: only an active token', () => {
    const c = clinic({ seats: [1] });
    const [first, waiting] = [c.issue('paid'), c.issue('walk_in')];
    expect(refusal(c.try('noShow', { tokenId: waiting })).message).toBe('A-002 is on the waiting list.');
    c.see(first);
    expect(refusal(c.try('noShow', { tokenId: first })).details).toMatchObject({
      rule: 'R13',
      status: 'served',
    });
    expect(refusal(c.try('noShow', { tokenId: c.request('paid').id })).code).toBe('NOT_FOUND');
  });

  it('R13: the timer marks both kinds by itself, and nobody else', () => {
    const c = clinic({ seats: [9], at: '9:00', rules: { maxRecalls: 0, joinRunningSlot: 'always' } });
    const [absent, called, here] = [c.issue('online'), c.issue('paid'), c.issue('walk_in')];
    const asked = c.issue('online', { slotId: c.slotId(9) });
    // With somebody else callable the clock ends the round after a minute (R19): nobody stays called so long.
    c.do('hold', { tokenId: here });
    c.do('callThis', { tokenId: here });
    c.do('start', { tokenId: here });
    c.do('callThis', { tokenId: called });
    expect(c.at('9:14').do('sweep', undefined).events).toEqual([]);
    const swept = c.at('9:15').do('sweep', undefined);
    expect([absent, called, here, asked].map((id) => c.where(id))).toEqual([
      'no_show',
      'no_show',
      '9',
      'no_show',
    ]);
    expect(swept.token).toBeNull();
    expect(swept.events.map((event) => event.reason.code)).toEqual([
      'not_here_in_time',
      'did_not_answer',
      'not_here_in_time',
    ]);
  });

  it('R13: a sweep never marks someone in the same breath that gave them the seat', () => {
    const c = clinic({ seats: [1], rules: { noShowTimeoutMinutes: 0 } });
    const [first, second, third] = [c.issue('online'), c.issue('online'), c.issue('online')];
    c.at('9:00').do('sweep', undefined);
    expect([first, second, third].map((id) => c.where(id))).toEqual(['no_show', '9', 'waiting']);
    expect(c.do('sweep', undefined).events).toEqual([]);
    c.now += 1;
    c.do('sweep', undefined);
    expect([first, second, third].map((id) => c.where(id))).toEqual(['no_show', 'no_show', '9']);
  });

  it('R13: nor with a clock set back', () => {
    const c = clinic({
      seats: [1],
      at: '9:30',
      rules: { joinRunningSlot: 'always', noShowTimeoutMinutes: 0 },
    });
    const id = c.issue('online');
    c.at('9:10').do('sweep', undefined);
    expect(c.where(id)).toBe('9');
  });
});

describe('R13: reinstate', () => {
  function withNoShow(options: ConstructorParameters<typeof Clinic>[0] = {}) {
    const c = clinic(options);
    const contact = { patientName: 'Asha Rao', patientContact: '9876543210' };
    const id = c.issue('walk_in', { ...contact, checkedIn: false });
    c.at('9:15').do('noShow', { tokenId: id });
    return { c, id, contact };
  }

  it('R13: checked in, keeps its number, allocated anew', () => {
    const { c, id } = withNoShow();
    c.at('9:20').do('reinstate', { tokenId: id });
    expect(c.token(id)).toMatchObject({
      number: 'A-001',
      checkedInAt: c.now,
      status: 'active',
      stage: 'checked_in',
      seatedAt: c.now,
    });
    // R3: who is here may join the running slot.
    expect(c.where(id)).toBe('9');
    expect(story(c.last?.events ?? [])).toEqual(['tokenReinstated A-001']);
    expect(c.last?.token?.id).toBe(id);
  });

  it('R13: its time on the list starts now', () => {
    const { c, id } = withNoShow({ seats: [1] });
    c.issue('walk_in');
    c.issue('walk_in');
    expect(c.list()).toEqual([3]);
    c.at('9:30').do('reinstate', { tokenId: id });
    expect(c.token(id)).toMatchObject({ status: 'waiting', listedAt: c.now });
    expect(c.list()).toEqual([3, 1]);
    expect(c.why(id)).toEqual({ code: 'no_seat', rule: 'R7' });
  });

  it('R13: a cancelled one too, and the slot it asked for is forgotten', () => {
    const c = clinic();
    const id = c.issue('paid', { slotId: c.slotId(10) });
    c.do('cancel', { tokenId: id, reason: 'staff' });
    c.at('9:30').do('reinstate', { tokenId: id });
    expect(c.token(id)).toMatchObject({ status: 'active', wishedSlotId: null });
    expect(c.where(id)).toBe('9');
  });

  it('R13, R21: not one that went on to another doctor', () => {
    const c = clinic();
    const id = c.issue('paid');
    const cancelReason = 'transferred';
    c.do('cancel', { tokenId: id, reason: 'staff' });
    c.book = {
      ...c.book,
      tokens: c.book.tokens.map((token) =>
        token.status === 'cancelled' ? { ...token, cancelReason } : token,
      ),
    };
    expect(refusal(c.try('reinstate', { tokenId: id }))).toMatchObject({
      code: 'CONFLICT',
      message: 'A-001 went on to another doctor.',
      details: { rule: 'R21' },
    });
  });

  it('R13: R17 comes first', () => {
    const { c, id, contact } = withNoShow();
    const second = c.issue('walk_in', contact);
    expect(refusal(c.try('reinstate', { tokenId: id }))).toMatchObject({
      code: 'DUPLICATE_TOKEN',
      details: { tokenId: second },
    });
    const knowingly = c.do('reinstate', { tokenId: id, allowDuplicate: true });
    expect(knowingly.warnings).toEqual(['same_patient_has_token']);
  });

  it('R13: only the lost, and only on their service day', () => {
    const { c, id } = withNoShow();
    const active = c.issue('paid');
    expect(refusal(c.try('reinstate', { tokenId: active }))).toMatchObject({
      code: 'CONFLICT',
      message: 'A-002 is neither a no-show nor cancelled.',
      details: { rule: 'R13' },
    });
    expect(refusal(c.try('reinstate', { tokenId: c.request('paid').id })).code).toBe('NOT_FOUND');
    c.today = '2026-03-01' as typeof c.today;
    expect(refusal(c.try('reinstate', { tokenId: id }))).toMatchObject({
      code: 'CONFLICT',
      message: 'A-001 is of another day.',
      details: { rule: 'R13' },
    });
  });
});
