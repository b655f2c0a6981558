import { z } from 'zod';
import { RESTORED } from '../../../shared/model/finding';
import { type DoctorId, tokenIdSchema } from '../../../shared/model/ids';
import { DAYS_AHEAD, instantSchema, type ServiceDay } from '../../../shared/model/time';
import { keptFact, type NumberGiven } from '../../store/store';
import { theClock } from '../access/caller';
import { actorOf, beginCall, type Call } from '../call';
import type { Environment } from '../environment';
import { leaveBlanksGap } from '../paper/printed-blanks';
import { lineOf } from '../run/audit-line';
import { daysAfter, serviceDayAt } from '../time/calendar';

const DONE = '';

const restoredSchema = z.object({
  /** Of what is in the copy. */
  lastEventAt: instantSchema.nullable(),
  /** False: numbers were given after the copy was made, and nobody can tell which. */
  numbersKnown: z.boolean(),
  /** Visits whose patients were erased after the copy was made. */
  erased: z.array(tokenIdSchema).default([]),
});

/** What was noted makes no sense: the worst is taken. */
const unknown = restoredSchema.parse({ lastEventAt: null, numbersKnown: false });

/** A doctor's patients of a morning, and as a number easy to say: after A-014 goes on at A-101. */
const GAP = 50;
/** Of a later day, which somebody may have booked since. */
const GAP_LATER = 20;
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
  const { lastEventAt, numbersKnown, erased } = (await keptFact(store, RESTORED, restoredSchema)) ?? unknown;
  const call = await beginCall(environment, theClock);
  if (!numbersKnown) {
    await leaveGap(call, lastEventAt);
    await leaveBlanksGap(store);
  }
  if (erased.length > 0) {
    const line = lineOf({ kind: 'privacy.erase', input: {} }, actorOf(call.caller), call.now);
    await store.eraseInSteps(erased, line);
  }
  const input = { lastEventAt, numbersKnown };
  await store.addAuditLine(lineOf({ kind: 'backups.restored', input }, actorOf(call.caller), call.now));
  await store.saveMeta(RESTORED, DONE);
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

const dayOf = ({ settings }: Call, instant: number): ServiceDay =>
  serviceDayAt(instant, settings.clinic.timeZone, settings.clinic.dayStartsAtMinute);

async function highest(store: Environment['store'], doctorId: DoctorId, day: ServiceDay): Promise<number> {
  const book = await store.book({ doctorId, serviceDay: day }, day);
  return Math.max(
    0,
    ...(book?.tokens ?? []).map(({ series, sequence }) => (series === 'main' ? sequence : 0)),
  );
}
