import { describe, expect, it } from 'vitest';
import { followUpOn } from '../../../src/main/app/patients/follow-up';
import type { Visit } from '../../../src/main/store/store';
import type { FollowUpRule } from '../../../src/shared/model/follow-up';
import { tokenIdSchema } from '../../../src/shared/model/ids';
import { serviceDaySchema } from '../../../src/shared/model/time';

const week: FollowUpRule = { days: 7, visits: 1, terms: 'free' };
const day = (text: string) => serviceDaySchema.parse(`2026-${text}`);

/** A visit on a day of 2026, seen unless said otherwise; those of one day in the order in which they are named. */
let minute = 0;
const id = tokenIdSchema.parse(crypto.randomUUID());
function visit(on: string, source: Visit['source'] = 'walk_in', more: Partial<Visit> = {}): Visit {
  minute += 1;
  return {
    id,
    serviceDay: day(on),
    createdAt: minute,
    source,
    upgradedFrom: null,
    status: 'served',
    ...more,
  };
}
const on = (visits: readonly Visit[], today: string, rule: FollowUpRule | null = week) =>
  followUpOn(visits, rule, day(today));

describe('a follow-up is due', () => {
  it('from the very day of a new visit to the last day, and not a day longer', () => {
    const visits = [visit('03-01', 'paid')];
    expect(on(visits, '03-01')).toEqual({
      ...{ kind: 'due', lastDay: '2026-03-01', daysAgo: 0, until: '2026-03-08', left: 1, terms: 'free' },
    });
    expect(on(visits, '03-08')).toMatchObject({ kind: 'due', daysAgo: 7 });
    expect(on(visits, '03-09')).toEqual({
      ...{ kind: 'over', lastDay: '2026-03-01', daysAgo: 8, until: '2026-03-08' },
    });
  });

  it('over the end of a month, of February and of a year', () => {
    expect(on([visit('01-28')], '02-04')).toMatchObject({ kind: 'due', until: '2026-02-04' });
    expect(on([visit('02-25')], '03-04')).toMatchObject({ kind: 'due', daysAgo: 7 });
    const inDecember = { ...visit('01-01'), serviceDay: serviceDaySchema.parse('2025-12-30') };
    expect(on([inDecember], '01-06')).toMatchObject({ kind: 'due', daysAgo: 7, until: '2026-01-06' });
  });

  it('after any new visit: paid, walk-in, online or emergency', () => {
    for (const source of ['paid', 'walk_in', 'online', 'emergency'] as const)
      expect(on([visit('03-01', source)], '03-02')).toMatchObject({ kind: 'due' });
  });

  it('as often as the rule says; one that is still to come is taken already', () => {
    const twice = { ...week, visits: 2, terms: 'cheaper' } as const;
    const visits = [visit('03-01'), visit('03-03', 'follow_up')];
    expect(on(visits, '03-05', twice)).toEqual({
      ...{ kind: 'due', lastDay: '2026-03-03', daysAgo: 2, until: '2026-03-08', left: 1, terms: 'cheaper' },
    });
    expect(on(visits, '03-05')).toEqual({ kind: 'used_up', lastDay: '2026-03-03', daysAgo: 2 });
    const booked = visit('03-07', 'follow_up', { status: 'active' });
    expect(on([...visits, booked], '03-05', twice)).toMatchObject({ kind: 'used_up' });
    expect(on([visit('03-01'), visit('03-05', 'follow_up', { status: 'waiting' })], '03-05')).toMatchObject({
      kind: 'used_up',
    });
  });

  it('still, where nobody came, where it was cancelled, or went to another doctor', () => {
    for (const status of ['no_show', 'cancelled'] as const) {
      const visits = [visit('03-01'), visit('03-03', 'follow_up', { status })];
      expect(on(visits, '03-05')).toMatchObject({ kind: 'due', lastDay: '2026-03-01', left: 1 });
    }
  });

  it('anew after another new visit, also of the same day as a follow-up before it', () => {
    const visits = [visit('03-01'), visit('03-02', 'follow_up'), visit('03-20', 'follow_up'), visit('03-20')];
    expect(on(visits, '03-27')).toMatchObject({ kind: 'due', until: '2026-03-27' });
    expect(on([...visits, visit('03-20', 'follow_up')], '03-21')).toMatchObject({ kind: 'used_up' });
  });

  it('in whichever order the visits are told', () => {
    const visits = [visit('03-01'), visit('03-03', 'follow_up'), visit('03-10')];
    expect(on([...visits].reverse(), '03-11')).toEqual(on(visits, '03-11'));
    expect(on(visits, '03-11')).toMatchObject({ kind: 'due', lastDay: '2026-03-10' });
  });
});

describe('a follow-up is not due', () => {
  it('longer because there was one', () => {
    const twice = { ...week, visits: 2 };
    expect(on([visit('03-01'), visit('03-07', 'follow_up')], '03-09', twice)).toEqual({
      ...{ kind: 'over', lastDay: '2026-03-07', daysAgo: 2, until: '2026-03-08' },
    });
  });

  it('to whom the doctor has not seen: nobody came, it was cancelled, or it is still to come', () => {
    expect(on([], '03-01')).toEqual({ kind: 'never_seen' });
    for (const status of ['no_show', 'cancelled', 'active', 'waiting', 'displaced'] as const)
      expect(on([visit('03-01', 'paid', { status })], '03-02')).toEqual({ kind: 'never_seen' });
    expect(on([visit('03-05')], '03-04')).toEqual({ kind: 'never_seen' });
  });

  it('to whom only follow-ups are known of', () => {
    expect(on([visit('03-01', 'follow_up')], '03-02')).toEqual({
      ...{ kind: 'used_up', lastDay: '2026-03-01', daysAgo: 1 },
    });
  });

  it('again where the follow-up became an emergency (R24): it stays what it was', () => {
    const upgraded = visit('03-03', 'emergency', { upgradedFrom: 'follow_up' });
    expect(on([visit('03-01'), upgraded], '03-04')).toMatchObject({ kind: 'used_up', daysAgo: 1 });
    const walkIn = visit('03-03', 'emergency', { upgradedFrom: 'walk_in' });
    expect(on([visit('03-01'), walkIn], '03-10')).toMatchObject({ kind: 'due', until: '2026-03-10' });
  });

  it('where the doctor has no such rule', () => {
    expect(on([visit('03-01')], '03-02', null)).toEqual({ kind: 'no_rule' });
  });
});
