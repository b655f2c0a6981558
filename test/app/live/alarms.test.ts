import { describe, expect, test } from 'vitest';
import { acknowledged, carriedOver, type Finding, followAlarms } from '../../../src/main/app/live/alarms';
import type { Alarm } from '../../../src/shared/model/alarm';
import { alarmSettingsSchema } from '../../../src/shared/model/alarm-settings';
import { first } from '../../helpers/clinic';

const settings = alarmSettingsSchema.parse({ wait: { quietMinutes: 15 } });
const T = Date.UTC(2026, 0, 5, 4);
const inMinutes = (minutes: number): number => T + minutes * 60_000;
const wait: Finding = { kind: 'wait', about: 'a', name: 'A · Rao', figure: 20 };

/** The log after one look after the other, and the minutes at which it rang. */
function looks(
  steps: readonly (readonly [minute: number, findings: readonly Finding[]])[],
  begin: readonly Alarm[] = [],
): { readonly alarms: readonly Alarm[]; readonly rang: readonly number[] } {
  let alarms = begin;
  const rang: number[] = [];
  for (const [minute, findings] of steps) {
    const next = followAlarms(alarms, findings, settings, inMinutes(minute));
    for (const _ of next.rings) rang.push(minute);
    alarms = next.alarms;
  }
  return { alarms, rang };
}

const answered = (alarms: readonly Alarm[], minute: number): readonly Alarm[] =>
  acknowledged(alarms, (alarms.at(-1) as Alarm).id, null, inMinutes(minute));

describe('an alarm', () => {
  test('begins with a finding and rings once', () => {
    const { alarms, rang } = looks([
      [0, []],
      [1, [wait]],
    ]);
    expect(rang).toEqual([1]);
    expect(alarms).toEqual([
      {
        ...wait,
        id: `wait:a:${inMinutes(1)}`,
        beganAt: inMinutes(1),
        rangAt: inMinutes(1),
        rings: 1,
        endedAt: null,
        acknowledgedAt: null,
        acknowledgedBy: null,
      },
    ]);
  });

  test('stays without a sound, and the log stays the very same', () => {
    const { alarms } = looks([[0, [wait]]]);
    const next = followAlarms(alarms, [{ ...wait, figure: 21 }], settings, inMinutes(1));
    expect(next.alarms).toBe(alarms);
    expect(next.rings).toEqual([]);
  });

  test('rings again when its quiet time is over and nobody has answered, with the figure of that moment', () => {
    const worse = { ...wait, figure: 35 };
    const { alarms, rang } = looks([
      [0, [wait]],
      [14, [wait]],
      [15, [worse]],
      [16, [worse]],
      [30, [worse]],
    ]);
    expect(rang).toEqual([0, 15, 30]);
    expect(alarms).toMatchObject([{ figure: 35, rings: 3, beganAt: inMinutes(0), rangAt: inMinutes(30) }]);
  });

  test('rings no more once somebody knows of it, however long it stays', () => {
    const begun = looks([[0, [wait]]]);
    const { rang, alarms } = looks(
      [
        [15, [wait]],
        [240, [wait]],
      ],
      answered(begun.alarms, 2),
    );
    expect(rang).toEqual([]);
    expect(alarms).toMatchObject([{ acknowledgedAt: inMinutes(2), endedAt: null }]);
  });

  test('ends when it is found no more, once', () => {
    const { alarms, rang } = looks([
      [0, [wait]],
      [5, []],
      [6, []],
    ]);
    expect(rang).toEqual([0]);
    expect(alarms).toMatchObject([{ endedAt: inMinutes(5) }]);
  });

  test('found again within the quiet time it is the same one, without a sound', () => {
    const { alarms, rang } = looks([
      [0, [wait]],
      [5, []],
      [9, [wait]],
    ]);
    expect(rang).toEqual([0]);
    expect(alarms).toMatchObject([{ beganAt: inMinutes(0), endedAt: null, rings: 1 }]);
    // Nobody has answered: it is not forgotten either.
    expect(looks([[15, [wait]]], alarms).rang).toEqual([15]);
  });

  test('that comes and goes and was answered is quiet as long as it comes back soon', () => {
    const begun = looks([[0, [wait]]]);
    const flapping = looks(
      [
        [10, []],
        [20, [wait]],
        [30, []],
        [44, [wait]],
      ],
      answered(begun.alarms, 1),
    );
    expect(flapping.rang).toEqual([]);
    expect(flapping.alarms).toHaveLength(1);
  });

  test('found again after the quiet time it is a new one, and the old one stays in the log', () => {
    const { alarms, rang } = looks([
      [0, [wait]],
      [5, []],
      [20, [wait]],
      [21, []],
      [22, [wait]],
    ]);
    expect(rang).toEqual([0, 20]);
    expect(alarms).toMatchObject([
      { beganAt: inMinutes(0), endedAt: inMinutes(5) },
      { beganAt: inMinutes(20), endedAt: null },
    ]);
  });

  test('of each doctor and of each kind is one of its own', () => {
    const other = { ...wait, about: 'b' };
    const idle = { ...wait, kind: 'idle' as const };
    const { rang, alarms } = looks([
      [0, [wait]],
      [1, [wait, other, idle]],
      [2, [other]],
    ]);
    expect(rang).toEqual([0, 1, 1]);
    expect(alarms.map(({ endedAt }) => endedAt)).toEqual([inMinutes(2), null, inMinutes(2)]);
  });

  test('ends when its kind is switched off, which is not found any more', () => {
    expect(
      looks([
        [0, [wait]],
        [1, []],
      ]).alarms,
    ).toMatchObject([{ endedAt: inMinutes(1) }]);
  });
});

describe('the clock', () => {
  test('set back by hours: it is quiet for no longer than its quiet time from then on', () => {
    const { rang, alarms } = looks([
      [0, [wait]],
      [-300, [wait]],
      [-290, [wait]],
      [-285, [wait]],
    ]);
    expect(rang).toEqual([0, -285]);
    expect(alarms).toHaveLength(1);
  });

  test('set back over an answer and an end: both hold', () => {
    const begun = looks([[0, [wait]]]);
    const ended = looks([[60, []]], answered(begun.alarms, 1));
    const { rang, alarms } = looks(
      [
        [-120, []],
        [-119, [wait]],
        [-100, [wait]],
      ],
      ended.alarms,
    );
    expect(rang).toEqual([]);
    expect(alarms).toMatchObject([{ endedAt: null, acknowledgedBy: null, rings: 1 }]);
  });

  test('set on by hours: it rings once, not once for every quiet time that was skipped', () => {
    expect(
      looks([
        [0, [wait]],
        [600, [wait]],
        [601, [wait]],
      ]).rang,
    ).toEqual([0, 600]);
  });
});

describe('over a restart and midnight', () => {
  const kept = (alarms: readonly Alarm[]): readonly Alarm[] => JSON.parse(JSON.stringify(alarms));

  test('what was answered does not ring again; what was not waits for its quiet time', () => {
    const begun = looks([[0, [wait]]]);
    expect(
      looks(
        [
          [1, [wait]],
          [60, [wait]],
        ],
        kept(answered(begun.alarms, 0)),
      ).rang,
    ).toEqual([]);
    expect(
      looks(
        [
          [1, [wait]],
          [15, [wait]],
        ],
        kept(begun.alarms),
      ).rang,
    ).toEqual([15]);
  });

  test('what ended while nobody looked ends at the first look', () => {
    const begun = looks([[0, [wait]]]);
    expect(looks([[300, []]], kept(begun.alarms)).alarms).toMatchObject([{ endedAt: inMinutes(300) }]);
  });

  test('a new day begins with what stays alone, as it was', () => {
    const { alarms } = looks([
      [0, [wait, { ...wait, about: 'b' }]],
      [1, [wait]],
    ]);
    expect(carriedOver(alarms)).toEqual([alarms[0]]);
  });
});

describe('an answer', () => {
  test('keeps who gave it, and the first one stands', () => {
    const { alarms } = looks([[0, [wait]]]);
    const { id } = first(alarms);
    const once = acknowledged(alarms, id, 'p' as never, inMinutes(1));
    expect(once).toMatchObject([{ acknowledgedAt: inMinutes(1), acknowledgedBy: 'p' }]);
    expect(acknowledged(once, id, null, inMinutes(2))).toBe(once);
  });

  test('to what there is not changes nothing', () => {
    const { alarms } = looks([[0, [wait]]]);
    expect(acknowledged(alarms, 'nothing', null, inMinutes(1))).toBe(alarms);
  });

  test('may come after the end, and then keeps the next one quiet', () => {
    const { alarms } = looks([
      [0, [wait]],
      [5, []],
    ]);
    expect(
      looks(
        [
          [19, [wait]],
          [60, [wait]],
        ],
        answered(alarms, 10),
      ).rang,
    ).toEqual([]);
  });
});

test('a day of flapping keeps the last two hundred, and none that stays is lost', () => {
  const steps: [number, Finding[]][] = [[0, [wait]]];
  for (let turn = 0; turn < 250; turn += 1) {
    steps.push([turn, [wait, { ...wait, about: `b${turn}` }]]);
  }
  const { alarms } = looks(steps);
  expect(alarms).toHaveLength(200);
  expect(alarms[0]).toMatchObject({ about: 'a', endedAt: null });
  expect(alarms.at(-1)).toMatchObject({ about: 'b249', endedAt: null });
});
