import { mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diagnosticsReport } from '../../src/main/diagnostics/report';
import { openSqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import type { CallInput } from '../../src/shared/contract';
import { printTargetSchema } from '../../src/shared/model/print-settings';
import { first, openClinic, staff, temporaryFolder, unwrap } from '../helpers/clinic';
import { days } from '../store/contract/kit';

/** Everything a person wrote or is known by, everywhere it can be written. */
const everybody = {
  patient: 'Zubeida Qureshi',
  phone: '9812345670',
  mail: 'zubeida@example.org',
  clinic: 'Kasturba Sanjeevani',
  doctor: 'Dr Xavier Ferreira',
  person: 'Yashoda Ramanujan',
  line: 'Fees at the second window',
  reason: 'Bitten by a neighbour',
  notice: 'Vaccines on Friday',
  host: '192.168.77.12',
  folder: 'C:/Users/Yashoda/Slips',
} as const;

test('nobody and no way in is in it, whatever the data and the log have; what helps is', async () => {
  const folder = temporaryFolder();
  const store = openSqliteStore({ path: join(folder, 'opd-tokens.db'), ...days });
  const { app, issued, doctorIds } = await openClinic({ store });
  const { id: tokenId } = await issued({
    patientName: everybody.patient,
    patientContact: everybody.phone,
    note: everybody.reason,
  });
  await issued({ patientName: 'Another', patientContact: everybody.mail });
  const desk = printTargetSchema.parse({ way: 'network', host: everybody.host, folder: everybody.folder });
  const change = {
    clinic: { clinicName: everybody.clinic },
    print: { desk, clinicLine: everybody.line },
    board: { notices: [everybody.notice] },
  };
  unwrap(await app.call('settings.change', change, staff));
  unwrap(await app.call('doctors.save', { doctorId: first(doctorIds), name: everybody.doctor }, staff));
  const person = { name: everybody.person, initials: 'YR', roleId: 'admin', pin: '739164' };
  unwrap(await app.call('persons.save', person as CallInput<'persons.save'>, staff));
  mkdirSync(join(folder, 'logs'));
  const lines = Object.values(everybody).map((one) => `refused ${one} in ${homedir()}/data`);
  const rest = [
    'CONFLICT A-001 R8',
    `token ${'ab12'.repeat(16)}`,
    'phone +91 98123 45670',
    '2026-01-05 08:30:12.345',
  ];
  writeFileSync(join(folder, 'logs', 'main.log'), [...lines, ...rest].join('\n'));

  const text = await diagnosticsReport({
    folder,
    logFolder: join(folder, 'logs'),
    version: '1.2.3',
    nativeBinding: undefined,
    running: { printers: [{ way: 'network', health: 'offline' }] },
  });
  const { reason, ...scrubbed } = everybody;
  // What staff wrote of a patient is in no log; of a note no text is told.
  expect(text.slice(0, text.indexOf('## Log'))).not.toContain(reason);
  for (const one of Object.values(scrubbed)) expect(text.toLowerCase()).not.toContain(one.toLowerCase());
  for (const one of ['739164', 'ab12ab12', '98123', homedir()]) expect(text).not.toContain(one);
  expect(text).not.toContain(tokenId);
  for (const one of [
    '"schemaVersion"',
    '"check": "ok"',
    '"tokens": 2',
    '1.2.3',
    'CONFLICT A-001 R8',
    '"offline"',
  ])
    expect(text).toContain(one);
  expect(text).toContain('2026-01-05 08:30:12.345');
});

test('it is made of a database that is damaged, or of none', async () => {
  const folder = temporaryFolder();
  const report = () =>
    diagnosticsReport({ folder, logFolder: join(folder, 'logs'), version: '1', nativeBinding: undefined });
  expect(await report()).toContain('## Database cannot be read');
  writeFileSync(
    join(folder, 'opd-tokens.db'),
    'not a database at all, but long enough to be taken for one'.repeat(99),
  );
  expect(await report()).toMatch(/file is not a database/);
});
