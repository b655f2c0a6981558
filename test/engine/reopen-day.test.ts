import { describe, expect, it } from 'vitest';
import type { BookEvent } from '../../src/shared/model/event';
import type { TokenId } from '../../src/shared/model/ids';
import { type Clinic, clinic, NEXT_DAY, refusal, story, tokenId } from './helpers/clinic';

/** Closed at half past nine: one at home, one here, one with the doctor, one waiting. */
function closed(): { c: Clinic; events: readonly BookEvent[]; ids: Record<Who, TokenId> } {
  const c = clinic({ seats: [3], at: '9:00', rules: { joinRunningSlot: 'always' } });
  const ids = {
    away: c.issue('online'),
    here: c.issue('walk_in'),
    inside: c.issue('walk_in'),
    waiting: c.issue('walk_in'),
  };
  c.do('callThis', { tokenId: ids.inside });
  c.do('start', { tokenId: ids.inside });
  const { events } = c.at('9:14').do('closeDay', undefined);
  return { c, events, ids };
}
type Who = 'away' | 'here' | 'inside' | 'waiting';
const reasonOf = (c: Clinic, events: readonly BookEvent[]): string =>
  refusal(c.try('reopenDay', { events })).message;

describe('R28: a day opened again', () => {
  it('R28: everybody whom the closing changed stands as before, and the book is open', () => {
    const { c, events, ids } = closed();
    c.do('reopenDay', { events });
    expect(story(c.last?.events ?? [])).toEqual([
      'tokenRestored A-001',
      'tokenRestored A-002',
      'tokenRestored A-004',
      'bookReopened',
    ]);
    expect(c.last?.events.map(({ reason }) => reason)).toEqual(
      Array.from({ length: 4 }, () => ({ code: 'day_reopened', rule: 'R28' })),
    );
    expect(c.book).toMatchObject({ status: 'open', reopenedAt: c.now });
    expect(Object.values(ids).map((id) => c.where(id))).toEqual(['9', '9', '9', 'waiting']);
    expect(c.last?.token).toBeNull();
  });

  it('R28: paper, corrections and serving who was inside do not stand in the way; the corrected text stays', () => {
    const { c, events, ids } = closed();
    c.at('9:30').do('serve', { tokenId: ids.inside });
    c.do('correct', { tokenId: ids.here, patientName: 'Asha', patientContact: '9876543210', note: 'stairs' });
    const paper = { id: tokenId(7), at: c.now, source: 'walk_in', became: 'served' } as const;
    c.do('paperEntry', { ...paper, patientName: 'Paper', patientContact: '' });
    c.do('reopenDay', { events });
    expect(c.token(ids.here)).toMatchObject({
      stage: 'checked_in',
      patientName: 'Asha',
      patientContact: '9876543210',
      note: 'stairs',
    });
    expect(c.where(ids.inside)).toBe('served');
  });

  it('R28: then R9: a seat that is free by now goes to who waits', () => {
    const { c, events, ids } = closed();
    c.rules = { ...c.rules, noShowTimeoutMinutes: 0 };
    c.do('reopenDay', { events });
    c.now += 1;
    c.do('sweep', undefined);
    expect([c.where(ids.away), c.where(ids.waiting)]).toEqual(['no_show', '9']);
    const other = closed();
    other.c.book = {
      ...other.c.book,
      slots: other.c.book.slots.map((slot) => ({ ...slot, capacity: 4 })),
    };
    other.c.do('reopenDay', { events: other.events });
    expect(other.c.where(other.ids.waiting)).toBe('9');
  });

  it('R28: not while it is open, nor of longer ago, nor without the record of the closing', () => {
    const { c, events } = closed();
    for (const record of [[], events.slice(0, -1)]) {
      expect(refusal(c.try('reopenDay', { events: record }))).toEqual({
        code: 'CONFLICT',
        message: 'There is no record of how this day was closed.',
        details: { rule: 'R28', serviceDay: c.book.serviceDay },
      });
    }
    for (const [today, works] of [
      ['2026-03-01', false],
      ['2026-03-02', true],
      ['2026-03-03', true],
      ['2026-03-04', false],
    ] as const) {
      c.today = today as typeof c.today;
      const answer = c.try('reopenDay', { events });
      expect([today, answer.ok]).toEqual([today, works]);
      if (works) continue;
      expect(refusal(answer)).toEqual({
        code: 'CONFLICT',
        message: 'Only today and yesterday can be opened again.',
        details: { rule: 'R28', serviceDay: c.book.serviceDay },
      });
    }
    c.today = c.book.serviceDay;
    c.do('reopenDay', { events });
    expect(reasonOf(c, events)).toBe('This day is open.');
  });

  it('R28: yesterday is told by the calendar, over months and years', () => {
    for (const [day, today] of [
      ['2026-02-28', '2026-03-01'],
      ['2025-12-31', '2026-01-01'],
    ] as const) {
      const c = clinic();
      c.today = day as typeof c.today;
      c.book = { ...c.book, serviceDay: c.today };
      const { events } = c.do('closeDay', undefined);
      c.today = today as typeof c.today;
      expect(c.try('reopenDay', { events }).ok).toBe(true);
    }
  });

  it('R28: not where a token was changed since: after an earlier reopening and closing, say', () => {
    const { c, events, ids } = closed();
    c.do('reopenDay', { events });
    c.do('cancel', { tokenId: ids.here, reason: 'patient' });
    c.do('closeDay', undefined);
    expect(refusal(c.try('reopenDay', { events }))).toEqual({
      code: 'CONFLICT',
      message: 'A-002 was changed after the day was closed.',
      details: { rule: 'R28', serviceDay: c.book.serviceDay, tokenId: ids.here, number: 'A-002' },
    });
  });

  it('R28, R23: of a reopening there is no undo, for anybody in it', () => {
    const { c, events, ids } = closed();
    const restored = c.do('reopenDay', { events }).events.filter(({ type }) => type === 'tokenRestored');
    const own = restored.filter((event) => 'after' in event && event.after.id === ids.here);
    expect(own).toHaveLength(1);
    expect(refusal(c.try('undo', { tokenId: ids.here, events: own })).details).toMatchObject({
      because: 'nothing_to_undo',
    });
  });

  it('R28: not where the record is of another book, or of a token that was new', () => {
    const { c, events } = closed();
    const bare = clinic();
    bare.do('closeDay', undefined);
    expect(reasonOf(bare, events)).toBe('A-001 was changed after the day was closed.');
    const born = events.map((event) => ('before' in event ? { ...event, before: null } : event));
    expect(reasonOf(c, born as BookEvent[])).toBe('A-001 was changed after the day was closed.');
  });
});

describe('R28: a yesterday opened again', () => {
  function yesterday(): ReturnType<typeof closed> {
    const all = closed();
    all.c.today = NEXT_DAY;
    all.c.do('reopenDay', { events: all.events });
    return all;
  }

  it('R28: serve, cancel, no-show by hand, correction, paper and closing work; nobody is promoted', () => {
    const { c, ids } = yesterday();
    c.at('9:30');
    c.do('noShow', { tokenId: ids.away });
    expect(c.where(ids.waiting)).toBe('waiting');
    c.do('cancel', { tokenId: ids.waiting, reason: 'staff' });
    c.do('serve', { tokenId: ids.here });
    c.do('correct', { tokenId: ids.here, note: 'seen' });
    const paper = { id: tokenId(7), at: c.now, source: 'walk_in', became: 'waits' } as const;
    c.do('paperEntry', { ...paper, patientName: 'Paper', patientContact: '' });
    c.do('closeDay', undefined);
    expect(c.book.status).toBe('closed');
  });

  it('R28: nothing else: calls, seats and sweeps are of today', () => {
    const { c, ids } = yesterday();
    const byId = { tokenId: ids.here };
    for (const answer of [
      c.try('callNext', undefined),
      c.try('callThis', byId),
      c.try('hold', byId),
      c.try('checkIn', { tokenId: ids.away }),
      c.try('sweep', undefined),
      c.try('settleOnly', undefined),
      c.try('move', { ...byId, slotId: c.slotId(9) }),
      c.try('issue', c.request('walk_in')),
      c.try('reinstate', byId),
      c.try('upgradeToEmergency', { ...byId, reason: 'pain' }),
      c.try('setDelay', { minutes: 5 }),
    ]) {
      expect(refusal(answer).message).toBe('That day is over.');
    }
  });

  it('R28: a past day that was never reopened, and one of the day before, take none of it', () => {
    const { c, ids } = yesterday();
    c.today = '2026-03-04' as typeof c.today;
    expect(c.try('cancel', { tokenId: ids.waiting, reason: 'staff' }).ok).toBe(false);
    expect(c.try('serve', { tokenId: ids.here }).ok).toBe(false);
    const plain = clinic();
    const id = plain.issue('walk_in');
    plain.today = NEXT_DAY;
    expect(plain.try('cancel', { tokenId: id, reason: 'staff' }).ok).toBe(false);
    expect(plain.try('serve', { tokenId: id }).ok).toBe(false);
  });

  it('R28: closed again it takes none of it either', () => {
    const { c, ids } = yesterday();
    c.do('closeDay', undefined);
    for (const answer of [
      c.try('noShow', { tokenId: ids.away }),
      c.try('cancel', { tokenId: ids.inside, reason: 'staff' }),
    ]) {
      expect(refusal(answer).details).toEqual({ rule: 'R16' });
    }
  });
});
