import { join } from 'node:path';
import { expect, test } from 'vitest';
import { goOnAfterRestore } from '../../src/main/app/backup/restored';
import { makeRounds } from '../../src/main/app/day/rounds';
import { calendar } from '../../src/main/app/time/calendar';
import { pack } from '../../src/main/copies/pack';
import { snapshot } from '../../src/main/copies/snapshot';
import { newDay } from '../../src/main/engine';
import { restore } from '../../src/main/recovery/restore';
import { openSqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import { ERASED_NAME } from '../../src/shared/model/patient';
import type { Token } from '../../src/shared/model/token';
import { at, openClinic, staff, type TestClinic, temporaryFolder, unwrap } from '../helpers/clinic';
import { everything } from '../helpers/everything';

const quaxo = { patientName: 'Quaxo Zim', patientContact: '9811111111' };
const wolpert = { patientName: 'Wolpert Yuf', patientContact: '9822222222' };
const now = new Date(at('12:00'));

async function copyOf(path: string): Promise<string> {
  const source = join(temporaryFolder(), 'snapshot.db');
  await snapshot(path, source);
  const where = { source, folder: join(path, '../backups'), work: temporaryFolder(), madeAt: at('08:31') };
  return (await pack({ ...where, reason: 'hand', appVersion: '1' })).path;
}

/** The first start after going back, at half past eight unless told otherwise. */
async function reopened(path: string, time?: number): Promise<TestClinic> {
  const store = openSqliteStore({ path, calendar, newDay });
  const clinic = await openClinic({ store, ...(time !== undefined && { time }) });
  await goOnAfterRestore(clinic.environment);
  return clinic;
}

async function begun() {
  const path = join(temporaryFolder(), 'opd-tokens.db');
  const clinic = await openClinic({ path });
  const call = async (name: 'call' | 'start' | 'cancel' | 'serve', { id: tokenId }: Token) =>
    unwrap(await clinic.app.call(`tokens.${name}`, { tokenId }, staff));
  return {
    ...clinic,
    path,
    does: call,
    erase: async ({ id }: Token) => unwrap(await clinic.app.call('privacy.erase', { tokenIds: [id] }, staff)),
  };
}

const tokenOf = async (clinic: TestClinic, { id: tokenId }: Token): Promise<Token> =>
  unwrap(await clinic.app.call('tokens.get', { tokenId }, staff)).token;

test.each(['booked', 'called', 'inside'] as const)(
  'a visit that is still open in the copy (%s) is ended there, and its patient erased again',
  async (how) => {
    const clinic = await begun();
    const source = how === 'booked' ? 'online' : 'walk_in';
    const visit = await clinic.issued({ ...quaxo, source });
    if (how !== 'booked') await clinic.does('call', visit);
    if (how === 'inside') await clinic.does('start', visit);
    const copy = await copyOf(clinic.path);
    await clinic.does(how === 'inside' ? 'serve' : 'cancel', visit);
    await clinic.erase(visit);
    await clinic.store.close();
    await restore({ path: clinic.path, copy, now });
    const again = await reopened(clinic.path);
    expect(await tokenOf(again, visit)).toMatchObject({
      patientName: ERASED_NAME,
      status: how === 'inside' ? 'served' : 'cancelled',
    });
    expect(everything(clinic.path)).not.toMatch(/quaxo|9811111111/i);
    const history = await again.store.tokenHistory(visit.id);
    expect(history.at(-1)?.event.after).toEqual(await tokenOf(again, visit));
  },
);

test('one of a day that is past in the copy, and was never closed there, is erased as soon as the clock has closed it', async () => {
  const clinic = await begun();
  const visit = await clinic.issued(quaxo);
  const copy = await copyOf(clinic.path);
  await clinic.does('cancel', visit);
  await clinic.erase(visit);
  await clinic.store.close();
  await restore({ path: clinic.path, copy, now });
  const again = await reopened(clinic.path, at('08:30') + 3 * 24 * 60 * 60_000);
  expect(await tokenOf(again, visit)).toMatchObject({ status: 'active', ...quaxo });
  await makeRounds(again.environment).run();
  expect(await tokenOf(again, visit)).toMatchObject({ status: 'cancelled', patientName: ERASED_NAME });
  expect(everything(clinic.path)).not.toMatch(/quaxo|9811111111/i);
});

test('whoever is still to be erased is not forgotten by going back once more, before a start or after it', async () => {
  const clinic = await begun();
  const visit = await clinic.issued(quaxo);
  const copy = await copyOf(clinic.path);
  await clinic.does('cancel', visit);
  await clinic.erase(visit);
  await clinic.store.close();
  await restore({ path: clinic.path, copy, now });
  await restore({ path: clinic.path, copy, now });
  const later = at('08:30') + 3 * 24 * 60 * 60_000;
  const second = await reopened(clinic.path, later);
  expect(await tokenOf(second, visit)).toMatchObject(quaxo);
  await second.store.close();
  await restore({ path: clinic.path, copy, now });
  const third = await reopened(clinic.path, later);
  await makeRounds(third.environment).run();
  expect(everything(clinic.path)).not.toMatch(/quaxo|9811111111/i);
});

test('a token that was somebody’s in the copy, and corrected before they were erased, names them no more', async () => {
  const clinic = await begun();
  const [, there] = clinic.doctorIds;
  const wrong = await clinic.issued(quaxo);
  const visit = await clinic.issued({ ...quaxo, ...(there && { doctorId: there }) });
  const other = await clinic.issued({ patientName: 'Brindle Pox', patientContact: '9833333333' });
  const copy = await copyOf(clinic.path);
  unwrap(await clinic.app.call('tokens.correct', { tokenId: wrong.id, ...wolpert }, staff));
  await clinic.does('cancel', visit);
  await clinic.erase(visit);
  await clinic.store.close();
  await restore({ path: clinic.path, copy, now });
  const again = await reopened(clinic.path);
  expect(everything(clinic.path)).not.toMatch(/quaxo|9811111111/i);
  expect(await tokenOf(again, other)).toMatchObject({ patientName: 'Brindle Pox', status: 'active' });
});

test.each(['once', 'twice'])(
  'somebody of whom the copy has no visit but one that was corrected before it was made is named there no more, gone back %s',
  async (often) => {
    const clinic = await begun();
    const [, there] = clinic.doctorIds;
    const wrong = await clinic.issued({ ...quaxo, note: 'Quaxo coughs' });
    unwrap(await clinic.app.call('tokens.correct', { tokenId: wrong.id, ...wolpert, note: '' }, staff));
    const copy = await copyOf(clinic.path);
    const visit = await clinic.issued({ ...quaxo, ...(there && { doctorId: there }) });
    await clinic.does('cancel', visit);
    await clinic.erase(visit);
    expect(everything(clinic.path)).not.toMatch(/quaxo|9811111111/i);
    await clinic.store.close();
    await restore({ path: clinic.path, copy, now });
    if (often === 'twice') await restore({ path: clinic.path, copy, now });
    const again = await reopened(clinic.path);
    expect(everything(clinic.path)).not.toMatch(/quaxo|9811111111/i);
    expect(await tokenOf(again, wrong)).toMatchObject({ ...wolpert, status: 'active' });
  },
);
