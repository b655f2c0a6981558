import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createApp } from '../../../src/main/app/app';
import { makeRounds } from '../../../src/main/app/day/rounds';
import { calendar } from '../../../src/main/app/time/calendar';
import { evolve, newDay } from '../../../src/main/engine';
import { openSqliteStore } from '../../../src/main/store/sqlite/sqlite-store';
import type { Store } from '../../../src/main/store/store';
import type { Actor } from '../../../src/shared/model/actor';
import { bookEventSchema } from '../../../src/shared/model/event';
import type { TokenId } from '../../../src/shared/model/ids';
import { serviceDaySchema } from '../../../src/shared/model/time';
import {
  at,
  first,
  kiosk,
  MONDAY,
  noWindows,
  openClinic,
  staff,
  temporaryFolder,
  unwrap,
} from '../../helpers/clinic';
import { openPairedServer } from '../../helpers/paired-server';

const today = serviceDaySchema.parse(MONDAY);

/** Who did what to a token, oldest first. */
async function doersOf(store: Store, tokenId: TokenId): Promise<readonly [string, Actor | null][]> {
  const history = await store.tokenHistory(tokenId);
  return history.map(({ event }) => [event.type, event.by]);
}

test('every event says who acted: the desk, the kiosk, a doctor’s window, the clock', async () => {
  const clinic = await openClinic();
  const { app, store, doctorIds } = clinic;
  const desk = { ...staff, screen: 'desk' } as const;
  const doctor = { role: 'doctor', screen: 'doctor', doctorId: first(doctorIds) } as const;
  const online = unwrap(await clinic.issue({ source: 'online' }, desk)).token;
  const walkIn = unwrap(await clinic.issue({}, kiosk)).token;
  unwrap(await app.call('tokens.call', { tokenId: walkIn.id }, doctor));
  clinic.clock.setTo(at('12:00'));
  await makeRounds(clinic.environment).run();
  const here = (role: Actor['role'], screen: Actor['screen']): Actor => ({
    role,
    screen,
    deviceId: null,
    personId: null,
  });
  expect(await doersOf(store, online.id)).toEqual([
    ['tokenIssued', here('staff', 'desk')],
    ['tokenNoShow', here('staff', 'clock')],
  ]);
  expect((await doersOf(store, walkIn.id)).slice(0, 2)).toEqual([
    ['tokenIssued', here('kiosk', 'kiosk')],
    ['tokenCalled', here('doctor', 'doctor')],
  ]);
  const events = await store.events({ doctorId: doctor.doctorId, serviceDay: today });
  for (const event of events) expect(bookEventSchema.parse(event).by).not.toBeNull();
});

test('another device is named: a program, a page of ours on it, a booking site', async () => {
  const { program, send, store, doctorIds } = await openPairedServer();
  const [reception, site] = [await program({ role: 'reception' }), await program({ role: 'booking' })];
  const doctorId = first(doctorIds);
  const wish = { doctor_id: doctorId, source: 'online', patient_name: 'Asha', patient_contact: '9876543210' };
  const issued = async (headers: Record<string, string>, body: object) => {
    const answer = await send('/allocation/tokens', { ...wish, ...body }, headers);
    return (await answer.json()) as { id: TokenId };
  };
  const byProgram = await issued(reception.headers, {});
  const bySite = await issued(site.headers, { patient_contact: '9876543211' });
  expect(await doersOf(store, byProgram.id)).toEqual([
    ['tokenIssued', { role: 'staff', screen: 'desk', deviceId: reception.id, personId: null }],
  ]);
  expect(await doersOf(store, bySite.id)).toMatchObject([
    ['tokenIssued', { role: 'booking', deviceId: site.id }],
  ]);
  const page = { ...reception.headers, 'x-opd-screen': 'doctor' };
  await send('/rpc/tokens.cancel', { tokenId: byProgram.id }, page);
  expect((await doersOf(store, byProgram.id))[1]).toEqual([
    'tokenCancelled',
    { role: 'doctor', screen: 'doctor', deviceId: reception.id, personId: null },
  ]);
});

test('events of earlier versions say of nobody that it was them; a book is rebuilt from them, and undo reads them', async () => {
  const path = join(temporaryFolder(), 'data.db');
  const clinic = await openClinic({ path });
  const key = { doctorId: first(clinic.doctorIds), serviceDay: today };
  const untouched = await clinic.store.book(key, today);
  const token = await clinic.issued();
  unwrap(await clinic.app.call('tokens.setPrecedence', { tokenId: token.id, precedence: 'senior' }, staff));
  await clinic.store.close();
  const old = new Database(path);
  old.exec(`DROP TRIGGER book_events_are_never_changed;
    UPDATE book_events SET actor = NULL`);
  old.close();
  const store = openSqliteStore({ path, calendar, newDay });
  const app = createApp({ ...clinic.environment, store }, noWindows);
  const events = await store.events(token);
  expect(events.map(({ by }) => by)).toEqual([null, null]);
  for (const event of events) bookEventSchema.parse(event);
  expect(untouched && evolve(untouched, events).tokens).toEqual((await store.book(key, today))?.tokens);
  unwrap(await app.call('tokens.undo', { tokenId: token.id }, { ...staff, screen: 'desk' }));
  expect(await doersOf(store, token.id)).toMatchObject([
    ['tokenIssued', null],
    ['tokenPrecedenceSet', null],
    ['tokenRestored', { screen: 'desk' }],
  ]);
  await store.close();
});
