import { expect, test } from 'vitest';
import type { CallInput, CallName } from '../../../src/shared/contract';
import type { DoctorFilePreview } from '../../../src/shared/model/doctor-file';
import { sentenceOf } from '../../../src/shared/refusals';
import { first, openClinic, staff, unwrap } from '../../helpers/clinic';

/** The columns most of these files have. */
const head =
  'Doctor,Specialization,Room,Letter,Weekday,From,To,Slot minutes,Seats,Emergency seats,Valid from,Valid to';

const base64 = (content: string | Buffer): string => Buffer.from(content).toString('base64');

async function opened() {
  const { app, store, doctorIds } = await openClinic();
  const ask = <N extends CallName>(name: N, input: CallInput<N>) => app.call(name, input, staff);
  return { store, ask, doctorId: first(doctorIds) };
}

/** What a row is refused for: the line, the column as the file calls it, the reason. */
const faulty: readonly [string, string, [number, string | null, string][]][] = [
  ['a time like 25:00', 'Dr Q,,,Q,Mon,25:00,13:00,60,6,,,', [[2, 'From', 'csv_time']]],
  ['a time in words', 'Dr Q,,,Q,Mon,nine,13:00,60,6,,,', [[2, 'From', 'csv_time']]],
  ['a spreadsheet’s fraction for a time', 'Dr Q,,,Q,Mon,0.375,13:00,60,6,,,', [[2, 'From', 'csv_time']]],
  ['no end', 'Dr Q,,,Q,Mon,9,,60,6,,,', [[2, 'To', 'csv_cell_missing']]],
  ['an end before its beginning', 'Dr Q,,,Q,Mon,13,9,60,6,,,', [[2, 'To', 'hours_end_before']]],
  ['an unknown weekday', 'Dr Q,,,Q,Mooday,9,13,60,6,,,', [[2, 'Weekday', 'csv_weekday']]],
  ['a weekday as a number', 'Dr Q,,,Q,1,9,13,60,6,,,', [[2, 'Weekday', 'csv_weekday']]],
  ['hours without a weekday', 'Dr Q,,,Q,,9,13,60,6,,,', [[2, 'Weekday', 'csv_hours_missing']]],
  ['slots of three minutes', 'Dr Q,,,Q,Mon,9,13,3,6,,,', [[2, 'Slot minutes', 'csv_slot_minutes']]],
  ['seats that are no number', 'Dr Q,,,Q,Mon,9,13,60,many,,,', [[2, 'Seats', 'csv_seats']]],
  [
    'more emergency seats than whole',
    'Dr Q,,,Q,Mon,9,13,60,6,120 %,,',
    [[2, 'Emergency seats', 'csv_emergency']],
  ],
  ['no name', ',,1,Q,Mon,9,13,60,6,,,', [[2, 'Doctor', 'csv_no_name']]],
  ['a name of signs alone', '-,,1,Q,Mon,9,13,60,6,,,', [[2, 'Doctor', 'csv_name']]],
  ['a room too long', 'Dr Q,,the small room behind the stairs,Q,Mon,9,13,60,6,,,', [[2, 'Room', 'csv_room']]],
  ['a letter that is none', 'Dr Q,,,7,Mon,9,13,60,6,,,', [[2, 'Letter', 'csv_letter']]],
  ['a day that is none', 'Dr Q,,,Q,Mon,9,13,60,6,,31/02/2026,', [[2, 'Valid from', 'csv_date']]],
  ['a day with two digits of a year', 'Dr Q,,,Q,Mon,9,13,60,6,,31/03/26,', [[2, 'Valid from', 'csv_date']]],
  ['a day that may be two', 'Dr Q,,,Q,Mon,9,13,60,6,,03/04/2026,', [[2, 'Valid from', 'csv_date_ambiguous']]],
  [
    'a last day before the first',
    'Dr Q,,,Q,Mon,9,13,60,6,,2026-04-01,2026-03-01',
    [[2, 'Valid to', 'hours_last_before_first']],
  ],
  ['a row twice', 'Dr Q,,,Q,Mon,9,13,60,6,,,\nDr Q,,,Q,Mon,9,13,60,6,,,', [[3, null, 'csv_row_twice']]],
  [
    'hours that overlap',
    'Dr Q,,,Q,Mon,9,13,60,6,,,\nDr Q,,,Q,Mon-Fri,12,14,60,6,,,',
    [[3, 'From', 'csv_overlap']],
  ],
  [
    'two rooms for one doctor',
    'Dr Q,,1,Q,Mon,9,13,60,6,,,\nDr Q,,2,Q,Tue,9,13,60,6,,,',
    [[3, 'Room', 'csv_differs']],
  ],
  [
    'two names for one letter',
    'Dr Q,,,Q,Mon,9,13,60,6,,,\nDr R,,,Q,Tue,9,13,60,6,,,',
    [[3, 'Doctor', 'csv_differs']],
  ],
  [
    'one name with two letters',
    'Dr Q,,,Q,Mon,9,13,60,6,,,\nDr Q,,,R,Tue,9,13,60,6,,,',
    [[3, 'Doctor', 'csv_same_name']],
  ],
  [
    'a name that is here with a letter in the file',
    'Dr Anjali Rao,,,A,,,,,,,,\nDr Anjali Rao,,,Q,,,,,,,,',
    [[3, 'Doctor', 'csv_same_name']],
  ],
  ['too many cells', 'Dr Q,,,Q,Mon,9,13,60,6,,,,,more', [[2, null, 'csv_too_many_cells']]],
  [
    'a quotation mark never closed',
    '"Dr Q,,,Q,Mon,9,13,60,6,,,\nDr R,,,R,Mon,9,13,60,6,,,',
    [[2, null, 'csv_quote_open']],
  ],
  ['a quotation mark within', '"Dr "Q" R",,,Q,Mon,9,13,60,6,,,', [[2, null, 'csv_quote_inside']]],
  [
    'several faults at once, by line',
    'Dr Q,,,Q,Mon,25:00,13:00,60,many,,,\nDr R,,,R,Mooday,9,13,60,6,,,',
    [
      [2, 'From', 'csv_time'],
      [2, 'Seats', 'csv_seats'],
      [3, 'Weekday', 'csv_weekday'],
    ],
  ],
];

const shortOf = ({ faults }: DoctorFilePreview) =>
  faults.map(({ line, column, reason }) => [line, column, reason]);

test.each(faulty)('a row with %s is named, and nothing is imported', async (_what, rows, expected) => {
  const { store, ask } = await opened();
  const data = base64(`${head}\nDr Good,Skin,4,G,Mon,9,13,60,6,,,\n${rows}`);
  const preview = unwrap(await ask('doctors.previewCsv', { data }));
  expect(shortOf(preview)).toEqual(expected.map(([line, ...rest]) => [line + 1, ...rest]));
  for (const { message } of preview.faults) expect(message).not.toMatch(/\{\{|“”|undefined/);
  expect(preview.plan).toBeNull();
  const before = await store.doctors();
  expect(await ask('doctors.importCsv', { data })).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT', details: { reason: 'file_has_faults', faults: expected.length } },
  });
  expect(await store.doctors()).toEqual(before);
});

const unreadable: readonly [string, string | Buffer, string][] = [
  ['is empty', '', 'file_empty'],
  ['is blank', '\r\n \r\n', 'file_empty'],
  ['has only its header', `${head}\n`, 'csv_only_header'],
  ['does not name the doctors', 'Room,Letter\n1,Q', 'csv_no_name_column'],
  ['has hours without their end', 'Doctor,Weekday,From\nDr Q,Mon,9', 'csv_no_session_column'],
  ['has a column twice', 'Doctor,Room,Name\nDr Q,1,Dr R', 'csv_column_twice'],
  ['is a workbook', Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(90)]), 'file_is_spreadsheet'],
  ['is a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'file_not_text'],
  ['has letters of no encoding', Buffer.from([68, 111, 99, 0x81, 0x8d, 10, 68]), 'file_unknown_letters'],
  ['has 20 MB', Buffer.alloc(20_000_000, 'Doctor\n'), 'file_too_large'],
  ['has too many rows', `Doctor\n${'Dr Q\n'.repeat(5_001)}`, 'csv_too_many_rows'],
];

test.each(unreadable)('a file that %s is refused with a sentence', async (_what, content, reason) => {
  const { ask } = await opened();
  const refusal = { code: 'INVALID_INPUT', details: { reason, field: 'data' } };
  expect(await ask('doctors.previewCsv', { data: base64(content) })).toMatchObject({ error: refusal });
  expect(await ask('doctors.importCsv', { data: base64(content) })).toMatchObject({ error: refusal });
});

test('the letter of somebody else, one with tokens today, and hours in the way of a single session are refused as by hand', async () => {
  const clinic = await openClinic();
  const { app } = clinic;
  const [doctorId] = clinic.doctorIds;
  if (!doctorId) throw new Error('no doctor');
  const session = { startMinute: 900, endMinute: 960, slotMinutes: 60, capacity: 1 };
  const serviceDay = '2026-01-06' as const;
  unwrap(await app.call('oneOffs.add', { doctorId, serviceDay, ...session }, staff));
  await clinic.issued({ doctorId });
  const preview = async (rows: string) =>
    shortOf(unwrap(await app.call('doctors.previewCsv', { data: base64(`${head}\n${rows}`) }, staff)));
  expect(await preview('Dr Anjali Rao,,,Z,,,,,,,,')).toEqual([[2, 'Letter', 'letter_in_use']]);
  const inTheWay = 'Dr Anjali Rao,,1,A,Mon,9,13,60,6,,,\nDr Anjali Rao,,1,A,Tue,15,17,60,6,,,';
  expect(await preview(inTheWay)).toEqual([[3, 'From', 'single_session_there']]);
  unwrap(await app.call('doctors.save', { doctorId, active: false, openTokens: 'keep' }, staff));
  expect(await preview('Dr Anjali Rao,,,A,,,,,,,,')).toEqual([[2, 'Doctor', 'csv_retired']]);
});

test('a sentence has what stands in it', () => {
  expect(sentenceOf('csv_time', { value: '25:00' })).toBe(
    '“25:00” is no time. Please write 9:00, 17:30 or 5 pm.',
  );
});
