import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weekdaysIn } from '../../../src/main/app/doctors/file/columns';
import type { CallInput, CallName, CallOutput } from '../../../src/shared/contract';
import { serviceDaySchema } from '../../../src/shared/model/time';
import { first, openClinic, staff, unwrap } from '../../helpers/clinic';

const base64 = (content: string | Buffer): string => Buffer.from(content).toString('base64');
const tuesday = serviceDaySchema.parse('2026-01-06');

async function opened() {
  const clinic = await openClinic();
  const does = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> =>
    unwrap(await clinic.app.call(name, input, staff));
  return { clinic, does, doctorId: first(clinic.doctorIds) };
}

test('what is exported and imported again changes nothing, in both languages', async () => {
  const { does, doctorId } = await opened();
  const line = { weekday: 2, startMinute: 540, endMinute: 780, slotMinutes: 30, capacity: 4 };
  await does('doctors.save', {
    doctorId,
    name: '=HYPERLINK("x"); Dr "Rao", A.',
    nameIn: { hi: 'डॉ अंजलि राव', ar: '=د. أنجلي' },
    minutesPerPatient: 7,
    schedule: [
      { ...line, emergencySeats: { percent: 20 }, validFrom: serviceDaySchema.parse('2026-02-01') },
      { ...line, startMinute: 1080, endMinute: 1440, emergencySeats: { seats: 2 } },
    ],
  });
  await does('doctors.save', { name: 'Dr Nobody', schedule: [] });
  for (const language of ['en', 'hi'] as const) {
    const { text, doctors } = await does('doctors.exportCsv', { language });
    expect(doctors).toBe(4);
    // Nothing that a spreadsheet would work out.
    expect(text).not.toMatch(/(^|[,\n])"?[=+@]/);
    const data = base64(text);
    const preview = await does('doctors.previewCsv', { data });
    expect(preview.faults).toEqual([]);
    expect(preview.doctors.map(({ kind }) => kind)).toEqual(Array(4).fill('unchanged'));
    expect(await does('doctors.importCsv', { data })).toEqual({ added: 0, changed: 0, unchanged: 4 });
  }
});

test('the night after a day that turns at three comes back as it was', async () => {
  const { does, doctorId } = await opened();
  await does('settings.change', { clinic: { dayStartsAtMinute: 180 }, confirmed: true });
  const line = { weekday: 2, slotMinutes: 30, capacity: 4 };
  const night = { ...line, startMinute: 1470, endMinute: 1620 };
  await does('doctors.save', {
    doctorId,
    schedule: [{ ...line, startMinute: 1200, endMinute: 1440 }, night],
  });
  const { text } = await does('doctors.exportCsv', {});
  expect(await does('doctors.importCsv', { data: base64(text) })).toMatchObject({ changed: 0, unchanged: 3 });
});

test('the example file can be imported as it is', async () => {
  const { does } = await opened();
  for (const language of ['en', 'hi'] as const) {
    const { text } = await does('doctors.exportCsv', { language, example: true });
    const { faults, doctors } = await does('doctors.previewCsv', { data: base64(text) });
    expect(faults).toEqual([]);
    expect(doctors).toMatchObject([{ kind: 'changed', letter: 'A', sessions: 6 }]);
  }
});

const written: readonly [string, string | Buffer][] = [
  ['commas', 'Doctor,Room,Letter\nDr José,7,q\n'],
  ['semicolons, as Excel writes them', 'Doctor;Room;Letter\r\nDr José;7;Q\r\n'],
  ['tabs', 'Doctor\tRoom\tLetter\nDr José\t7\tQ'],
  ['a line that names the separator', 'sep=;\nDoctor;Room;Letter\nDr José;7;Q'],
  ['quotes', '"Doctor","Room","Letter"\n"Dr José","7","Q"\n'],
  ['blank lines and trailing separators', '\n\nDoctor,Room,Letter,,\n\nDr José,7,Q,,\n,,,,\n'],
  ['old Mac line ends', 'Doctor,Room,Letter\rDr José,7,Q\r'],
  ['UTF-8 with a mark', '\ufeffDoctor,Room,Letter\nDr José,7,Q'],
  ['UTF-16 with a mark', Buffer.from('\ufeffDoctor,Room,Letter\nDr José,7,Q', 'utf16le')],
  ['UTF-16 without a mark', Buffer.from('Doctor,Room,Letter\nDr José,7,Q', 'utf16le')],
  ['UTF-16, big end first', Buffer.from('\ufeffDoctor,Room,Letter\nDr José,7,Q', 'utf16le').swap16()],
  ['Windows-1252', Buffer.from('Doctor,Room,Letter\nDr José,7,Q', 'latin1')],
  ['columns in Hindi', 'डॉक्टर,कमरा,अक्षर\nDr José,७,Q'],
  ['columns in another order, and one nobody knows', 'Fee,LETTER,room,doctor  name\n300,Q,7,Dr José'],
];

test.each(written)('a file with %s is read', async (_how, content) => {
  const { does, clinic } = await opened();
  await does('doctors.importCsv', { data: base64(content) });
  const added = (await clinic.store.doctors()).find(({ prefix }) => prefix === 'Q');
  expect(added).toMatchObject({ name: 'Dr José', specialization: 'General medicine' });
  expect(['7', '७']).toContain(added?.room);
});

const times: readonly [string, string, number, number][] = [
  ['9:00', '13:00', 540, 780],
  ['9.00', '13.30', 540, 810],
  ['9 am', '1 PM', 540, 780],
  ['9 a.m.', '5 p.m.', 540, 1020],
  ['09:00:00', '24:00', 540, 1440],
  ['९:००', '१३:००', 540, 780],
  ['0900', '1300', 540, 780],
];

test.each(times)('hours from %s to %s', async (from, to, startMinute, endMinute) => {
  const { does } = await opened();
  const data = base64(`Doctor,Weekday,From,To\nDr Q,Mon,${from},${to}`);
  await does('doctors.importCsv', { data });
  const added = (await does('doctors.list', {})).find(({ name }) => name === 'Dr Q');
  expect(added?.schedule).toMatchObject([
    { weekday: 1, startMinute, endMinute, slotMinutes: 60, capacity: 10 },
  ]);
});

test('days of the week, alone, in a row and from … to, in two languages', () => {
  expect(weekdaysIn('Mon')).toEqual([1]);
  expect(weekdaysIn('thurs')).toEqual([4]);
  expect(weekdaysIn('Mon-Sat')).toEqual([1, 2, 3, 4, 5, 6]);
  expect(weekdaysIn('Sat to Mon')).toEqual([6, 7, 1]);
  expect(weekdaysIn('Mon, Wed / Fri')).toEqual([1, 3, 5]);
  expect(weekdaysIn('सोमवार से बुधवार')).toEqual([1, 2, 3]);
  expect(weekdaysIn('शनि और रवि')).toEqual([6, 7]);
  for (const none of ['', 'Mo', '8', 'Mon-', 'Mon-Tue-Wed', 'Monday!x'])
    expect(weekdaysIn(none)).toBeUndefined();
});

test('whether day or month comes first is told by the file itself, or asked', async () => {
  const { does } = await opened();
  const file = (...days: string[]) =>
    base64(
      ['Doctor,Weekday,From,To,Valid from', ...days.map((day, n) => `Dr ${n}x,Mon,9,13,${day}`)].join('\n'),
    );
  const validFrom = async () =>
    (await does('doctors.list', {})).find(({ name }) => name === 'Dr 0x')?.schedule[0]?.validFrom;
  const open = await does('doctors.previewCsv', { data: file('03/04/2026') });
  expect(open).toMatchObject({ ambiguousDate: '03/04/2026', faults: [{ reason: 'csv_date_ambiguous' }] });
  await does('doctors.importCsv', { data: file('03/04/2026'), dateOrder: 'month_first' });
  expect(await validFrom()).toBe('2026-03-04');
  await does('doctors.importCsv', { data: file('03/04/2026', '31.12.2026') });
  expect(await validFrom()).toBe('2026-04-03');
  const both = await does('doctors.previewCsv', { data: file('31/12/2026', '12/31/2026') });
  expect(both.faults).toMatchObject([{ line: 3, reason: 'csv_date' }]);
});

test('R34: a week changed by a file moves those who are booked, as by hand, and says so before', async () => {
  const { clinic, does, doctorId } = await opened();
  for (let n = 0; n < 8; n += 1)
    await clinic.issued({ serviceDay: tuesday, source: 'online', patientContact: `980000000${n}` });
  const { name } = first(await does('doctors.list', {}));
  const data = base64(
    `Doctor,Weekday,From,To,Slot minutes,Seats\n${name},Tue,10,14,60,4\nDr New,Mon-Fri,9,12,30,5`,
  );
  const preview = await does('doctors.previewCsv', { data });
  expect(preview.doctors).toMatchObject([
    { line: 2, kind: 'changed', changes: ['week'], letter: 'A', sessions: 1 },
    { line: 3, kind: 'new', letter: 'D', sessions: 5 },
  ]);
  expect(preview.plan).toMatchObject({
    days: [{ doctorId, serviceDay: tuesday, closed: 1, changed: 3, added: 1 }],
  });
  expect((await does('books.view', { doctorId, serviceDay: tuesday })).slots[0]?.status).toBe('open');
  expect(await does('doctors.importCsv', { data })).toEqual({ added: 1, changed: 1, unchanged: 0 });
  const after = await does('books.view', { doctorId, serviceDay: tuesday });
  expect(after.slots[0]?.status).toBe('closed');
  expect(after.tokens.every(({ status }) => status === 'active')).toBe(true);
  expect(preview.plan?.moved).toBeGreaterThan(0);
});

test('what a file says nothing of stays; a name, a room and a letter may change', async () => {
  const { does, doctorId } = await opened();
  await does('doctors.save', { doctorId, nameIn: { hi: 'अंजलि', ta: 'அஞ்சலி' } });
  const [before] = await does('doctors.list', {});
  await does('doctors.importCsv', { data: base64('Doctor,Letter,Room,Name in Hindi\nDr A. Rao,A,12,\n') });
  const [after] = await does('doctors.list', {});
  expect(after).toEqual({ ...before, name: 'Dr A. Rao', room: '12', nameIn: { ta: 'அஞ்சலி' } });
  await does('doctors.importCsv', { data: base64('Doctor,Letter\nDR A RAO,Z') });
  expect((await does('doctors.list', {})).find(({ id }) => id === doctorId)?.prefix).toBe('Z');
});

test('two hundred doctors are one import', async () => {
  const { does } = await opened();
  const rows = Array.from({ length: 200 }, (_, n) => `Dr Number ${n},Mon-Sat,9,13,Room ${n}`);
  const data = base64(['Doctor,Weekday,From,To,Room', ...rows].join('\n'));
  expect(await does('doctors.importCsv', { data })).toEqual({ added: 200, changed: 0, unchanged: 0 });
  const letters = (await does('doctors.list', {})).map(({ prefix }) => prefix);
  expect(new Set(letters).size).toBe(203);
});

test('no file whatever breaks the reading of it', async () => {
  const { clinic } = await opened();
  const pieces = fc.constantFrom(
    'Doctor',
    'Letter',
    'Weekday',
    'From',
    'To',
    ',',
    ';',
    '"',
    '\n',
    'A',
    'Mon',
    '9',
    'é',
    '\u0000',
    '=',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.array(pieces).map((all) => base64(all.join(''))),
        fc.base64String(),
      ),
      async (data) => {
        const answer = await clinic.app.call('doctors.previewCsv', { data }, staff);
        expect(answer.ok || answer.error.code === 'INVALID_INPUT').toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});
