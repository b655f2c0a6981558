import { describe, expect, it } from 'vitest';
import { reasonFor } from '../../src/main/engine';
import { defaultRules, type RuleSettings, ruleSettingsSchema } from '../../src/shared/model/settings';
import {
  type CommandName,
  clinic,
  commands,
  type RequestOf,
  refusal,
  slotId,
  tokenId,
} from './helpers/clinic';

/** One request of each kind about a token and a slot that nobody knows. */
const strangers: { readonly [N in CommandName]: RequestOf<N> } = {
  addSlot: { id: slotId(1), startMinute: 0, endMinute: 10, startsAt: 0, endsAt: 10, capacity: 1 },
  callNext: undefined,
  callThis: { tokenId: tokenId(1) },
  cancel: { tokenId: tokenId(1), reason: 'staff' },
  changeSlot: { slotId: slotId(1), capacity: 1 },
  checkIn: { tokenId: tokenId(1) },
  closeDay: undefined,
  closeSlot: { slotId: slotId(1) },
  correct: { tokenId: tokenId(1), note: 'x' },
  endBreak: { minutes: 10 },
  followRegister: { tokenId: tokenId(1), precedence: null },
  hold: { tokenId: tokenId(1) },
  issue: {
    id: tokenId(1),
    source: 'paid',
    channel: 'desk',
    patientName: 'A',
    patientContact: '',
    slotId: slotId(1),
  },
  leaveEarly: { lastSlotId: slotId(1) },
  move: { tokenId: tokenId(1), slotId: slotId(1) },
  noShow: { tokenId: tokenId(1) },
  paperEntry: {
    id: tokenId(1),
    at: 5,
    source: 'paid',
    patientName: 'A',
    patientContact: '',
    became: 'served',
  },
  recall: { tokenId: tokenId(1) },
  reinstate: { tokenId: tokenId(1) },
  release: { tokenId: tokenId(1) },
  reopenDay: { events: [] },
  reopenSlot: { slotId: slotId(1) },
  serve: { tokenId: tokenId(1) },
  setDelay: { minutes: 10 },
  setPrecedence: { tokenId: tokenId(1), precedence: null },
  settleOnly: undefined,
  start: { tokenId: tokenId(1) },
  sweep: undefined,
  takeBackUpgrade: { tokenId: tokenId(1), reason: 'x' },
  takeBreak: { minutes: 10 },
  undo: { tokenId: tokenId(1), events: [] },
  upgradeToEmergency: { tokenId: tokenId(1), reason: 'x' },
};
const names = Object.keys(commands) as CommandName[];

describe('bad input: a clear AppError, never a throw', () => {
  it.each(names)('%s: a clock that is none is refused', (name) => {
    for (const now of [Number.NaN, Number.POSITIVE_INFINITY, -1, 1.5]) {
      const c = clinic();
      c.watchedSince = now;
      const unwatched = refusal(c.try(name, strangers[name]));
      expect(unwatched).toMatchObject({ code: 'INVALID_INPUT', details: { field: 'watchedSince' } });
      c.now = now;
      const refused = refusal(c.try(name, strangers[name]));
      expect(refused).toMatchObject({ code: 'INVALID_INPUT', details: { field: 'now' } });
    }
  });

  it.each(names)('%s: an impossible service day is refused', (name) => {
    const c = clinic();
    c.today = '2026-02-30' as typeof c.today;
    expect(refusal(c.try(name, strangers[name])).details).toEqual({ field: 'today' });
  });

  it.each(names)('%s: in a book without slots or tokens it works or says what is missing', (name) => {
    const result = clinic({ slots: [] }).try(name, strangers[name]);
    if (!result.ok) expect(['NOT_FOUND', 'CONFLICT', 'INVALID_INPUT']).toContain(result.error.code);
  });

  const impossible: [string, unknown][] = [
    ['maxEmergencyOverflow', -1],
    ['maxEmergencyOverflow', 51],
    ['emergencyOverflowPercent', 0],
    ['emergencyOverflowPercent', 101],
    ['joinRunningSlot', 'sometimes'],
    ['allowPreemption', 'yes'],
    ['preemptionScope', 'all'],
    ['maxDisplacements', -1],
    ['maxDisplacements', 11],
    ['waitingListAgingMinutes', -1],
    ['waitingListAgingMinutes', 1441],
    ['promotionLeadMinutes', -1],
    ['promotionLeadMinutes', 1441],
    ['noShowTimeoutMinutes', -1],
    ['noShowTimeoutMinutes', 481],
    ['callOrder', 'random'],
    ['maxRecalls', -1],
    ['maxRecalls', 11],
    ['heldBackCalls', 1.5],
    ['heldBackCalls', 21],
    ['targetMinutes', { ...defaultRules.targetMinutes, paid: 0 }],
    ['targetMinutes', { ...defaultRules.targetMinutes, online: 481 }],
  ];
  it.each(impossible)('settings: %s cannot be %j', (name, value) => {
    const c = clinic();
    c.rules = { ...c.rules, [name]: value };
    const refused = refusal(c.try('settleOnly', undefined));
    expect(refused.code).toBe('INVALID_INPUT');
    expect(String(refused.details?.field)).toMatch(new RegExp(`^rules\\.${name}`));
  });
});

describe('the settings the rules name', () => {
  it('have the defaults of the rules', () => {
    const expected: RuleSettings = {
      maxEmergencyOverflow: 2,
      emergencyOverflowPercent: null,
      joinRunningSlot: 'here',
      joinLeadMinutes: 30,
      allowPreemption: true,
      preemptionScope: 'emergency',
      maxDisplacements: 1,
      waitingListAgingMinutes: 0,
      promotionLeadMinutes: 0,
      noShowTimeoutMinutes: 15,
      callOrder: 'fair',
      targetMinutes: { paid: 20, follow_up: 30, walk_in: 45, online: 45 },
      maxRecalls: 3,
      recallGapSeconds: 20,
      heldBackCalls: 2,
      precedenceFactor: 2,
      seniorFromAge: 60,
      infantUnderAge: 1,
      askNeedAtKiosk: false,
      checkInEarlyMinutes: null,
      checkInLateMinutes: null,
      tellOtherDay: true,
    };
    expect(defaultRules).toEqual(expected);
  });

  it.each(Object.entries(ruleSettingsSchema.shape))('%s has a plain sentence', (_name, schema) => {
    expect(schema.description).toMatch(/^[A-Z].{20,}\.$/);
  });
});

describe('R20: every decision says why', () => {
  it('R20: the reason of a token is that of its last event', () => {
    const c = clinic({ seats: [1] });
    const id = c.issue('paid');
    const waiting = c.issue('paid');
    const decision = c.do('cancel', { tokenId: id, reason: 'patient' });
    expect(reasonFor(decision, waiting)).toEqual({ code: 'free_seat', rule: 'R9', slotId: c.slotId(9) });
    expect(reasonFor(decision, id)).toEqual({ code: 'asked_by_staff', rule: 'R12' });
    expect(reasonFor(decision, tokenId(9))).toBeUndefined();
    expect(reasonFor(c.do('setDelay', { minutes: 5 }), id)).toBeUndefined();
    expect(reasonFor(c.do('closeDay', undefined), id)).toBeUndefined();
  });

  it('R20: each change is one revision, whatever it moved', () => {
    const c = clinic({ seats: [1] });
    const id = c.issue('paid');
    c.issue('paid');
    c.do('cancel', { tokenId: id, reason: 'patient' });
    expect(c.book.revision).toBe(3);
    expect(c.last?.events[0]).toMatchObject({
      at: c.now,
      before: { status: 'active' },
      after: { status: 'cancelled' },
    });
  });
});

describe('preview', () => {
  it.each(names)('%s: asking changes nothing', (name) => {
    const c = clinic({ seats: [1] });
    c.issue('walk_in');
    c.issue('emergency');
    c.issue('walk_in');
    const before = structuredClone(c.book);
    c.try(name, strangers[name]);
    expect(c.book).toEqual(before);
  });
});
