import { describe, expect, test } from 'vitest';
import { cancel, changeSlot, closeSlot } from '../../../src/main/engine';
import type { Store } from '../../../src/main/store/store';
import type { BookKey } from '../../../src/shared/model/book';
import { alwaysHolds } from '../../../src/shared/model/doctor-schedule';
import {
  callListLineIdSchema,
  closureIdSchema,
  deviceIdSchema,
  doctorIdSchema,
  leaveIdSchema,
  oneOffIdSchema,
  patientIdSchema,
  paymentIdSchema,
  personIdSchema,
  printJobIdSchema,
  settingsVersionIdSchema,
  slotIdSchema,
  tokenIdSchema,
} from '../../../src/shared/model/ids';
import { patientSearchFor } from '../../../src/shared/model/patient-search';
import { searchFor } from '../../../src/shared/model/search';
import { DAYS_AHEAD, type ServiceDay, serviceDaySchema } from '../../../src/shared/model/time';
import { ok } from '../../../src/shared/result';
import { first, unwrap } from '../../helpers/clinic';
import { type Clinic, clinicOn, days, issued, monday, type Open, tuesday } from './kit';

type Writes =
  | 'transact'
  | 'onCommit'
  | 'lead'
  | 'tickCallListLine'
  | 'saveDoctor'
  | 'saveSettings'
  | 'saveMeta'
  | 'raiseNumbers'
  | 'raisePatientNumbers'
  | 'raiseReceipts'
  | 'addDevice'
  | 'changeDevice'
  | 'forget'
  | 'savePinTries'
  | 'addAuditLine'
  | 'eraseInSteps'
  | 'forgetPatients'
  | 'wipeTraces'
  | 'close';

const past = serviceDaySchema.parse('2025-12-29');
const looked = [
  monday,
  tuesday,
  past,
  serviceDaySchema.parse('2027-01-05'),
  serviceDaySchema.parse('9999-12-31'),
];

/** Every method that reads, on one day. */
function reads(store: Store, key: BookKey): Readonly<Record<Exclude<keyof Store, Writes>, () => unknown>> {
  const { doctorId, serviceDay } = key;
  const tokenId = tokenIdSchema.parse(crypto.randomUUID());
  const nobody = patientIdSchema.parse(4711);
  return {
    version: () => store.version(),
    books: () => store.books([key, { ...key, serviceDay: tuesday }], monday),
    book: () => store.book(key, monday),
    look: () => store.look({ books: [key], today: monday, now: 0 }, ([book]) => ok(book?.revision)),
    answerTo: () => store.answerTo({ id: 'never-sent', content: '' }),
    firstRoom: () => store.firstRoom(doctorId, [serviceDay]),
    bookOfSlot: async () => {
      const book = await store.book(key, monday);
      for (const { id } of book?.slots ?? []) await store.bookOfSlot(id, monday);
    },
    unclosedBooks: () => store.unclosedBooks(serviceDay),
    booksFrom: () => store.booksFrom(serviceDay),
    bookOfToken: () => store.bookOfToken(tokenId),
    leftInConsultation: () => store.leftInConsultation(doctorId, serviceDay),
    doctorsWithOpenTokens: () => store.doctorsWithOpenTokens(serviceDay),
    daysWithOpenTokens: () => store.daysWithOpenTokens(doctorId, serviceDay),
    findTokens: () => store.findTokens(searchFor('asha'), { from: serviceDay }, 10),
    countNeeds: () => store.countNeeds(serviceDay, serviceDay),
    hasNumbersOf: () => store.hasNumbersOf('A', serviceDay),
    listTokens: () => store.listTokens({ serviceDay, search: null }, 10),
    searchPatients: async () => {
      const search = patientSearchFor('asha');
      return search && store.searchPatients(search, 10);
    },
    patient: () => store.patient(nobody),
    patientsNearContact: () => store.patientsNearContact('9876543210'),
    mergedWith: () => store.mergedWith(nobody),
    patientsOfNumber: () => store.patientsOfNumber({ system: 'abha', value: '91-1234-5678-9012' }),
    nextPatientId: () => store.nextPatientId(),
    visitsOfPatients: () => store.visitsOfPatients([nobody]),
    visitsWith: () => store.visitsWith(nobody, doctorId),
    findPatients: async () => {
      const search = searchFor('asha');
      return search && store.findPatients(search, null, 10);
    },
    tokensNear: () => store.tokensNear(tokenId, 10),
    keptOf: () => store.keptOf([tokenId]),
    tokensOnceOf: () => store.tokensOnceOf([nobody]),
    tokensToErase: () => store.tokensToErase(serviceDay, 10),
    countToErase: () => store.countToErase(serviceDay),
    openTokensOfPatient: () => store.openTokensOfPatient(nobody, monday, monday),
    tokensOfPatient: () => store.tokensOfPatient(nobody, 10),
    makerOf: () => store.makerOf(tokenId),
    events: () => store.events(key),
    tokenHistory: () => store.tokenHistory(tokenId),
    revisionEvents: () => store.revisionEvents(key, 1),
    lastClosing: () => store.lastClosing(key),
    recentChanges: () => store.recentChanges(serviceDay, 10),
    latestCalls: () => store.latestCalls(serviceDay, 10),
    lastEventAt: () => store.lastEventAt(),
    atDoors: () => store.atDoors(serviceDay, 0),
    callList: () => store.callList(serviceDay),
    callListLine: () => store.callListLine(callListLineIdSchema.parse(crypto.randomUUID())),
    doctors: () => store.doctors(),
    doctor: () => store.doctor(doctorId),
    schedule: () => store.schedule(doctorId),
    leaves: () => store.leaves(null, serviceDay, serviceDay),
    leave: () => store.leave(leaveIdSchema.parse(crypto.randomUUID())),
    oneOffs: () => store.oneOffs(doctorId, serviceDay, serviceDay),
    oneOff: () => store.oneOff(oneOffIdSchema.parse(crypto.randomUUID())),
    closures: () => store.closures(serviceDay, serviceDay),
    closure: () => store.closure(closureIdSchema.parse(crypto.randomUUID())),
    photo: () => store.photo(doctorId),
    slotEvents: () => store.slotEvents(key),
    settings: () => store.settings(),
    settingsVersions: () => store.settingsVersions(10),
    settingsVersion: () => store.settingsVersion(settingsVersionIdSchema.parse(crypto.randomUUID())),
    scheduledSettings: () => store.scheduledSettings(),
    meta: () => store.meta('pace'),
    printJob: () => store.printJob(printJobIdSchema.parse(crypto.randomUUID())),
    printJobOfToken: () => store.printJobOfToken(tokenId),
    receiptJob: () => store.receiptJob({ id: paymentIdSchema.parse(crypto.randomUUID()), tokenId }),
    payment: () => store.payment(paymentIdSchema.parse(crypto.randomUUID())),
    visitOf: () => store.visitOf(tokenId),
    paymentsOf: () => store.paymentsOf([tokenId]),
    paymentsOn: () => store.paymentsOn(serviceDay, serviceDay),
    lastReceipt: () => store.lastReceipt(),
    drawerCounts: () => store.drawerCounts(serviceDay),
    printJobsIn: () => store.printJobsIn(['queued']),
    printJobsToPrint: () => store.printJobsToPrint(),
    countPrintJobs: () => store.countPrintJobs(0),
    auditLines: () => store.auditLines({ doctorId, tokenId, from: 0 }, 10),
    auditSince: () => store.auditSince(),
    reasonCounts: () => store.reasonCounts(0, 1),
    checkAudit: () => store.checkAudit(null, 10),
    devices: () => store.devices(),
    people: () => store.people(),
    pinHash: () => store.pinHash(personIdSchema.parse(crypto.randomUUID())),
    pinTries: () => store.pinTries('station here'),
    deviceSecret: () => store.deviceSecret(deviceIdSchema.parse(crypto.randomUUID())),
  };
}

const slotsOf = async ({ store }: Pick<Clinic, 'store'>, key: BookKey) =>
  (await store.book(key, monday))?.slots ?? [];

const twoHours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  startMinute: 840,
  endMinute: 960,
  slotMinutes: 60,
  capacity: 3,
  ...alwaysHolds,
}));

export function readingContract(open: Open): void {
  describe('reading never writes', () => {
    test('whatever is asked of whatever day, no row changes', async () => {
      const { store, changes, doctor } = await clinicOn(open);
      const before = changes();
      for (const serviceDay of looked) {
        const all = reads(store, { doctorId: doctor.id, serviceDay });
        for (const read of Object.values(all)) await read();
      }
      expect(changes()).toBe(before);
      expect(await store.booksFrom(past)).toEqual([]);
    });

    test('a decision that is refused, or changes nothing, leaves no row', async () => {
      const { store, changes, key, run } = await clinicOn(open);
      const before = changes();
      const tokenId = tokenIdSchema.parse(crypto.randomUUID());
      const refused = await run(key, (book, context) => cancel(book, { tokenId, reason: 'staff' }, context));
      expect(refused).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
      const [slot] = await slotsOf({ store }, key);
      if (!slot) throw new Error('no slot');
      const same = { slotId: slot.id, capacity: slot.capacity };
      expect(await run(key, (book, context) => changeSlot(book, same, context))).toMatchObject({ ok: true });
      expect(changes()).toBe(before);
    });
  });

  describe('a day that nobody has touched', () => {
    test('looks as it does once it is written, with the same ids', async () => {
      const { store, key, run, reopen } = await clinicOn(open);
      const before = await store.book(key, monday);
      expect(before?.slots).toHaveLength(4);
      expect(await store.book(key, monday)).toEqual(before);
      const slotId = first(before?.slots ?? []).id;
      unwrap(await run(key, issued({ slotId })));
      const after = await (await reopen()).book(key, monday);
      expect(after).toEqual({ ...before, revision: 1, tokens: [expect.objectContaining({ slotId })] });
    });

    test('is written whole with its first change, whatever that is', async () => {
      const { store, key, run, reopen } = await clinicOn(open);
      const [slot] = await slotsOf({ store }, key);
      if (!slot) throw new Error('no slot');
      unwrap(await run(key, (book, context) => closeSlot(book, { slotId: slot.id }, context)));
      const kept = await (await reopen()).book(key, monday);
      expect(kept?.slots.map(({ status }) => status)).toEqual(['closed', 'open', 'open', 'open']);
    });

    test('follows a changed week, though it was looked at; one that was touched keeps its own', async () => {
      const { store, doctor, key, run } = await clinicOn(open);
      const next = { ...key, serviceDay: tuesday };
      const [today, tomorrow] = [await slotsOf({ store }, key), await slotsOf({ store }, next)];
      expect(tomorrow).toHaveLength(4);
      unwrap(await run(key, issued()));
      await store.saveDoctor(doctor, twoHours);
      expect(await slotsOf({ store }, key)).toEqual(today);
      expect((await slotsOf({ store }, next)).map(({ startMinute }) => startMinute)).toEqual([840, 900]);
      expect(await store.firstRoom(doctor.id, [tuesday])).toMatchObject({ startMinute: 840 });
    });

    test('is found by its slots, as far as days may be booked, and no other is', async () => {
      const { store, doctor, other, key } = await clinicOn(open);
      const daysAhead = (count: number): ServiceDay => days.calendar.daysAfter(monday, count);
      const find = async (of: BookKey) => {
        const slot = (await slotsOf({ store }, of)).at(-1);
        return slot && store.bookOfSlot(slot.id, monday);
      };
      for (const of of [key, { doctorId: other.id, serviceDay: tuesday }]) expect(await find(of)).toEqual(of);
      const last = { doctorId: doctor.id, serviceDay: daysAhead(DAYS_AHEAD) };
      expect(await find(last)).toEqual(last);
      expect(await find({ doctorId: doctor.id, serviceDay: daysAhead(DAYS_AHEAD + 1) })).toBeUndefined();
    });

    test('is found, or not, by a slot among sixty doctors before anybody notices', async () => {
      const { store, doctor, key } = await clinicOn(open);
      const tenMinutes = [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
        return { ...alwaysHolds, weekday, startMinute: 480, endMinute: 1200, slotMinutes: 10, capacity: 1 };
      });
      for (let count = 0; count < 60; count += 1) {
        const id = doctorIdSchema.parse(crypto.randomUUID());
        await store.saveDoctor({ ...doctor, id, prefix: `Z${count}` }, tenMinutes);
      }
      const last = { ...key, serviceDay: days.calendar.daysAfter(monday, DAYS_AHEAD) };
      const [slot] = await slotsOf({ store }, last);
      if (!slot) throw new Error('no slot');
      const before = performance.now();
      expect(await store.bookOfSlot(slot.id, monday)).toEqual(last);
      for (const version of [4, 5, 8]) {
        const id = slotIdSchema.parse(`7e57ab1e-0000-${version}000-8000-7e57ab1e0000`);
        expect(await store.bookOfSlot(id, monday)).toBeUndefined();
      }
      expect(performance.now() - before).toBeLessThan(200);
    });

    test('has no slots of a week that is over, nor has one that was touched those of a new week', async () => {
      const { store, doctor, key, run } = await clinicOn(open);
      const next = { ...key, serviceDay: tuesday };
      const [before] = await slotsOf({ store }, next);
      if (!before) throw new Error('no slot');
      unwrap(await run(key, issued()));
      await store.saveDoctor(doctor, twoHours);
      expect(await store.bookOfSlot(before.id, monday)).toBeUndefined();
      const [after] = await slotsOf({ store }, next);
      if (!after) throw new Error('no slot');
      expect(await store.bookOfSlot(after.id, monday)).toEqual(next);
      expect(await slotsOf({ store }, key)).not.toContainEqual(expect.objectContaining({ startMinute: 840 }));
    });

    test('is none of the books there are, until something happens on it', async () => {
      const { store, key, run } = await clinicOn(open);
      await store.book(key, monday);
      expect(await store.booksFrom(monday)).toEqual([]);
      unwrap(await run(key, issued()));
      expect(await store.booksFrom(monday)).toEqual([key]);
      expect(await store.unclosedBooks(tuesday)).toEqual([key]);
    });
  });
}
