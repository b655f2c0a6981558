import type { CheckedInput } from '../../../shared/contract';
import type { Book } from '../../../shared/model/book';
import type { BookView } from '../../../shared/model/book-view';
import type { Doctor } from '../../../shared/model/doctor';
import type { DoctorSummary } from '../../../shared/model/doctor-summary';
import type { BookEvent } from '../../../shared/model/event';
import type { TokenId } from '../../../shared/model/ids';
import type { SlotView } from '../../../shared/model/slot';
import { isListed, isOpen, type Stage, type Token } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import {
  busyElsewhere,
  type Context,
  callNext,
  doctorQueue,
  heldBack,
  minuteHoldsUntil,
  nextWalkInSlot,
  onBreakUntil,
  orderHoldsUntil,
  overdue,
  phasesHoldUntil,
  recallFrom,
  reopenDay,
  viewSlots,
  waitingHere,
  waitingInOrder,
} from '../../engine';
import { chosenFor } from '../access/shown';
import { type Call, contextOf, contextOfDay } from '../call';
import { doctorsAtWork } from '../doctors/retired';
import { besideBook, type Lasting, whileNothingIsWritten } from '../run/kept';
import { nextDayWithRoom } from '../run/otherwise';
import { checkReach } from '../time/reach';
import { hasHoursLeft } from '../waits/hours';
import { isToBeClosed } from './closing';

/** One doctor's day for staff. Errors: NOT_FOUND. */
export async function viewBook(
  call: Call,
  { doctorId, serviceDay }: CheckedInput<'books.view'>,
): Promise<Result<BookView>> {
  const { store, pace } = call.environment;
  const context = await contextOfDay(call, serviceDay);
  const reach = checkReach(serviceDay, context.today);
  if (!reach.ok) return reach;
  const doctor = await store.doctor(doctorId);
  const key = { doctorId, serviceDay: serviceDay ?? context.today };
  const book = await store.book(key, context.today);
  if (!doctor || !book) return fail('NOT_FOUND', 'There is no such doctor.', { doctorId });
  return ok({
    doctor,
    serviceDay: book.serviceDay,
    status: book.status,
    revision: book.revision,
    calls: book.calls,
    reopenedAt: book.reopenedAt,
    tokens: book.tokens,
    now: context.now,
    slots: viewSlots(book, context),
    called: inStage(book, 'called'),
    inConsultation: inStage(book, 'in_consultation'),
    queue: doctorQueue(book, context),
    heldBack: heldBack(book, context).map(({ token, place }) => ({ tokenId: token.id, place })),
    elsewhere: elsewhereOf(book, context),
    overdue: overdue(book, context),
    ...(await reopening(call, book, context)),
    recallFrom: recallFrom(book, context),
    waiting: waitingInOrder(book.tokens, context).map(({ id }) => id),
    waits: [...pace.waits(book, context)].map(([tokenId, wait]) => ({
      tokenId,
      ...wait,
    })),
    next: nextToCall(book, context),
    breakUntil: onBreakUntil(book, context.now),
    left: (await store.leftInConsultation(doctorId, book.serviceDay)) ?? null,
    pace: pace.outlook(book, context),
    maxRecalls: context.rules.maxRecalls,
    heldBackCalls: context.rules.heldBackCalls,
  });
}

/** R10: a doctor's waiting list, best first, as in the whole view. Errors: as of that. */
export async function viewWaiting(
  call: Call,
  { doctorId, serviceDay = call.today }: CheckedInput<'books.waiting'>,
): Promise<Result<Token[]>> {
  const { now, today, environment } = call;
  const reach = checkReach(serviceDay, today);
  if (!reach.ok) return reach;
  const book = await environment.store.book({ doctorId, serviceDay }, today);
  if (!book) return fail('NOT_FOUND', 'There is no such doctor.', { doctorId });
  const context = contextOf(call);
  const list = await keptList(book, now, [context.rules], () => ({
    value: waitingInOrder(book.tokens, context),
    until: orderHoldsUntil(book, context),
  }));
  return ok(list.value);
}

const keptList = besideBook<Token[]>();

/**
 * What anyone may know of every doctor's day: of those who work here, and of those who do not any more but still have
 * patients, whom a kiosk is not told of. To a kiosk of some doctors only of those.
 */
export async function summarizeDoctors(call: Call): Promise<DoctorSummary[]> {
  const chosen = chosenFor(call.caller, call.settings);
  const name = chosen === null ? 'all' : [...chosen].join(' ');
  return keptSummaries(call, name, () => makeSummaries(call, chosen));
}

const keptSummaries = whileNothingIsWritten<DoctorSummary[]>();
const keptSummary = besideBook<Summary>();

async function makeSummaries(
  call: Call,
  chosen: ReturnType<typeof chosenFor>,
): Promise<Lasting<DoctorSummary[]>> {
  const { store } = call.environment;
  const context = contextOf(call);
  const summaries: DoctorSummary[] = [];
  let until = Infinity;
  const doctors = (await doctorsAtWork(store, context.today)).filter(({ id }) => chosen?.has(id) !== false);
  const keys = doctors.map(({ id }) => ({ doctorId: id, serviceDay: context.today }));
  const books = await store.books(keys, context.today);
  for (const [index, doctor] of doctors.entries()) {
    const book = books[index];
    if (!book) continue;
    const kept = await summaryOf(call, doctor, book, context);
    const summary = kept.value;
    until = Math.min(until, kept.until);
    if (!doctor.active) {
      summaries.push({ ...summary, state: 'closed', nextSlot: null, wait: null, nextDay: null });
      continue;
    }
    const nextDay = summary.state === 'closed' ? await nextDayWithRoom(call, doctor.id) : null;
    summaries.push({ ...summary, nextDay });
  }
  return { value: summaries, until };
}

/** All that follows from the doctor's day alone. */
type Summary = Omit<DoctorSummary, 'nextDay'>;

/** A doctor's day, until a slot or the minute is over, or the book is another. */
function summaryOf(
  { environment: { pace } }: Call,
  doctor: Doctor,
  book: Book,
  context: Context,
): Promise<Lasting<Summary>> {
  return keptSummary(book, context.now, [doctor, context.rules], () => ({
    value: summarize(doctor, book, pace.waitOfNew(book, context), context),
    until: Math.min(minuteHoldsUntil(context), phasesHoldUntil(book, context)),
  }));
}

function summarize(doctor: Doctor, book: Book, wait: DoctorSummary['wait'], context: Context): Summary {
  const slots = viewSlots(book, context);
  const nextSlot = nextWalkInSlot(book, context);
  return {
    doctor,
    serviceDay: book.serviceDay,
    revision: book.revision,
    state: stateOf(book, nextSlot, context),
    nextSlot: nextSlot ?? null,
    ahead: waitingHere(book, context).length,
    waiting: book.tokens.filter(isListed).length,
    wait,
    breakUntil: onBreakUntil(book, context.now),
    delayMinutes: Math.max(0, ...slots.filter(isAhead).map(({ delayMinutes }) => delayMinutes)),
  };
}

/** R27: of the open tokens of this book, whose patient is at another doctor's door. */
function elsewhereOf(book: Book, context: Context): BookView['elsewhere'] {
  return book.tokens.filter(isOpen).flatMap((token) => {
    const where = busyElsewhere(context, token);
    if (!where || where.stage === null) return [];
    const { doctorId, doctorName, room, number, stage } = where;
    return [{ tokenId: token.id, doctorId, doctorName, room, number, stage }];
  });
}

/** R28, and what only a wrong clock explains (R35). */
async function reopening(
  { environment: { store }, settings }: Call,
  book: Book,
  context: Context,
): Promise<Pick<BookView, 'canReopen' | 'closedTooSoon'>> {
  if (book.status === 'open') return { canReopen: false, closedTooSoon: null };
  const events = await store.lastClosing(book);
  const canReopen = reopenDay(book, { events }, context).ok;
  const isTooSoon =
    book.serviceDay === context.today &&
    events.some(({ type, by }) => type === 'bookClosed' && by?.screen === 'clock') &&
    !isToBeClosed(book, settings.clinic, context);
  if (!canReopen || !isTooSoon) return { canReopen, closedTooSoon: null };
  const count = (wanted: BookEvent['type']): number => events.filter(({ type }) => type === wanted).length;
  return { canReopen, closedTooSoon: { noShows: count('tokenNoShow'), notSeen: count('tokenCancelled') } };
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

/** Whom `callNext` would call now; null: nobody is here, or somebody called has not come in yet. */
function nextToCall(book: Book, context: Context): TokenId | null {
  const decision = callNext(book, {}, context);
  return decision.ok ? (decision.value.token?.id ?? null) : null;
}
