import type { CheckedInput } from '../../../shared/contract';
import type { Book, BookKey } from '../../../shared/model/book';
import type { ClosePreview } from '../../../shared/model/day';
import type { Doctor } from '../../../shared/model/doctor';
import { type BookEvent, isTokenEvent } from '../../../shared/model/event';
import type { LeftOver, Reopened } from '../../../shared/model/left-over';
import { isErased } from '../../../shared/model/patient';
import type { Settings } from '../../../shared/model/settings';
import { type Instant, MINUTE, type ServiceDay } from '../../../shared/model/time';
import { isOpen, type Token } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import { type Context, closeDay, type Decision, reopenDay } from '../../engine';
import { theClock } from '../access/caller';
import { beginCall, type Call, contextOf } from '../call';
import { doctorsAtWork } from '../doctors/retired';
import { breathe } from '../run/breathe';
import { bookOf, nobody, noDoctor, onBook, type Plan } from '../run/plan';
import { runPlan } from '../run/run';
import { calendar } from '../time/calendar';
import { checkReach } from '../time/reach';

/**
 * R16: what closing would do, doctor by doctor. Errors: NOT_FOUND; CONFLICT for a day that has not begun; INVALID_INPUT.
 */
export async function previewClosing(
  call: Call,
  { doctorId, serviceDay }: CheckedInput<'books.closePreview'>,
): Promise<Result<ClosePreview[]>> {
  const context = contextOf(call);
  const reach = checkReach(serviceDay, context.today);
  if (!reach.ok) return reach;
  const { store } = call.environment;
  const named = doctorId && (await store.doctor(doctorId));
  const wanted =
    doctorId === undefined ? await doctorsAtWork(store, serviceDay ?? context.today) : named ? [named] : [];
  if (doctorId !== undefined && wanted.length === 0) return fail('NOT_FOUND', 'There is no such doctor.');
  const previews: ClosePreview[] = [];
  for (const doctor of wanted) {
    const key = { doctorId: doctor.id, serviceDay: serviceDay ?? context.today };
    const book = await store.book(key, context.today);
    if (!book) continue;
    const preview = previewOf(doctor, book, context);
    if (!preview.ok) return preview;
    previews.push(preview.value);
  }
  return ok(previews);
}

function previewOf(doctor: Doctor, book: Book, context: Context): Result<ClosePreview> {
  const decision = closeDay(book, {}, context);
  if (!decision.ok) return decision;
  const changed = decision.value.events.filter(isTokenEvent);
  const inside = book.tokens.find((token) => token.status === 'active' && token.stage === 'in_consultation');
  return ok({
    doctor,
    serviceDay: book.serviceDay,
    status: book.status,
    revision: book.revision,
    served: book.tokens.filter(({ status }) => status === 'served').length,
    noShows: changed.filter(({ type }) => type === 'tokenNoShow').map(({ after }) => personOf(after)),
    notSeen: changed.filter(({ type }) => type === 'tokenCancelled').map(({ after }) => personOf(after)),
    inConsultation: inside ? personOf(inside) : null,
  });
}

function personOf({
  id: tokenId,
  number,
  patientName,
  patientContact,
}: Token): ClosePreview['noShows'][number] {
  return { tokenId, number, patientName, patientContact };
}

/** R16. Errors: NOT_FOUND; CONFLICT for a day not begun, or if the book is no longer as it was reviewed. */
export const closeBook = onBook<CheckedInput<'books.close'>>(
  (book, { revision, unseen, unseenEach }, context) =>
    revision === undefined || revision === book.revision || book.status === 'closed'
      ? closeDay(book, { unseen, unseenEach }, context)
      : fail('CONFLICT', 'Something has changed since you looked. Please look again.', {
          rule: 'R16',
          revision: book.revision,
        }),
);

/**
 * R28. Answers whom it leaves over. Errors: NOT_FOUND; CONFLICT: open, longer ago than yesterday, or somebody was changed since.
 */
export async function reopenBook(
  call: Call,
  input: CheckedInput<'books.reopen'>,
): Promise<Result<Plan<Reopened>>> {
  return ok({
    books: [bookOf(call, input)],
    decide: ([book], { contextOn, reading }) => {
      if (!book) return noDoctor(input.doctorId);
      const events = reading.lastClosing(book);
      const decision = reopenDay(book, { events }, contextOn(book.serviceDay));
      if (!decision.ok) return decision;
      const leftOver = leftOverBy(decision.value, events);
      return ok({ decisions: [decision.value], about: nobody, leftOver, answer: { leftOver } });
    },
  });
}

/** R28: whom the closing ended, and who is not back. */
function leftOverBy({ book }: Decision, closing: readonly BookEvent[]): LeftOver[] {
  const ended = new Set(closing.filter(isTokenEvent).map(({ after }) => after.id));
  return book.tokens
    .filter((token) => ended.has(token.id) && !isOpen(token))
    .map((token) => ({ ...personOf(token), because: isErased(token) ? 'erased' : 'second_token' }));
}

/** R28: opened again since the clock's last reason to close it, which therefore closes it no more. */
function wasReopened({ reopenedAt }: Book, since: Instant): boolean {
  return reopenedAt !== null && reopenedAt >= since;
}

/** R16: the clock closes this open book now: its day is over, or the clinic's hour for that has come. */
export function isToBeClosed(
  book: Book,
  clinic: Settings['clinic'],
  { today, now }: Pick<Context, 'today' | 'now'>,
): boolean {
  if (book.serviceDay > today) return false;
  if (book.serviceDay < today) return !wasReopened(book, turnOfDay(today, clinic));
  const at = closesAt(clinic, today);
  return at !== null && now >= at && !wasReopened(book, at);
}

function turnOfDay(today: ServiceDay, { timeZone, dayStartsAtMinute }: Settings['clinic']): Instant {
  return calendar.instantOf(today, dayStartsAtMinute, timeZone);
}

/** R16: closes every book of a day before today that nobody closed; what those days taught is learned. */
export async function closePastBooks(call: Call): Promise<void> {
  const { environment, today, settings } = call;
  const { store, pace } = environment;
  for (const key of await store.unclosedBooks(today)) {
    const open = await store.book(key, today);
    if (open && !isToBeClosed(open, settings.clinic, call)) continue;
    await closeByTheClock(call, key);
    const book = await store.book(key, today);
    if (book?.status === 'closed' && book.tokens.length > 0) await pace.hearDay(book);
  }
}

/**
 * R16: closes today's books once the clinic's hour for that has come. A PC that was off or asleep then gives everybody the time
 * that R13 gives: whoever waits can be seen, or told.
 */
export async function closeIfDue(call: Call): Promise<void> {
  const { environment, now, today, settings } = call;
  const { store } = environment;
  const at = closesAt(settings.clinic, today);
  if (at === null || now < at) return;
  const back = environment.watch.back();
  if (back > at && now < back + settings.rules.noShowTimeoutMinutes * MINUTE) return;
  for (const doctor of await store.doctors()) {
    await breathe();
    const book = await store.book({ doctorId: doctor.id, serviceDay: today }, today);
    if (!book || book.status === 'closed' || !isToBeClosed(book, settings.clinic, call)) continue;
    await closeByTheClock(call, book);
  }
}

/** As the settings and the book are in its transaction: staff may have changed either a moment ago. */
const closeIfStillDue = onBook<BookKey>((book, _key, context, { settings }) =>
  isToBeClosed(book, settings.clinic, context)
    ? closeDay(book, { unseen: 'closed_by_clock' }, context)
    : fail('CONFLICT', 'This day is not to be closed any more.', { rule: 'R16' }),
);

async function closeByTheClock({ environment }: Call, { doctorId, serviceDay }: BookKey): Promise<void> {
  // Each at its own moment.
  const call = await beginCall(environment, theClock, { act: { kind: 'clock.close', input: {} } });
  const plan = await closeIfStillDue(call, { doctorId, serviceDay });
  const closed = plan.ok ? await runPlan(call, plan.value) : plan;
  if (!closed.ok) environment.log.warn('a day could not be closed', closed.error);
}

/** When a day closes by itself; null: staff close it. An hour before the turn of the day belongs to the day's end. */
export function closesAt(
  { closeDayAtMinute, dayStartsAtMinute, timeZone }: Settings['clinic'],
  day: ServiceDay,
): Instant | null {
  if (closeDayAtMinute === null) return null;
  const nextDay = closeDayAtMinute < dayStartsAtMinute ? 24 * 60 : 0;
  return calendar.instantOf(day, closeDayAtMinute + nextDay, timeZone);
}
