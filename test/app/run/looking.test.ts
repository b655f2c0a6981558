import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { makeRounds } from '../../../src/main/app/day/rounds';
import { audited } from '../../../src/shared/audited';
import { type CallInput, type CallName, contract } from '../../../src/shared/contract';
import { serviceDaySchema } from '../../../src/shared/model/time';
import { at, first, kiosk, MONDAY, openClinic, staff, type TestClinic, unwrap } from '../../helpers/clinic';
import { frailClinic } from '../../helpers/frail-clinic';

const monday = serviceDaySchema.parse(MONDAY);

/** All that shows a doctor's day. */
async function lookAt({ app, doctorIds }: TestClinic, day: string) {
  const serviceDay = serviceDaySchema.parse(day);
  const of = { doctorId: first(doctorIds), serviceDay };
  return [
    await app.call('books.view', of, staff),
    await app.call('slots.list', of, staff),
    await app.call('books.closePreview', of, staff),
    await app.call('books.summary', { serviceDay }, staff),
    await app.call('documents.dayList', of, staff),
  ];
}

test('a morning that began with a clock a day ahead has its slots once the clock is right, whatever was looked at', async () => {
  const clinic = await openClinic({ time: at('07:00', '2026-01-06') });
  const rounds = makeRounds(clinic.environment);
  await rounds.run();
  for (const seen of await lookAt(clinic, MONDAY)) expect(seen.ok).toBe(true);
  clinic.clock.setTo(at('08:00'));
  await rounds.run();
  const token = await clinic.issued();
  expect(token).toMatchObject({ serviceDay: monday, status: 'active' });
  const slots = await clinic.app.call('slots.list', { doctorId: token.doctorId }, staff);
  expect(unwrap(slots)).toHaveLength(4);
});

test('a day too far ahead, or one on which nothing was, is looked at without a trace', async () => {
  const clinic = await openClinic();
  for (const seen of await lookAt(clinic, '2031-01-06')) {
    expect(seen).toMatchObject({ error: { code: 'INVALID_INPUT', details: { field: 'serviceDay' } } });
  }
  for (const seen of await lookAt(clinic, '2020-01-06')) expect(seen.ok).toBe(true);
  expect(await clinic.store.booksFrom(serviceDaySchema.parse('2000-01-01'))).toEqual([]);
});

type QueryName = {
  [Name in CallName]: (typeof contract)[Name]['kind'] extends 'query' ? Name : never;
}[CallName];

test('looking at every screen, and at any day, changes no row', async () => {
  const { app, clinic, changes, path } = await frailClinic();
  const words = (): number => {
    const database = new Database(path, { readonly: true });
    const count = database.prepare('SELECT count(*) FROM words').pluck().get();
    database.close();
    return Number(count);
  };
  const doctorId = first(clinic.doctorIds);
  const wish = { doctorId, source: 'walk_in', patientName: 'Asha', patientContact: '9876543210' } as const;
  const { token } = unwrap(await app.call('tokens.issue', wish, staff));
  const tokenId = token.id;
  const looks = (day: string) => {
    const serviceDay = serviceDaySchema.parse(day);
    const of = { doctorId, serviceDay };
    const all: { readonly [Name in QueryName]: CallInput<Name> } = {
      'app.status': {},
      'updates.status': {},
      'backups.status': {},
      'backups.list': {},
      'audit.list': {},
      'reports.read': { report: 'waits', from: serviceDay, to: serviceDay },
      'reports.sheet': { report: 'waits', from: serviceDay, to: serviceDay },
      'reports.tokens': {
        report: 'waits',
        from: serviceDay,
        to: serviceDay,
        cell: { cohort: 'waited' },
      },
      'reports.views': {},
      'reports.summaries': {},
      'audit.reasons': {},
      'audit.verify': { from: null },
      'board.view': {},
      'live.view': {},
      'live.alarms': {},
      'books.closePreview': of,
      'books.summary': of,
      'books.view': of,
      'changes.recent': {},
      'commands.preview': { command: 'tokens.issue', source: 'walk_in', ...of },
      'devices.list': {},
      'devices.network': {},
      'doctors.list': {},
      'doctors.photo': { doctorId },
      'doctors.exportCsv': {},
      'doctors.previewCsv': { data: Buffer.from('Doctor\nDr New').toString('base64') },
      'closures.readFile': {
        data: Buffer.from(
          'BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20260126\nSUMMARY:Republic Day\nEND:VEVENT\nEND:VCALENDAR',
        ).toString('base64'),
      },
      'doctors.week': { doctorId, from: serviceDay },
      'leaves.list': { doctorId },
      'oneOffs.list': {},
      'closures.list': {},
      'plans.preview': { command: 'leaves.add', doctorId, from: serviceDay },
      'doctors.summaries': {},
      'documents.dayList': of,
      'documents.card': { tokenId },
      'documents.blanks': { batches: [{ doctorId, first: 1, count: 20 }] },
      'tokens.checkPaper': {
        doctorId,
        rows: [
          { at: at('08:00'), source: 'walk_in', patientName: 'Ravi', patientContact: '', became: 'served' },
        ],
      },
      'diagnostics.read': {},
      'computer.read': {},
      'folders.list': {},
      'kiosk.findBookings': { query: '9876543210' },
      'kiosk.door': {},
      'kiosk.pin': {},
      'callList.view': {},
      'patients.history': { tokenId },
      'persons.list': {},
      'persons.names': {},
      'persons.who': {},
      'roles.list': {},
      'stations.list': {},
      'patients.ofCard': { numbers: [{ system: 'own', value: '1' }] },
      'patients.known': { contact: '98765' },
      'patients.find': { query: 'asha' },
      'patients.alsoWith': { tokenId },
      'patients.followUp': { doctorId, patientName: 'Asha', patientContact: '9876543210' },
      'patients.page': { tokenId },
      'payments.ofToken': { tokenId },
      'payments.unpaid': { serviceDay },
      'payments.day': { serviceDay },
      'printers.list': {},
      'rules.impact': { rules: { maxRecalls: 5 } },
      'reasons.list': {},
      'rules.versions': {},
      'rules.needs': {},
      'configuration.preview': {
        file: '{"format":"opd-tokens-configuration","version":1,"settings":{}}',
      },
      'privacy.find': { query: 'Asha' },
      'privacy.visits': { tokenId },
      'settings.read': {},
      'trial.state': {},
      'advisor.suggest': { doctorId, sessionMinutes: 240, slotMinutes: 60, seats: [6, 6, 6, 6] },
      'slips.job': { tokenId },
      'slips.jobs': { states: ['queued'] },
      'slips.sample': {},
      'slips.ticket': { tokenId },
      'books.waiting': of,
      'slots.list': of,
      'printers.status': {},
      'tokens.find': { query: 'Asha', serviceDay },
      'tokens.get': { tokenId },
      'tokens.history': { tokenId },
      'tokens.search': of,
      'tokens.whose': { tokenId },
      'tokens.ofLink': { secret: '0'.repeat(26) },
      'phones.state': {},
      'tokens.ofCard': { numbers: [{ system: 'own', value: '1' }] },
      'voice.recordings': {},
    };
    return Object.entries(all) as [QueryName, CallInput<QueryName>][];
  };
  const [before, wordsBefore] = [changes(), words()];
  let onRecord = 0;
  const answered = new Set<string>();
  for (const day of [MONDAY, '2026-01-06', '2027-01-05', '9999-12-31', '2025-12-29']) {
    for (const [name, input] of looks(day)) {
      const seen = await app.call(
        name,
        input,
        name === 'kiosk.findBookings' || name === 'kiosk.door' ? kiosk : staff,
      );
      if (seen.ok) answered.add(name);
      if (seen.ok && audited[name] === 'look') onRecord += 1;
    }
  }
  // Who looked at somebody’s past stands in the audit: its line, which is the last one, and words that it has first.
  expect(changes()).toBe(before + 2 * onRecord + words() - wordsBefore);
  expect(looks(MONDAY).filter(([name]) => !answered.has(name))).toEqual([]);
  const queries = Object.entries(contract).filter(([, { kind }]) => kind === 'query');
  expect(queries.map(([name]) => name).sort()).toEqual([...answered].sort());
});

test('R17: who has given no name yet is taken for nobody, whatever that one is called', async () => {
  const { app, doctorIds, issue } = await openClinic();
  const patientContact = '9876543210';
  for (const patientName of ['N', 'preview', '0']) unwrap(await issue({ patientName, patientContact }));
  const wish = { doctorId: first(doctorIds), source: 'walk_in', patientContact } as const;
  const seen = unwrap(await app.call('commands.preview', { command: 'tokens.issue', ...wish }, staff));
  expect(seen).toMatchObject({ token: { number: 'A-004' }, warnings: [] });
});
