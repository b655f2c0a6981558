import { z } from 'zod';
import { RESTORED } from '../../../shared/model/finding';
import { type DoctorId, patientIdSchema, tokenIdSchema } from '../../../shared/model/ids';
import { DAYS_AHEAD, instantSchema, type ServiceDay } from '../../../shared/model/time';
import { keptFact, type NumberGiven } from '../../store/store';
import { theClock } from '../access/caller';
import { actorOf, beginCall, type Call } from '../call';
import type { Environment } from '../environment';
import { leaveBlanksGap } from '../paper/printed-blanks';
import { lineOf } from '../run/audit-line';
import { daysAfter, serviceDayAt } from '../time/calendar';
import { DAY_MS } from '../time/plausible';
import { eraseAgain, oweErasing } from './erased-again';

const DONE = '';

const restoredSchema = z.object({
  /** Of what is in the copy. */
  lastEventAt: instantSchema.nullable(),
  /** False: numbers were given after the copy was made, and nobody can tell which. */
  numbersKnown: z.boolean(),
  /** Visits whose patients were erased after the copy was made. */
  erased: z.array(tokenIdSchema).default([]),
  /** Rows of the register that went with them. */
  gone: z.array(patientIdSchema).default([]),
});

/** What was noted makes no sense: the worst is taken. */
const unknown = restoredSchema.parse({ lastEventAt: null, numbersKnown: false });

/** A doctor's patients of a morning, and as a number easy to say: after A-014 goes on at A-101. */
const GAP = 50;
/** Of a later day, which somebody may have booked since. */
const GAP_LATER = 20;
/** More than become patients for the first time on one day, and at least as many. */
const NEW_A_DAY = 200;
const GAP_PATIENTS = 1000;
/** More than are given between two copies: after R-000123 goes on at R-001001. */
const GAP_RECEIPTS = 500;
const WHOLE_RECEIPTS = 1000;
/** As many days as nobody goes back, whatever the clock shows. */
const MOST_DAYS_BACK = 3660;
/** A clock that is doubted may be behind by as much. */
const MOST_DAYS_OFF = 31;

/**
 * The first start after the data went back to a copy, before anybody is let in: it is put on record, numbers that may
 * be on slips already are left out, and who was erased since is erased again.
 */
export async function goOnAfterRestore(environment: Environment): Promise<void> {
  const { store, log } = environment;
  const noted = await store.meta(RESTORED);
  if (noted === undefined || noted === DONE) return;
  const { lastEventAt, numbersKnown, erased, gone } =
    (await keptFact(store, RESTORED, restoredSchema)) ?? unknown;
  const call = await beginCall(environment, theClock);
  if (!numbersKnown) {
    await leaveGap(call, lastEventAt);
    await leaveBlanksGap(store);
    await leavePatientsGap(call, lastEventAt);
    await leaveReceiptsGap(call);
  }
  await oweErasing(environment, erased);
  // Of a visit that the copy has not, and a token that was another's by then.
  await store.forgetPatients(gone);
  const input = { lastEventAt, numbersKnown };
  await store.addAuditLine(lineOf({ kind: 'backups.restored', input }, actorOf(call.caller), call.now));
  await store.saveMeta(RESTORED, DONE);
  await eraseAgain(environment);
  log.info('the data went back to a copy', input);
}

/**
 * R25, R35: today as many as a day of this doctor's ever had, and a few more; on every day that can be booked, as many as were
 * booked since. While the clock is doubted any day from the copy's last on may be today.
 */
async function leaveGap(call: Call, lastEventAt: number | null): Promise<void> {
  const { store, clockTrust } = call.environment;
  const { today } = call;
  const lastDay = lastEventAt === null ? today : dayOf(call, lastEventAt);
  const isDoubted = clockTrust.isDoubted();
  const first = isDoubted && lastDay < today ? lastDay : today;
  const last = daysAfter(today, DAYS_AHEAD);
  const lastToday = isDoubted ? daysAfter(today, MOST_DAYS_OFF) : today;
  const inUse = new Set((await store.booksFrom(first)).map((key) => `${key.doctorId} ${key.serviceDay}`));
  for (const { id: doctorId } of await store.doctors()) {
    const given: NumberGiven[] = [];
    for (let day = first; day <= last; day = daysAfter(day, 1)) {
      const known = inUse.has(`${doctorId} ${day}`) ? await highest(store, doctorId, day) : 0;
      const sequence = day <= lastToday ? Math.ceil((known + GAP) / GAP) * GAP : known + GAP_LATER;
      given.push({ doctorId, serviceDay: day, series: 'main', sequence });
    }
    await store.raiseNumbers(given);
  }
}

/**
 * The register goes on at a whole thousand, so far behind the highest number that no card of those days bears one that is given again.
 * Numbers cost nothing: they have no end.
 */
async function leavePatientsGap({ environment, now }: Call, lastEventAt: number | null): Promise<void> {
  const { store, clockTrust } = environment;
  const days = Math.ceil((now - (lastEventAt ?? now)) / DAY_MS);
  // Where nobody knows today, the days between are not known either.
  const passed = Math.min(Math.max(days, clockTrust.isDoubted() ? MOST_DAYS_OFF : 1), MOST_DAYS_BACK);
  const gap = Math.max(GAP_PATIENTS, NEW_A_DAY * passed);
  const known = (await store.nextPatientId()) - 1;
  await store.raisePatientNumbers(Math.ceil((known + gap) / GAP_PATIENTS) * GAP_PATIENTS);
}

/** Where fees were never used there is nothing to go on behind. */
async function leaveReceiptsGap({ environment: { store }, settings }: Call): Promise<void> {
  const known = await store.lastReceipt();
  if (known === 0 && !settings.fees.on) return;
  await store.raiseReceipts(Math.ceil((known + GAP_RECEIPTS) / WHOLE_RECEIPTS) * WHOLE_RECEIPTS);
}

const dayOf = ({ settings }: Call, instant: number): ServiceDay =>
  serviceDayAt(instant, settings.clinic.timeZone, settings.clinic.dayStartsAtMinute);

async function highest(store: Environment['store'], doctorId: DoctorId, day: ServiceDay): Promise<number> {
  const book = await store.book({ doctorId, serviceDay: day }, day);
  return Math.max(
    0,
    ...(book?.tokens ?? []).map(({ series, sequence }) => (series === 'main' ? sequence : 0)),
  );
}
