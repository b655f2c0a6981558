import { expect, test } from 'vitest';
import type { Caller } from '../../../src/main/app/access/caller';
import { type CallName, contract } from '../../../src/shared/contract';
import { at } from '../../helpers/clinic';
import { fc } from '../../helpers/fast-check';
import { calls, openAccess, type Things } from './table';

/*
 * A page that was taken over: it may send anything on every channel. Whatever that is, it is refused or answered by the
 * rules; it never throws, is never taken for a defect, and leaves the books and the program as they were.
 */

const names = Object.keys(contract) as CallName[];

/** Each role as a window would have it. */
function everybody({ tablet, site }: Awaited<ReturnType<typeof openAccess>>): readonly Caller[] {
  const screens = ['home', 'kiosk', 'board', 'slip'] as const;
  const roles = { home: 'staff', kiosk: 'kiosk', board: 'board', slip: 'slip' } as const;
  return [...screens.map((screen) => ({ role: roles[screen], screen, doctorId: null })), tablet, site];
}

const cyclic: Record<string, unknown> = {};
cyclic.self = cyclic;
let deep: unknown = {};
for (let level = 0; level < 5_000; level += 1) deep = { deep };

/** What a form never sends. Made by JSON, `__proto__` is a key like any other. */
const junk: readonly unknown[] = [
  undefined,
  null,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -0,
  2 ** 53,
  1n,
  true,
  '',
  '\u0000',
  '../../../../etc/passwd',
  '..\\..\\windows\\system32',
  'x'.repeat(200_000),
  '\ud800',
  Symbol('s'),
  () => 'staff',
  new Date(Number.NaN),
  new Map([['role', 'staff']]),
  new Uint8Array(10_000),
  [],
  Array.from({ length: 20_000 }, () => ({})),
  cyclic,
  deep,
  Object.create(null),
  JSON.parse('{"__proto__": {"role": "staff", "ok": true}, "constructor": {"prototype": {"ok": true}}}'),
  { toString: null, valueOf: () => 1, toJSON: () => ({}) },
];

/** Nothing of these may leave the computer they are tried on, or end what is tried. */
const elsewhere: ReadonlySet<CallName> = new Set(['trial.start']);

async function opened() {
  const access = await openAccess();
  const defects: unknown[] = [];
  access.environment.log.error = (...words: unknown[]) => defects.push(words);
  const tryIt = async (name: unknown, input: unknown, caller: Caller) => {
    const answer = await access.app.receive(name, input, caller);
    if (!answer.ok && answer.error.code === 'INTERNAL') defects.push([name, answer.error]);
    return answer;
  };
  return { access, defects, tryIt };
}

test('every call from every role with anything instead of its input', async () => {
  const { access, defects, tryIt } = await opened();
  const before = await access.store.book(access.theirs, access.theirs.serviceDay);
  for (const [index, name] of names.entries()) {
    for (const [which, caller] of everybody(access).entries()) {
      for (const step of [0, 7, 13]) await tryIt(name, junk[(index + which + step) % junk.length], caller);
    }
  }
  expect(defects).toEqual([]);
  expect(await access.store.book(access.theirs, access.theirs.serviceDay)).toEqual(before);
  expect(({} as { ok?: unknown }).ok).toBeUndefined();
}, 120_000);

test('every call with one part of its input exchanged for anything', async () => {
  const { access, defects, tryIt } = await opened();
  const staff: Caller = { role: 'staff', screen: 'desk', doctorId: null };
  for (const [index, name] of names.entries()) {
    if (elsewhere.has(name)) continue;
    const [, inputOf] = calls[name] as readonly [string, (things: Things) => object];
    const right = inputOf(access.foreign);
    const fields = [...Object.keys(right), 'doctorId', 'requestId', '__proto__', 'seen'];
    for (const [place, field] of fields.entries()) {
      const value = junk[(index * 3 + place * 5) % junk.length];
      const wrong = Object.defineProperty({ ...right }, field, { value, enumerable: true });
      await tryIt(name, wrong, staff);
    }
  }
  expect(defects).toEqual([]);
}, 120_000);

test('names that are no calls, many at once, and random values', async () => {
  const { access, defects, tryIt } = await opened();
  const kiosk: Caller = { role: 'kiosk', screen: 'kiosk', doctorId: null };
  for (const name of [...junk, '__proto__', 'constructor', 'hasOwnProperty', 'tokens.issue\u0000'])
    expect(await tryIt(name, {}, kiosk)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), anything, async (name, input) => {
      const both = await Promise.all(everybody(access).map((caller) => tryIt(name, input, caller)));
      for (const answer of both) expect(typeof answer.ok).toBe('boolean');
    }),
    { numRuns: 150 },
  );
  const crowd = Array.from({ length: 500 }, (_none, turn) =>
    tryIt('board.view', junk[turn % junk.length], kiosk),
  );
  await Promise.all(crowd);
  expect(defects).toEqual([]);
}, 120_000);

const csv = (text: string): { data: string } => ({ data: Buffer.from(text).toString('base64') });
const calendar = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n');
const yearly = (uid: number, rule: string): string =>
  ['BEGIN:VEVENT', `UID:${uid}`, 'DTSTART;VALUE=DATE:19700101', `RRULE:${rule}`, 'END:VEVENT'].join('\r\n');

/** Two megabytes each: the most that is read at all. */
const bombs: readonly (readonly [what: string, name: CallName, input: () => { data: string }])[] = [
  ['a million columns', 'doctors.previewCsv', () => csv(`Doctor${','.repeat(1_900_000)}\nDr New`)],
  ['a million named columns', 'doctors.previewCsv', () => csv(`Doctor,${'a,'.repeat(950_000)}b\nDr New`)],
  ['a million rows', 'doctors.previewCsv', () => csv(`Doctor\n${'a\n'.repeat(950_000)}`)],
  ['a million empty rows', 'doctors.previewCsv', () => csv(`Doctor\n${'\n'.repeat(1_900_000)}`)],
  ['one quote that never ends', 'doctors.previewCsv', () => csv(`Doctor\n"${'a'.repeat(1_900_000)}`)],
  ['quotes alone', 'doctors.previewCsv', () => csv(`Doctor\n${'"'.repeat(1_900_000)}`)],
  ['accents without a letter', 'doctors.previewCsv', () => csv(`Doctor\n${'\u0301'.repeat(900_000)}`)],
  [
    'two thousand rules',
    'closures.readFile',
    () => csv(calendar(...Array.from({ length: 2_000 }, (_none, uid) => yearly(uid, 'FREQ=DAILY')))),
  ],
  [
    'a rule that never fits',
    'closures.readFile',
    () => csv(calendar(yearly(1, 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31'))),
  ],
  [
    'a thousand calendars in each other',
    'closures.readFile',
    () => csv(`${'BEGIN:VCALENDAR\r\n'.repeat(50_000)}${'END:VCALENDAR\r\n'.repeat(50_000)}`),
  ],
  [
    'one line of two megabytes',
    'closures.readFile',
    () => csv(calendar('BEGIN:VEVENT', `SUMMARY:${'\\,'.repeat(900_000)}`, 'END:VEVENT')),
  ],
];

test.each(bombs)(
  'a file of %s is refused or read, and holds nobody up for long',
  async (_what, name, input) => {
    const { access, defects, tryIt } = await opened();
    const staff: Caller = { role: 'staff', screen: 'desk', doctorId: null };
    const used = process.cpuUsage();
    const answer = await tryIt(name, input(), staff);
    const { user } = process.cpuUsage(used);
    expect(typeof answer.ok).toBe('boolean');
    // Of the processor, whatever else it has to do: what hangs takes hours.
    expect(user / 1_000_000).toBeLessThan(8);
    expect(defects).toEqual([]);
    expect(access.clock.now()).toBe(at('08:30'));
  },
  60_000,
);
