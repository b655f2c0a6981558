import { expect, test } from 'vitest';
import type { CallInput, CallName } from '../../../src/shared/contract';
import { first, openClinic, staff, unwrap } from '../../helpers/clinic';

const calendar = (...events: string[]): string =>
  Buffer.from(['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR'].join('\r\n')).toString('base64');
const event = (...lines: string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');

async function opened() {
  const clinic = await openClinic();
  const ask = <N extends CallName>(name: N, input: CallInput<N>) => clinic.app.call(name, input, staff);
  const read = async (...events: string[]) =>
    unwrap(await ask('closures.readFile', { data: calendar(...events) }));
  return { clinic, ask, read };
}

type Row = [string, string[], (readonly [from: string, to: string, start?: number, end?: number])[]];
const zone = [
  'BEGIN:VTIMEZONE',
  'TZID:Kolkata Office',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0530',
  'TZOFFSETTO:+0530',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/** The sample clinic stands at Monday, 5 January 2026, in India. */
const rows: readonly Row[] = [
  ['one day', [event('UID:1', 'DTSTART;VALUE=DATE:20260126')], [['2026-01-26', '2026-01-26']]],
  [
    'several days, the last one told by the day after',
    [event('UID:1', 'DTSTART;VALUE=DATE:20260302', 'DTEND;VALUE=DATE:20260305')],
    [['2026-03-02', '2026-03-04']],
  ],
  [
    'a length',
    [event('UID:1', 'DTSTART;VALUE=DATE:20260302', 'DURATION:P2D')],
    [['2026-03-02', '2026-03-03']],
  ],
  [
    'a part of a day on any clock',
    [event('UID:1', 'DTSTART:20260302T140000', 'DTEND:20260302T163000')],
    [['2026-03-02', '2026-03-02', 840, 990]],
  ],
  [
    'a part of a day in UTC',
    [event('UID:1', 'DTSTART:20260302T083000Z', 'DTEND:20260302T103000Z')],
    [['2026-03-02', '2026-03-02', 840, 960]],
  ],
  [
    'a part of a day in a zone everybody knows, without its description',
    [
      event(
        'UID:1',
        'DTSTART;TZID=America/New_York:20260302T230000',
        'DTEND;TZID=America/New_York:20260303T000000',
      ),
    ],
    [['2026-03-03', '2026-03-03', 570, 630]],
  ],
  [
    'a part of a day in a zone that only the file knows',
    [
      zone,
      event(
        'UID:1',
        'DTSTART;TZID=Kolkata Office:20260302T140000',
        'DTEND;TZID=Kolkata Office:20260302T150000',
      ),
    ],
    [['2026-03-02', '2026-03-02', 840, 900]],
  ],
  [
    'a whole day by its hours',
    [event('UID:1', 'DTSTART:20260302T000000', 'DTEND:20260303T000000')],
    [['2026-03-02', '2026-03-02']],
  ],
  [
    'from an evening to a morning two days later',
    [event('UID:1', 'DTSTART:20260302T180000', 'DTEND:20260304T080000')],
    [
      ['2026-03-02', '2026-03-02', 1080, 1440],
      ['2026-03-03', '2026-03-03'],
      ['2026-03-04', '2026-03-04', 0, 480],
    ],
  ],
  [
    'every year since long ago, within two years',
    [event('UID:1', 'DTSTART;VALUE=DATE:19500126', 'RRULE:FREQ=YEARLY')],
    [
      ['2026-01-26', '2026-01-26'],
      ['2027-01-26', '2027-01-26'],
    ],
  ],
  [
    'the fourth Thursday of November',
    [event('UID:1', 'DTSTART;VALUE=DATE:20251127', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH')],
    [
      ['2026-11-26', '2026-11-26'],
      ['2027-11-25', '2027-11-25'],
    ],
  ],
  [
    'every week three times, but not once, and once on another day',
    [
      event(
        'UID:1',
        'DTSTART;VALUE=DATE:20260106',
        'RRULE:FREQ=WEEKLY;COUNT=4',
        'EXDATE;VALUE=DATE:20260113',
      ),
      event('UID:1', 'RECURRENCE-ID;VALUE=DATE:20260120', 'DTSTART;VALUE=DATE:20260121'),
    ],
    [
      ['2026-01-06', '2026-01-06'],
      ['2026-01-21', '2026-01-21'],
      ['2026-01-27', '2026-01-27'],
    ],
  ],
  [
    'days of its own beside the rule',
    [event('UID:1', 'DTSTART;VALUE=DATE:20260106', 'RDATE;VALUE=DATE:20260210')],
    [
      ['2026-01-06', '2026-01-06'],
      ['2026-02-10', '2026-02-10'],
    ],
  ],
  [
    'the same day twice',
    [event('UID:1', 'DTSTART;VALUE=DATE:20260126'), event('UID:2', 'DTSTART;VALUE=DATE:20260126')],
    [['2026-01-26', '2026-01-26']],
  ],
];

test.each(rows)('an event with %s becomes closures', async (_what, events, expected) => {
  const { read } = await opened();
  const { entries } = await read(...events);
  expect(entries.map(({ from, to, startMinute, endMinute }) => [from, to, startMinute, endMinute])).toEqual(
    expected.map(([from, to, start = null, end = null]) => [from, to, start, end]),
  );
});

test('what is over, called off or too far away is counted, and not offered', async () => {
  const { read } = await opened();
  const { entries, left } = await read(
    event('UID:1', 'DTSTART;VALUE=DATE:20251225'),
    event('UID:2', 'DTSTART;VALUE=DATE:20260126', 'STATUS:CANCELLED'),
    event('UID:3', 'DTSTART;VALUE=DATE:20350126'),
    event('UID:4', 'DTSTART;VALUE=DATE:20260201', 'DTEND;VALUE=DATE:20300101'),
    event('UID:5', 'DTSTART;VALUE=DATE:20260106', 'RRULE:FREQ=WEEKLY;COUNT=2'),
    event('UID:5', 'RECURRENCE-ID;VALUE=DATE:20260113', 'DTSTART;VALUE=DATE:20260113', 'STATUS:CANCELLED'),
  );
  expect(entries.map(({ from }) => from)).toEqual(['2026-01-06']);
  expect(left).toEqual({ past: 1, later: 1, cancelled: 2, long: 1 });
});

const hostile: readonly [string, string, string][] = [
  ['is none', Buffer.from('Doctor,Room').toString('base64'), 'ics_none'],
  ['is empty', '', 'file_empty'],
  ['is 20 MB', Buffer.alloc(20_000_000, 'BEGIN:VCALENDAR\n').toString('base64'), 'file_too_large'],
  [
    'stops in the middle',
    Buffer.from('BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART').toString('base64'),
    'ics_broken',
  ],
  ['has nothing in it', calendar(), 'ics_no_events'],
  ['has an event without a day', calendar(event('UID:1', 'SUMMARY:Holi')), 'ics_bad_time'],
  [
    'repeats something every second',
    calendar(event('UID:1', 'DTSTART:20260101T000000Z', 'RRULE:FREQ=SECONDLY')),
    'ics_too_often',
  ],
  [
    'has a rule that is never met',
    calendar(event('UID:1', 'DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30')),
    'ics_endless',
  ],
  [
    'repeats something every day since 1900',
    calendar(event('UID:1', 'DTSTART;VALUE=DATE:19000101', 'RRULE:FREQ=DAILY')),
    'ics_endless',
  ],
  [
    'has thousands of events',
    calendar(...Array.from({ length: 2_001 }, (_, n) => event(`UID:${n}`, 'DTSTART;VALUE=DATE:20260126'))),
    'ics_many_events',
  ],
];

test.each(hostile)('a calendar that %s is refused with a sentence', async (_what, data, reason) => {
  const { ask } = await opened();
  expect(await ask('closures.readFile', { data })).toMatchObject({
    error: { code: 'INVALID_INPUT', details: { reason, field: 'data' } },
  });
});

test('R34: the chosen ones close the clinic in one step, whom they move is known before, and they are known then', async () => {
  const { clinic, ask, read } = await opened();
  const tuesday = '2026-01-06' as const;
  const doctorId = first(clinic.doctorIds);
  await clinic.issued({ serviceDay: unwrap(await ask('app.status', {})).serviceDay });
  await clinic.issued({ serviceDay: tuesday as never, source: 'online' });
  const events = ['20260106', '20260107'].map((day, n) =>
    event(`UID:${n}`, `DTSTART;VALUE=DATE:${day}`, `SUMMARY:Holiday ${n}`),
  );
  const { entries } = await read(...events);
  const closures = entries.map(({ isKnown: _known, ...closure }) => closure);
  const preview = unwrap(await ask('plans.preview', { command: 'closures.addAll', closures }));
  expect(preview).toMatchObject({ moved: 1, days: [{ doctorId, serviceDay: tuesday }] });
  expect(unwrap(await ask('closures.addAll', { closures }))).toHaveLength(2);
  const all = unwrap(await ask('closures.list', {}));
  expect(all.map(({ name }) => name)).toEqual(['Holiday 0', 'Holiday 1']);
  expect((await read(...events)).entries.map(({ isKnown }) => isKnown)).toEqual([true, true]);
  const [, second] = closures;
  if (!second) throw new Error('no closure');
  const again = { closures: [{ ...second, from: '2026-01-09' as never, to: '2026-01-09' as never }, second] };
  expect(await ask('closures.addAll', again)).toMatchObject({
    error: { code: 'CONFLICT', details: { reason: 'closed_already', place: 1 } },
  });
  expect(unwrap(await ask('closures.list', {}))).toHaveLength(2);
});
