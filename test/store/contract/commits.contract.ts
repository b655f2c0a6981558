import { describe, expect, test } from 'vitest';
import { cancel } from '../../../src/main/engine';
import type { Committed, Store } from '../../../src/main/store/store';
import { type Device, deviceSchema } from '../../../src/shared/model/device';
import { tokenIdSchema } from '../../../src/shared/model/ids';
import { unwrap } from '../../helpers/clinic';
import { type Clinic, clinicOn, issued, type Open } from './kit';

const never = (error: unknown): void => {
  throw error;
};

function hearing({ onCommit }: Store): Committed[] {
  const heard: Committed[] = [];
  onCommit((committed) => heard.push(committed), never);
  return heard;
}

const tablet = (): Device =>
  deviceSchema.parse({
    id: crypto.randomUUID(),
    name: 'Tablet',
    role: 'reception',
    doctorId: null,
    shows: [],
    createdAt: 1,
    lastSeenAt: null,
    revokedAt: null,
  });

/** A patient's notice on the call list. */
async function noticed({ run, key }: Clinic) {
  const token = unwrap(await run(key, issued())).answer;
  if (!token) throw new Error('no token');
  const { id: tokenId, doctorId, serviceDay, number, patientName, patientContact } = token;
  const who = { tokenId, doctorId, serviceDay, number, patientName, patientContact };
  const times = { at: 1, from: null, to: null, delayMinutes: 0, toldAt: null, because: null };
  return { id: crypto.randomUUID(), kind: 'moved', ...who, ...times };
}

export function commitsContract(open: Open): void {
  describe('onCommit', () => {
    test('hears of every transaction that changed something, once it is saved, with what it changed', async () => {
      const { store, key, run } = await clinicOn(open);
      const revisions: unknown[] = [];
      const heard = hearing(store);
      store.onCommit(() => revisions.push(store.book(key, key.serviceDay)), never);
      const commit = unwrap(await run(key, issued()));
      expect(heard).toEqual([{ books: commit.books }]);
      expect(await Promise.all(revisions)).toMatchObject([{ revision: 1 }]);
    });

    test('hears nothing of one that was refused, repeated, thrown or changed nothing', async () => {
      const { store, key, run } = await clinicOn(open);
      const request = { id: 'visit-0001', content: 'x' };
      unwrap(await run(key, issued(), { request }));
      const heard = hearing(store);
      unwrap(await run(key, issued(), { request }));
      const tokenId = tokenIdSchema.parse(crypto.randomUUID());
      await run(key, (book, context) => cancel(book, { tokenId, reason: 'staff' }, context));
      await run(key, () => {
        throw new Error('a defect');
      }).catch(() => undefined);
      unwrap(
        await store.transact({ books: [key], today: key.serviceDay, now: 0 }, () => ({
          ok: true,
          value: { books: [], answer: 1 },
        })),
      );
      expect(heard).toEqual([]);
    });

    test('hears of what is saved without one: settings, doctors, devices, the call list', async () => {
      const clinic = await clinicOn(open);
      const { store, doctor, key, run } = clinic;
      const notice = (await noticed(clinic)) as never;
      unwrap(await run(key, issued(), { change: { callList: [notice] } }));
      const [listed] = await store.callList(key.serviceDay);
      if (!listed) throw new Error('no notice');
      const heard = hearing(store);
      const settings = await store.settings();
      const device = tablet();
      await store.saveSettings(settings);
      await store.saveDoctor(doctor, []);
      await store.addDevice(device, 'a'.repeat(64));
      await store.changeDevice(device.id, { name: 'Other' });
      await store.changeDevice(device.id, { revokedAt: 5 });
      await store.tickCallListLine(listed.id, 7);
      expect(heard).toEqual([
        { settings },
        { doctors: [{ doctor, schedule: [] }] },
        { devices: [device] },
        { devices: [{ ...device, name: 'Other' }] },
        { devices: [{ ...device, name: 'Other', revokedAt: 5 }] },
        { callsTicked: [{ ...listed, toldAt: 7 }] },
      ]);
    });

    test('takes a device that was seen, and facts that no page reads, for no news', async () => {
      const { store } = await clinicOn(open);
      const device = tablet();
      await store.addDevice(device, 'a'.repeat(64));
      const heard = hearing(store);
      await store.changeDevice(device.id, { lastSeenAt: 9 });
      await store.saveMeta('pace', '{}');
      expect(heard).toEqual([]);
    });

    test('a listener that throws harms neither what was saved nor who listens besides; who stopped hears no more', async () => {
      const { store, key, run } = await clinicOn(open);
      const failures: unknown[] = [];
      const broken = new Error('a window is gone');
      store.onCommit(
        () => {
          throw broken;
        },
        (error) => failures.push(error),
      );
      const heard: Committed[] = [];
      const stop = store.onCommit((committed) => heard.push(committed), never);
      expect(await run(key, issued())).toMatchObject({ ok: true });
      expect([heard.length, failures]).toEqual([1, [broken]]);
      stop();
      unwrap(await run(key, issued()));
      expect(heard).toHaveLength(1);
    });
  });
}
