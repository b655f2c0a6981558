import { type Book, type BookKey, isSameBook } from '../../shared/model/book';
import { type BookEvent, isTokenEvent } from '../../shared/model/event';
import type { DoctorId, PatientId, TokenId } from '../../shared/model/ids';
import { contactEnd } from '../../shared/model/patient';
import { numberKey } from '../../shared/model/patient-number';
import type { RegisteredPatient } from '../../shared/model/registered-patient';
import type { ServiceDay } from '../../shared/model/time';
import type { Token } from '../../shared/model/token';
import type { Reading, Transaction } from './transact';

/**
 * What a decision may read, and nothing else: of the loaded books, and of what the request names. So a store on another
 * machine can fetch all of it in one batch beforehand. Whatever else is asked for throws: it is a defect.
 */
export function promised(reading: Reading, request: Transaction, books: readonly Book[]): Reading {
  const isPromised = (tokenId: TokenId): boolean =>
    request.tokens?.includes(tokenId) || books.some(({ tokens }) => tokens.some(({ id }) => id === tokenId));
  const jobs = new Set(request.printJobs);
  const isLoaded = (key: BookKey): boolean => request.books.some((one) => isSameBook(one, key));

  function mustBe(isNamed: boolean, what: string): void {
    if (!isNamed) throw new Error(`A decision asked for ${what}, which its request does not name.`);
  }
  const { everyDoctor = false, settingsVersions = false } = request;
  const aboutDoctor = (id: DoctorId): void =>
    mustBe(everyDoctor || request.books.some(({ doctorId }) => doctorId === id), `the doctor ${id}`);
  const aboutAll = (from: ServiceDay = request.today): void =>
    mustBe(everyDoctor && from >= request.today, 'every doctor');
  const aboutToken = (id: TokenId): void => mustBe(isPromised(id), `the token ${id}`);

  const wanted = request.patients ?? {};
  const ofBooks = (is: (token: Token) => boolean): boolean => books.some(({ tokens }) => tokens.some(is));
  const contacts = new Set(wanted.contacts?.map(contactEnd));
  const numbers = new Set(wanted.numbers?.map(numberKey));
  /** Rows that were read, and those that stand for them. */
  const known = new Set<PatientId>();
  const leading = <P extends RegisteredPatient | undefined>(patients: readonly P[]): readonly P[] => {
    for (const patient of patients) {
      if (patient) known.add(patient.id);
      if (patient?.mergedInto) known.add(patient.mergedInto);
    }
    return patients;
  };

  /** Whose tokens were, before and after what is read of them. */
  const named = (events: readonly BookEvent[]): void => {
    for (const { before, after } of events.filter(isTokenEvent)) {
      for (const token of [before, after]) if (token?.patientId) known.add(token.patientId);
    }
  };

  return {
    settings: reading.settings,
    patient(id) {
      const isKnown = wanted.ids?.includes(id) || ofBooks(({ patientId }) => patientId === id);
      mustBe(isKnown || known.has(id), `the patient ${id}`);
      return leading([reading.patient(id)])[0];
    },
    patientsNearContact(contact) {
      const isKnown = contacts.has(contactEnd(contact));
      mustBe(isKnown || ofBooks(({ patientContact }) => patientContact === contact), 'patients of a contact');
      return leading(reading.patientsNearContact(contact));
    },
    patientsOfNumber(number) {
      mustBe(numbers.has(numberKey(number)), 'patients of a number');
      return leading(reading.patientsOfNumber(number));
    },
    visitsWith(id, doctorId) {
      aboutDoctor(doctorId);
      mustBe(known.has(id), `the visits of patient ${id}`);
      return reading.visitsWith(id, doctorId);
    },
    openTokensOfPatient(id, from, to) {
      mustBe(wanted.ids?.includes(id) ?? false, `the open tokens of ${id}`);
      return reading.openTokensOfPatient(id, from, to);
    },
    nextPatientId: reading.nextPatientId,
    people() {
      mustBe(request.everyPerson ?? false, 'persons');
      return reading.people();
    },
    settingsVersions(limit) {
      mustBe(settingsVersions, 'the versions of the rules');
      return reading.settingsVersions(limit);
    },
    scheduledSettings() {
      mustBe(settingsVersions, 'what the rules are to be');
      return reading.scheduledSettings();
    },
    doctor(id) {
      aboutDoctor(id);
      return reading.doctor(id);
    },
    schedule(id) {
      aboutDoctor(id);
      return reading.schedule(id);
    },
    doctors() {
      aboutAll();
      return reading.doctors();
    },
    daysWithOpenTokens(doctorId, from) {
      aboutAll(from);
      return reading.daysWithOpenTokens(doctorId, from);
    },
    hasNumbersOf(prefix, from) {
      aboutAll(from);
      return reading.hasNumbersOf(prefix, from);
    },
    booksFrom(day) {
      aboutAll(day);
      return reading.booksFrom(day);
    },
    leaves(doctorId, from, to) {
      aboutAll(from);
      return reading.leaves(doctorId, from, to);
    },
    leave(id) {
      aboutAll();
      return reading.leave(id);
    },
    oneOffs(doctorId, from, to) {
      aboutAll(from);
      return reading.oneOffs(doctorId, from, to);
    },
    oneOff(id) {
      aboutAll();
      return reading.oneOff(id);
    },
    closures(from, to) {
      aboutAll(from);
      return reading.closures(from, to);
    },
    closure(id) {
      aboutAll();
      return reading.closure(id);
    },
    slotEvents(key) {
      mustBe(isLoaded(key), `the slots of ${key.serviceDay}`);
      return reading.slotEvents(key);
    },
    tokenHistory(id) {
      aboutToken(id);
      const history = reading.tokenHistory(id);
      named(history.map(({ event }) => event));
      return history;
    },
    revisionEvents(key, revision) {
      const name = `revision ${revision} of ${key.serviceDay}`;
      mustBe(isLoaded(key), name);
      // Before the first change there is nothing.
      if (revision === 0) return [];
      const events = reading.revisionEvents(key, revision);
      mustBe(
        events.some((event) => isTokenEvent(event) && isPromised(event.after.id)),
        name,
      );
      named(events);
      return events;
    },
    lastClosing(key) {
      mustBe(isLoaded(key), `the closing of ${key.serviceDay}`);
      return reading.lastClosing(key);
    },
    atDoors(day, since) {
      mustBe(
        request.books.some(({ serviceDay }) => serviceDay === day),
        `the doors of ${day}`,
      );
      return reading.atDoors(day, since);
    },
    printJob(id) {
      mustBe(jobs.has(id), `the slip ${id}`);
      return reading.printJob(id);
    },
    printJobOfToken(id) {
      aboutToken(id);
      return reading.printJobOfToken(id);
    },
    visitOf(id) {
      aboutToken(id);
      return reading.visitOf(id);
    },
    paymentsOf(ids) {
      for (const id of ids) aboutToken(id);
      return reading.paymentsOf(ids);
    },
    lastReceipt: reading.lastReceipt,
    paymentsOn(from, to) {
      mustBe(from === request.paymentDay && to === from, `the payments of ${from}`);
      return reading.paymentsOn(from, to);
    },
    drawerCounts(day) {
      mustBe(day === request.paymentDay, `the counts of ${day}`);
      return reading.drawerCounts(day);
    },
  };
}
