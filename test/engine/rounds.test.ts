import { describe, expect, it } from 'vitest';
import { recallFrom } from '../../src/main/engine';
import type { TokenId } from '../../src/shared/model/ids';
import { MINUTE, SECOND } from '../../src/shared/model/time';
import { type Clinic, clinic, instantOf, refusal, story } from './helpers/clinic';
import { asha, ashaElsewhere } from './helpers/doors';

/** A-001 is called at nine and silent, recalls spent; A-002 is here; the clock is a gap past the last call. */
function silent(options: ConstructorParameters<typeof Clinic>[0] = {}): { c: Clinic; id: TokenId } {
  const c = clinic({ seats: [9], at: '9:00', ...options });
  const id = c.issue('walk_in', asha);
  c.issue('walk_in');
  c.do('callThis', { tokenId: id });
  spend(c, id);
  return { c, id };
}

function spend(c: Clinic, id: TokenId): void {
  const gap = c.rules.recallGapSeconds * SECOND;
  for (let recalls = 0; recalls < c.rules.maxRecalls; recalls += 1) {
    c.now += gap;
    c.do('recall', { tokenId: id });
  }
  c.now += gap;
}

/** Every way in which a round ends. */
const ends: Record<string, (c: Clinic, id: TokenId) => void> = {
  'call next': (c) => c.do('callNext', undefined),
  'call this': (c) => c.do('callThis', { tokenId: c.id(2) }),
  'one more recall': (c, id) => c.do('recall', { tokenId: id }),
  'the timer': (c) => {
    c.now += MINUTE;
    c.do('sweep', undefined);
  },
};
const ways = Object.keys(ends);

describe('R19: rounds', () => {
  it.each(ways)('R19: ended by %s, the first silent round holds back', (way) => {
    const { c, id } = silent();
    ends[way]?.(c, id);
    expect(c.token(id)).toMatchObject({ stage: 'on_hold', heldFor: 'no_answer', unanswered: 1 });
    expect(c.last?.events[0]?.reason).toMatchObject({ code: 'did_not_answer', rule: 'R19', round: 1 });
  });

  it.each(ways)('R19: ended by %s, the second silent round is a no-show at once', (way) => {
    const { c, id } = silent();
    c.do('recall', { tokenId: id });
    c.do('callThis', { tokenId: id });
    expect(c.token(id)).toMatchObject({ stage: 'called', recalls: 0, unanswered: 1 });
    spend(c, id);
    ends[way]?.(c, id);
    expect(c.where(id)).toBe('no_show');
    expect(c.last?.events[0]?.reason).toMatchObject({ code: 'did_not_answer', rule: 'R19', round: 2 });
  });

  it('R19: while nobody else is callable the round goes on, and the recalls are counted', () => {
    const { c, id } = silent();
    c.do('cancel', { tokenId: c.id(2), reason: 'patient' });
    expect(refusal(c.try('callNext', undefined))).toMatchObject({
      code: 'NOT_FOUND',
      message: 'Nobody else is here to be called.',
    });
    c.do('recall', { tokenId: id });
    expect(c.token(id)).toMatchObject({ stage: 'called', recalls: 4 });
    c.now += MINUTE;
    expect(c.do('sweep', undefined).events).toEqual([]);
  });

  it('R19: nobody else is called while recalls are left', () => {
    const c = clinic({ at: '9:00' });
    const [id, other] = [c.issue('walk_in'), c.issue('walk_in')];
    c.do('callThis', { tokenId: id });
    for (const refused of [c.try('callNext', undefined), c.try('callThis', { tokenId: other })]) {
      expect(refusal(refused)).toMatchObject({
        code: 'CONFLICT',
        message: 'A-001 has been called and has not come in yet.',
      });
    }
  });

  it('R19: with no recalls the round is the call alone', () => {
    const { c, id } = silent({ rules: { maxRecalls: 0 } });
    c.do('callNext', undefined);
    expect(c.field(id, 'stage')).toBe('on_hold');
  });
});

describe('R19: recall_gap_seconds', () => {
  it.each(['recall', 'callNext', 'callThis'] as const)(
    'R19: %s is too early until the gap has passed, to the millisecond',
    (name) => {
      const { c, id } = silent();
      const request = { tokenId: name === 'recall' ? id : c.id(2) };
      c.now -= 1;
      expect(refusal(c.try(name, request))).toEqual({
        code: 'TOO_EARLY',
        message: 'A-001 was called just now; wait 1 s more.',
        details: { rule: 'R19', tokenId: id, notBefore: c.now + 1 },
      });
      c.now += 1;
      expect(c.try(name, request).ok).toBe(true);
    },
  );

  it.each([
    [0, 0],
    [20, 20],
    [120, 120],
  ])('R19: with a gap of %i s somebody called may be called again after %i s', (gap, seconds) => {
    const c = clinic({ at: '9:00', rules: { recallGapSeconds: gap } });
    expect(recallFrom(c.book, c.context)).toBeNull();
    const id = c.issue('walk_in');
    expect(recallFrom(c.book, c.context)).toBeNull();
    c.do('callThis', { tokenId: id });
    expect(recallFrom(c.book, c.context)).toBe(instantOf('9:00') + seconds * SECOND);
    expect(refusalCode(c, id)).toBe(seconds === 0 ? 'ok' : 'TOO_EARLY');
    c.now += seconds * SECOND;
    expect(refusalCode(c, id)).toBe('ok');
  });

  const refusalCode = (c: Clinic, tokenId: TokenId): string => {
    const answer = c.try('recall', { tokenId });
    return answer.ok ? 'ok' : answer.error.code;
  };

  it('R19: a clock that was set back makes nobody wait for the old one', () => {
    const c = clinic({ at: '9:00' });
    const id = c.issue('walk_in');
    c.do('callThis', { tokenId: id });
    expect(recallFrom(c.book, c.at('8:59').context)).toBe(c.now);
    expect(refusalCode(c, id)).toBe('ok');
  });
});

describe('R19: the timer ends a round', () => {
  it.each([
    [20, 60],
    [60, 60],
    [120, 120],
  ])('R19: with a gap of %i s, %i s after the last call', (recallGapSeconds, seconds) => {
    const { c, id } = silent({ rules: { recallGapSeconds } });
    const last = Number(c.field(id, 'lastCalledAt'));
    c.now = last + seconds * SECOND - 1;
    expect(c.do('sweep', undefined).events).toEqual([]);
    c.now += 1;
    expect(story(c.do('sweep', undefined).events)).toEqual(['tokenHeld A-001']);
  });

  it('R19: never before the recalls are spent', () => {
    const c = clinic({ at: '9:00' });
    const id = c.issue('walk_in');
    c.issue('walk_in');
    c.do('callThis', { tokenId: id });
    expect(c.at('9:10').do('sweep', undefined).events).toEqual([]);
  });

  it('R19, R13: a minute after an outage at the earliest; the second round only when the watch allows a no-show', () => {
    const { c, id } = silent();
    c.now += MINUTE;
    c.watchedSince = c.now;
    expect(c.do('sweep', undefined).events).toEqual([]);
    c.now += MINUTE;
    expect(story(c.do('sweep', undefined).events)).toEqual(['tokenHeld A-001']);
    c.do('callThis', { tokenId: id });
    spend(c, id);
    c.now = c.watchedSince + 15 * MINUTE - 1;
    expect(c.do('sweep', undefined).events).toEqual([]);
    c.now += 1;
    expect(story(c.do('sweep', undefined).events)).toEqual(['tokenNoShow A-001']);
  });

  it('R19, R13: on a clock that was set back, not before the moment the seat was given is past', () => {
    const c = clinic({ at: '9:00', rules: { maxRecalls: 0 } });
    const id = c.issue('walk_in');
    c.issue('walk_in');
    c.at('8:50').do('callThis', { tokenId: id });
    expect(c.at('9:00').do('sweep', undefined).events).toEqual([]);
    c.now += 1;
    expect(story(c.do('sweep', undefined).events)).toEqual(['tokenHeld A-001']);
  });

  it('R19, R27: it waits while the patient is with another doctor, and a minute from when that ended', () => {
    const { c } = silent();
    c.now += MINUTE;
    c.elsewhere = [ashaElsewhere()];
    expect(c.do('sweep', undefined).events).toEqual([]);
    c.elsewhere = [ashaElsewhere({ stage: null, leftDoorAt: c.now })];
    c.now += MINUTE - 1;
    expect(c.do('sweep', undefined).events).toEqual([]);
    c.now += 1;
    expect(story(c.do('sweep', undefined).events)).toEqual(['tokenHeld A-001']);
  });

  it('R19, R27: a second round is no no-show within the timeout of a visit to another doctor', () => {
    const { c, id } = silent();
    c.do('recall', { tokenId: id });
    c.do('callThis', { tokenId: id });
    spend(c, id);
    c.now += MINUTE;
    const leftDoorAt = c.now - MINUTE;
    c.elsewhere = [ashaElsewhere({ stage: null, leftDoorAt })];
    c.now = leftDoorAt + 15 * MINUTE - 1;
    expect(c.do('sweep', undefined).events).toEqual([]);
    c.now += 1;
    expect(story(c.do('sweep', undefined).events)).toEqual(['tokenNoShow A-001']);
  });
});

describe('R19: who was silent, and who is counted', () => {
  const stageAfter = (c: Clinic, id: TokenId): unknown => {
    c.do('callThis', { tokenId: id });
    spend(c, id);
    c.do('recall', { tokenId: id });
    return c.field(id, 'stage') ?? c.where(id);
  };

  it('R19: a hold leaves the count of silent rounds', () => {
    const { c, id } = silent();
    c.do('recall', { tokenId: id });
    c.do('callThis', { tokenId: id });
    c.do('hold', { tokenId: id });
    expect(c.token(id)).toMatchObject({ heldFor: 'asked', unanswered: 1 });
    expect(stageAfter(c, id)).toBe('no_show');
  });

  it('R19: a start sets it to nought', () => {
    const { c, id } = silent();
    c.do('recall', { tokenId: id });
    c.do('callThis', { tokenId: id });
    c.do('start', { tokenId: id });
    c.do('hold', { tokenId: id });
    expect(stageAfter(c, id)).toBe('on_hold');
  });

  it('R19, R13: so does a reinstatement', () => {
    const { c, id } = silent();
    c.do('recall', { tokenId: id });
    c.do('noShow', { tokenId: id });
    c.do('reinstate', { tokenId: id });
    expect(stageAfter(c, id)).toBe('on_hold');
  });

  it('R19: a call of somebody who was held back counts for nobody', () => {
    const c = clinic({ seats: [9], at: '9:00' });
    const [held, again, other] = [c.issue('walk_in'), c.issue('walk_in'), c.issue('walk_in')];
    for (const tokenId of [held, again]) c.do('hold', { tokenId });
    c.see(again);
    expect(c.book.calls).toBe(0);
    c.see(other);
    expect(c.book.calls).toBe(1);
    c.see(c.issue('walk_in'));
    expect(c.queue()).toEqual([1]);
  });

  it.each([
    ['twice', ['silent', 'silent']],
    ['three times, with one step out when called', ['silent', 'steps out', 'silent']],
    ['four times, with one step out of the room', ['silent', 'is sent for a test', 'silent', 'silent']],
  ])('R19: before somebody who answers, another may be called %s, and then no more', (_times, answers) => {
    const { c, id } = silent({ rules: { maxRecalls: 0 } });
    for (const [index, answer] of answers.entries()) {
      if (index > 0) c.do('callThis', { tokenId: id });
      c.now += 20_000;
      if (answer === 'silent') c.do('recall', { tokenId: id });
      if (answer === 'is sent for a test') c.do('start', { tokenId: id });
      if (answer !== 'silent') c.do('hold', { tokenId: id });
    }
    expect(c.where(id)).toBe('no_show');
    expect(c.try('callThis', { tokenId: id }).ok).toBe(false);
    expect(c.next()).toBe(2);
  });

  it('R19: who was just held back is not the next while anybody else is callable, held back too or on the list', () => {
    const c = clinic({ seats: [2], at: '9:00' });
    const [first, second] = [c.issue('walk_in'), c.issue('walk_in')];
    c.do('hold', { tokenId: second });
    c.do('hold', { tokenId: first });
    expect(c.next()).toBe(2);
    c.do('hold', { tokenId: second });
    expect(c.next()).toBe(1);
    c.do('hold', { tokenId: first });
    c.issue('walk_in');
    expect(c.next()).toBe(3);
  });
});
