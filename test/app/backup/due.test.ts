import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hourOf, isBackupHour, nextBackupAt } from '../../../src/main/app/backup/hours';
import { calendar } from '../../../src/main/app/time/calendar';
import { unpack } from '../../../src/main/copies/unpack';
import { newDay } from '../../../src/main/engine';
import { openSqliteStore } from '../../../src/main/store/sqlite/sqlite-store';
import { settingsSchema } from '../../../src/shared/model/settings';
import { at, first, staff, unwrap } from '../../helpers/clinic';
import { copied } from '../../helpers/copies';
import { DAY, HOUR, type Kept, keptClinic, makeNow, statusOf } from './kit';

test('a copy is a whole database of its own; one is made each hour in which something happened', async () => {
  const clinic = await keptClinic();
  await clinic.round();
  // The sample clinic itself is not an event of any patient, but it was saved.
  const begun = clinic.copies();
  const token = await clinic.issued();
  await clinic.roundAt(at('08:59'));
  expect(clinic.copies()).toEqual(begun);
  await clinic.roundAt(at('09:00'));
  await clinic.roundAt(at('09:20'));
  const made = clinic.copies().filter((file) => !begun.includes(file));
  // Named by the clinic's day and time: what stands first in a folder is found by who looks for this morning.
  expect(made).toEqual(['opd-tokens-2026-01-05T09-00-00-000+0530.db.gz']);
  const back = join(clinic.root, 'back.db');
  await unpack(join(clinic.backups, first(made)), back);
  const copy = openSqliteStore({ path: back, calendar, newDay });
  expect(await copy.bookOfToken(token.id)).toMatchObject({ doctorId: token.doctorId });
  await copy.close();
  expect(unwrap(await clinic.app.call('printers.status', {}, staff))).toMatchObject({
    lastBackupAt: at('09:00'),
    backupWarning: null,
  });
  // An hour in which nothing happened has none.
  await clinic.roundAt(at('10:01'));
  expect(clinic.copies()).toHaveLength(begun.length + 1);
});

test('at the hours the clinic sets, and when the day is closed', async () => {
  const clinic = await keptClinic();
  unwrap(
    await clinic.app.call('settings.change', { backup: { fromHour: 9, toHour: 17, everyHours: 4 } }, staff),
  );
  await clinic.issued();
  await clinic.roundAt(at('08:59'));
  expect(clinic.copies()).toEqual([]);
  expect((await statusOf(clinic)).nextAt).toBe(at('09:00'));
  await clinic.roundAt(at('09:10'));
  await clinic.issued();
  await clinic.roundAt(at('12:59'));
  expect(clinic.copies()).toHaveLength(1);
  expect((await statusOf(clinic)).nextAt).toBe(at('13:00'));
  await clinic.roundAt(at('13:00'));
  expect(clinic.copies()).toHaveLength(2);
  await clinic.issued();
  clinic.clock.setTo(at('18:30'));
  for (const doctorId of clinic.doctorIds) unwrap(await clinic.app.call('books.close', { doctorId }, staff));
  await clinic.round();
  const [newest] = unwrap(await clinic.app.call('backups.list', {}, staff));
  expect(newest).toMatchObject({ madeAt: at('18:30'), facts: { reason: 'day_closed', tokens: 3 } });
  await clinic.roundAt(at('19:30'));
  expect(clinic.copies()).toHaveLength(3);
});

/** The day may be closed: a clock that was ahead has done that. */
let times = 0;
async function something({ app }: Kept): Promise<void> {
  times += 1;
  unwrap(await app.call('settings.change', { clinic: { clinicName: `Clinic ${times}` } }, staff));
}

test('a clock a year ahead and back, an hour back, a copy of 2031: the next one is made, and none is lost', async () => {
  const clinic = await keptClinic();
  await clinic.issued();
  await clinic.roundAt(at('09:00'));
  writeFileSync(join(clinic.backups, 'opd-tokens-2031-01-01T09-00-00-000+0530.db.gz'), 'x');
  const before = clinic.copies();
  for (let hour = 0; hour < 30; hour += 1) {
    await clinic.issue();
    await clinic.roundAt(at('09:00', '2027-01-05') + hour * HOUR);
  }
  const ahead = clinic.copies();
  expect(ahead).toEqual(expect.arrayContaining(before));
  // Back again: the latest one is of a year from now, and says nothing.
  clinic.clock.setTo(at('09:30'));
  expect(await statusOf(clinic)).toMatchObject({ lastProvedAt: null });
  await something(clinic);
  await clinic.roundAt(at('10:00'));
  expect(clinic.copies()).toContain('opd-tokens-2026-01-05T10-00-00-000+0530.db.gz');
  expect(await statusOf(clinic)).toMatchObject({ lastProvedAt: at('10:00'), warning: null });
  // By hand, too: it is not the one that goes.
  clinic.clock.setTo(at('10:05'));
  unwrap(await makeNow(clinic));
  expect(clinic.copies()).toContain('opd-tokens-2026-01-05T10-05-00-000+0530.db.gz');
  // Put back by an hour.
  await something(clinic);
  await clinic.roundAt(at('09:10'));
  expect(clinic.copies()).toContain('opd-tokens-2026-01-05T09-10-00-000+0530.db.gz');
  // Of one hour the latest stays.
  const others = ahead.filter((file) => !file.includes('2026-01-05T09'));
  expect(clinic.copies()).toEqual(expect.arrayContaining(others));
});

test('what was saved while the app was off is copied after the start, and a restart alone copies nothing', async () => {
  const clinic = await keptClinic();
  await clinic.issued();
  await clinic.roundAt(at('09:00'));
  const made = clinic.copies();
  const { copying } = clinic.environment;
  // As after a start: nothing was heard yet.
  copying.hasChanged = false;
  await clinic.roundAt(at('10:00'));
  expect(clinic.copies()).toEqual(made);
  await clinic.issued();
  copying.hasChanged = false;
  await clinic.roundAt(at('11:00'));
  expect(clinic.copies()).toHaveLength(made.length + 1);
});

test('two asked for at once are one, and windows hear how far it is', async () => {
  const clinic = await keptClinic();
  const both = Promise.all([makeNow(clinic), makeNow(clinic)]);
  const [one, other] = await both;
  expect([one.ok, other.ok]).toEqual([true, true]);
  await copied(clinic);
  expect(clinic.copies()).toHaveLength(1);
  const told = clinic.events.filter(({ type }) => type === 'backupsChanged');
  expect(told.length).toBeGreaterThan(4);
  expect((await statusOf(clinic)).running).toBeNull();
});

test('once a week the newest copy is put back on trial, and what came of it is said', async () => {
  const clinic = await keptClinic();
  await clinic.issued();
  await clinic.roundAt(at('09:00'));
  expect((await statusOf(clinic)).trial).toBeNull();
  await clinic.roundAt(at('09:10'));
  expect((await statusOf(clinic)).trial).toMatchObject({ at: at('09:10'), tokens: 1, problem: null });
  await clinic.roundAt(at('09:10') + 6 * DAY);
  expect((await statusOf(clinic)).trial).toMatchObject({ at: at('09:10') });
  await clinic.roundAt(at('09:10') + 7 * DAY);
  expect((await statusOf(clinic)).trial).toMatchObject({ at: at('09:10') + 7 * DAY, problem: null });
  writeFileSync(join(clinic.backups, first(clinic.copies().slice(-1))), 'not what was written');
  expect(unwrap(await clinic.app.call('backups.trial', {}, staff))).toMatchObject({ problem: 'truncated' });
  expect(await statusOf(clinic)).toMatchObject({ warning: 'trial' });
  expect(unwrap(await clinic.app.call('printers.status', {}, staff)).backupWarning).toBe('trial');
});

test('hours are the clinic’s, through the changes of the clock, past midnight, and in odd zones', () => {
  const settings = (timeZone: string, backup: object = {}) =>
    settingsSchema.parse({ clinic: { timeZone }, backup });
  const berlin = settings('Europe/Berlin', { fromHour: 0, toHour: 23 });
  // Put back: the hour from two to three comes twice, and is one hour.
  const twice = [Date.parse('2026-10-25T00:30:00Z'), Date.parse('2026-10-25T01:30:00Z')];
  expect(new Set(twice.map((moment) => hourOf(moment, berlin))).size).toBe(1);
  // Put forward: two o'clock is left out, and three follows one.
  expect(nextBackupAt(Date.parse('2026-03-29T00:10:00Z'), berlin)).toBe(Date.parse('2026-03-29T01:00:00Z'));
  const night = settings('Asia/Kathmandu', { fromHour: 20, toHour: 5, everyHours: 3 });
  const local = (time: string, day = '2026-01-05') => Date.parse(`${day}T${time}:00+05:45`);
  expect(
    ['19:59', '20:00', '23:59', '05:59', '06:00'].map((time) => isBackupHour(local(time), night)),
  ).toEqual([...[false, true, true, true, false]]);
  expect(nextBackupAt(local('06:00'), night)).toBe(local('20:00'));
  expect(nextBackupAt(local('20:00'), night)).toBe(local('23:00'));
  expect(nextBackupAt(local('23:30'), night)).toBe(local('02:00', '2026-01-06'));
});
