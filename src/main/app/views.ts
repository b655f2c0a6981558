import type { Book } from '../../shared/model/book';
import type { Doctor } from '../../shared/model/doctor';
import type { DoctorId } from '../../shared/model/ids';
import type { ServiceDay } from '../../shared/model/time';
import type { Stage } from '../../shared/model/token';
import type { BookView, DoctorSummary, SlotView } from '../../shared/model/view';
import { fail, ok, type Result } from '../../shared/result';
import { type Context, doctorQueue, nextWalkInSlot, viewSlots, waitingInOrder } from '../engine';
import { breakUntil } from './break-until';
import { nextToCall } from './call-next';
import { checkReach } from './day-reach';
import { contextNow, type Environment } from './environment';
import { hasHoursLeft } from './hours';
import { nextDayWithRoom } from './otherwise';

/** One doctor's day for staff. Errors: NOT_FOUND. */
export async function viewBook(
  environment: Environment,
  doctorId: DoctorId,
  serviceDay?: ServiceDay,
): Promise<Result<BookView>> {
  const context = await contextNow(environment);
  const reach = checkReach(serviceDay, context.today);
  if (!reach.ok) return reach;
  const doctor = await environment.store.doctor(doctorId);
  const key = { doctorId, serviceDay: serviceDay ?? context.today };
  const book = await environment.store.book(key, context.today);
  if (!doctor || !book) return fail('NOT_FOUND', 'There is no such doctor.', { doctorId });
  return ok({
    doctor,
    serviceDay: book.serviceDay,
    status: book.status,
    revision: book.revision,
    calls: book.calls,
    tokens: book.tokens,
    now: context.now,
    slots: viewSlots(book, context),
    called: inStage(book, 'called'),
    inConsultation: inStage(book, 'in_consultation'),
    queue: doctorQueue(book, context),
    waiting: waitingInOrder(book.tokens, context).map(({ id }) => id),
    waits: [...(await environment.pace.waits(book, context))].map(([tokenId, wait]) => ({
      tokenId,
      ...wait,
    })),
    next: nextToCall(book, context),
    breakUntil: await breakOf(environment, book, context),
    left: (await environment.store.leftInConsultation(doctorId, book.serviceDay)) ?? null,
    pace: await environment.pace.outlook(book, context),
    maxRecalls: context.rules.maxRecalls,
  });
}

/** What anyone may know of every active doctor today. */
export async function summarizeDoctors(environment: Environment): Promise<DoctorSummary[]> {
  const context = await contextNow(environment);
  const doctors = (await environment.store.doctors()).filter(({ active }) => active);
  const summaries = doctors.map(async (doctor) => {
    const book = await environment.store.book(
      { doctorId: doctor.id, serviceDay: context.today },
      context.today,
    );
    const wait = book ? await environment.pace.waitOfNew(book, context) : null;
    const until = book ? await breakOf(environment, book, context) : null;
    if (!book) return undefined;
    const summary = summarize(doctor, book, wait, context);
    const nextDay = summary.state === 'closed' ? await nextDayWithRoom(environment, doctor, context) : null;
    return { ...summary, breakUntil: until, nextDay };
  });
  return (await Promise.all(summaries)).filter((summary) => summary !== undefined);
}

function summarize(
  doctor: Doctor,
  book: Book,
  wait: DoctorSummary['wait'],
  context: Context,
): Omit<DoctorSummary, 'breakUntil' | 'nextDay'> {
  const slots = viewSlots(book, context);
  const nextSlot = nextWalkInSlot(book, context);
  const waiting = waitingInOrder(book.tokens, context);
  const waitingHere = waiting.filter(
    ({ checkedInAt, source }) => checkedInAt !== null && source !== 'emergency',
  );
  return {
    doctor,
    serviceDay: book.serviceDay,
    revision: book.revision,
    state: stateOf(book, nextSlot, context),
    nextSlot: nextSlot ?? null,
    ahead: doctorQueue(book, context).length + waitingHere.length,
    waiting: waiting.length,
    wait,
    delayMinutes: Math.max(0, ...slots.filter(isAhead).map(({ delayMinutes }) => delayMinutes)),
  };
}

/** Until when the doctor is on a break; a day that is closed has none. */
async function breakOf({ store }: Environment, book: Book, { now }: Context): Promise<number | null> {
  return book.status === 'closed' ? null : breakUntil(store, book, now);
}

function stateOf(book: Book, next: SlotView | undefined, { now }: Context): DoctorSummary['state'] {
  if (!hasHoursLeft(book, now)) return 'closed';
  return next ? 'seats' : 'list';
}

/** Neither over nor closed. */
function isAhead(slot: SlotView): boolean {
  return slot.phase === 'upcoming' || slot.phase === 'running';
}

function inStage(book: Book, stage: Stage): BookView['called'] {
  const token = book.tokens.find((candidate) => candidate.status === 'active' && candidate.stage === stage);
  return token?.id ?? null;
}
