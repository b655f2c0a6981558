import { describe, expect, it } from 'vitest';
import type { Call } from '../../src/renderer/src/voice/call';
import { enqueue, SAY_ONCE_AFTER, SKIP_AFTER, takeNext } from '../../src/renderer/src/voice/queue';
import { isQuiet, minuteAt } from '../../src/renderer/src/voice/quiet';
import { type ClipId, clipsFor } from '../../src/renderer/src/voice/timeline';
import { type Language, languages } from '../../src/shared/model/language';
import { fc } from '../helpers/fast-check';
import { callOf, playDay } from './helpers/waiting-room';

const numbers = (calls: readonly Call[]): string[] => calls.map(({ number }) => number);
const queueOf = (...calls: readonly Call[]): readonly Call[] => calls.reduce(enqueue, [] as readonly Call[]);
const aloud = { times: 2, silent: false };

describe('the queue', () => {
  it('says first calls in the order in which they came', () => {
    expect(numbers(queueOf(callOf('A-001'), callOf('B-001'), callOf('A-002')))).toEqual([
      'A-001',
      'B-001',
      'A-002',
    ]);
  });

  it('lets a recall jump it, but not an earlier recall', () => {
    const recall = { recall: true };
    const queue = queueOf(callOf('A-001'), callOf('B-007', recall), callOf('A-002'), callOf('C-003', recall));
    expect(numbers(queue)).toEqual(['B-007', 'C-003', 'A-001', 'A-002']);
  });

  it('replaces a waiting call of the same token, in the better of the two places', () => {
    const moved = callOf('A-001', { room: '5' });
    expect(queueOf(callOf('A-001'), callOf('B-001'), moved)).toEqual([
      moved,
      expect.objectContaining({ number: 'B-001' }),
    ]);
    const again = callOf('B-001', { recall: true });
    expect(numbers(queueOf(callOf('A-001'), callOf('B-001'), again))).toEqual(['B-001', 'A-001']);
  });

  it('says a call once whose turn comes after a minute, and not at all after five', () => {
    const call = callOf('A-001');
    expect(takeNext([call], SAY_ONCE_AFTER, aloud).next).toEqual({ call, times: 2 });
    expect(takeNext([call], SAY_ONCE_AFTER + 1, aloud).next).toEqual({ call, times: 1 });
    expect(takeNext([call], SKIP_AFTER, aloud).next).toEqual({ call, times: 1 });
    const late = takeNext([call, callOf('A-002', { at: SKIP_AFTER })], SKIP_AFTER + 1, aloud);
    expect(late.skipped).toEqual([{ call, reason: 'late' }]);
    expect(late.next?.call.number).toBe('A-002');
  });

  it('forgets what is called while nothing may be said', () => {
    const turn = takeNext(queueOf(callOf('A-001'), callOf('A-002')), 0, { times: 2, silent: true });
    expect(turn.next).toBeNull();
    expect(turn.waiting).toEqual([]);
    expect(turn.skipped.map(({ reason }) => reason)).toEqual(['silent', 'silent']);
  });
});

describe('quiet hours', () => {
  const clock = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  const quiet = (from: string, until: string, at: string): boolean =>
    isQuiet({ quietFrom: clock(from), quietUntil: clock(until) }, clock(at));

  it.each([
    ['13:00', '14:00', '12:59', false],
    ['13:00', '14:00', '13:00', true],
    ['13:00', '14:00', '13:59', true],
    ['13:00', '14:00', '14:00', false],
    ['21:30', '07:00', '21:29', false],
    ['21:30', '07:00', '21:30', true],
    ['21:30', '07:00', '23:59', true],
    ['21:30', '07:00', '00:00', true],
    ['21:30', '07:00', '06:59', true],
    ['21:30', '07:00', '07:00', false],
    // A minute of the service day may be one after midnight.
    ['23:00', '31:00', '03:00', true],
    ['00:00', '06:00', '00:00', true],
    ['08:00', '08:00', '08:00', false],
  ])('from %s until %s, at %s: %s', (from, until, at, expected) => {
    expect(quiet(from, until, at)).toBe(expected);
  });

  it('are none while one of the two is missing', () => {
    expect(isQuiet({ quietFrom: 0, quietUntil: null }, 5)).toBe(false);
    expect(isQuiet({ quietFrom: null, quietUntil: 1_000 }, 5)).toBe(false);
  });

  it('go by the clinic’s clock', () => {
    const instant = Date.parse('2026-01-05T18:45:00Z');
    expect(minuteAt(instant, 'Asia/Kolkata')).toBe(clock('00:15'));
    expect(minuteAt(instant, 'Asia/Dubai')).toBe(clock('22:45'));
  });
});

describe('a day of calls', () => {
  const doctors = ['A', 'B', 'C'];
  const calls: fc.Arbitrary<Call[]> = fc
    .array(
      fc.record({
        doctor: fc.constantFrom(...doctors),
        sequence: fc.integer({ min: 1, max: 9 }),
        recall: fc.boolean(),
        at: fc.integer({ min: 0, max: 600_000 }),
        room: fc.constantFrom('3', 'OPD 12', 'Ground floor', ''),
      }),
      { maxLength: 40 },
    )
    .map((all) => all.map(({ doctor, sequence, ...rest }) => callOf(`${doctor}-00${sequence}`, rest)));
  const manners = fc.record({
    languages: fc.uniqueArray(fc.constantFrom<Language>(...languages), { minLength: 1, maxLength: 2 }),
    times: fc.integer({ min: 1, max: 3 }),
  });
  /** Each clip of another length, as the real ones are. */
  const durationsFor = (all: readonly Call[]): Map<ClipId, number> => {
    const clips = all.flatMap((call) => clipsFor(call, languages)).filter((clip) => !clip.includes('/room-'));
    return new Map(clips.map((clip, index) => [clip, 300 + ((index * 37) % 900)]));
  };

  it('never has two clips at once', () => {
    fc.assert(
      fc.property(calls, manners, (all, manner) => {
        const cues = playDay(all, manner, durationsFor(all)).said.flatMap((one) => one.cues);
        cues.reduce((end, { startsAt, lasts }) => {
          expect(startsAt).toBeGreaterThanOrEqual(end);
          return startsAt + lasts;
        }, 0);
      }),
    );
  });

  it('says each call exactly as often as set in each language, unless late or superseded', () => {
    fc.assert(
      fc.property(calls, manners, (all, manner) => {
        const { said, skipped } = playDay(all, manner, durationsFor(all));
        for (const call of all) {
          const own = said.filter((one) => one.call === call);
          const wasSkipped = skipped.some((one) => one.call === call && one.reason === 'late');
          const superseded = all.some(
            (other) => other !== call && other.number === call.number && other.at >= call.at,
          );
          expect(own.length + (wasSkipped ? 1 : 0)).toBeLessThanOrEqual(1);
          if (!superseded) expect(own.length + (wasSkipped ? 1 : 0)).toBe(1);
          for (const { cues, startsAt, times } of own) {
            const expected = startsAt - call.at > SAY_ONCE_AFTER ? 1 : manner.times;
            expect(times).toBe(expected);
            for (const language of manner.languages) {
              const begun = cues.filter(({ clip }) => clip === `${language}/token-number`);
              expect(begun).toHaveLength(expected);
            }
            expect(cues.filter(({ clip }) => clip === 'common/chime')).toHaveLength(1);
          }
        }
      }),
    );
  });

  it('never begins a first call while a recall waits, nor anything five minutes old', () => {
    fc.assert(
      fc.property(calls, manners, (all, manner) => {
        const seen = new Set<string>();
        for (const { call, startsAt, passed } of playDay(all, manner, durationsFor(all)).said) {
          expect(startsAt - call.at).toBeLessThanOrEqual(SKIP_AFTER);
          // A call that took the place of a recall keeps it.
          if (!call.recall && !all.some((one) => one.number === call.number && one.recall)) {
            expect(passed.filter(({ recall }) => recall)).toEqual([]);
          }
          expect(seen.has(call.key)).toBe(false);
          seen.add(call.key);
        }
      }),
    );
  });

  it('begins nothing while muted or in quiet hours', () => {
    fc.assert(
      fc.property(calls, manners, fc.integer({ min: 0, max: 600_000 }), (all, manner, from) => {
        const silentAt = (now: number): boolean => now >= from && now < from + 120_000;
        const { said, skipped } = playDay(all, { ...manner, silentAt }, durationsFor(all));
        expect(said.filter(({ startsAt }) => silentAt(startsAt))).toEqual([]);
        for (const { call } of skipped.filter(({ reason }) => reason === 'silent')) {
          expect(said.some((one) => one.call === call)).toBe(false);
        }
      }),
    );
  });
});
