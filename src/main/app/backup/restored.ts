import { z } from 'zod';
import { RESTORED } from '../../../shared/model/finding';
import { type DoctorId, tokenIdSchema } from '../../../shared/model/ids';
import { instantSchema, type ServiceDay } from '../../../shared/model/time';
import { keptFact } from '../../store/store';
import { theClock } from '../access/caller';
import { actorOf, beginCall, type Call } from '../call';
import type { Environment } from '../environment';
import { leaveBlanksGap } from '../paper/printed-blanks';
import { lineOf } from '../run/audit-line';

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
/** Of a later day, if anybody has booked it. */
const GAP_LATER = 20;

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
    await leaveGap(call);
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

/** As many as a day of this doctor's ever had, and a few more. */
async function leaveGap({ environment: { store }, today }: Call): Promise<void> {
  for (const { id } of await store.doctors()) {
    const sequence = Math.ceil(((await highest(store, id, today)) + GAP) / GAP) * GAP;
    const later = (await store.booksFrom(today)).filter(
      ({ doctorId, serviceDay }) => doctorId === id && serviceDay > today,
    );
    const given = [{ doctorId: id, serviceDay: today, series: 'main' as const, sequence }];
    for (const key of later) {
      const known = await highest(store, id, key.serviceDay);
      if (known > 0) given.push({ ...key, series: 'main', sequence: known + GAP_LATER });
    }
    await store.raiseNumbers(given);
  }
}

async function highest(store: Environment['store'], doctorId: DoctorId, day: ServiceDay): Promise<number> {
  const book = await store.book({ doctorId, serviceDay: day }, day);
  return Math.max(
    0,
    ...(book?.tokens ?? []).map(({ series, sequence }) => (series === 'main' ? sequence : 0)),
  );
}
