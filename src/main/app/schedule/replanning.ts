import type { Closure, Leave, OneOff } from '../../../shared/model/absence';
import { type Book, type BookKey, isSameBook } from '../../../shared/model/book';
import type { ScheduleLine } from '../../../shared/model/doctor-schedule';
import { type DoctorId, slotIdSchema } from '../../../shared/model/ids';
import type { ServiceDay } from '../../../shared/model/time';
import { refused } from '../../../shared/refusals';
import { ok, type Result } from '../../../shared/result';
import { type DayFacts, type Decision, type PlannedDay, planDay, replan, slotAt } from '../../engine';
import type { PlanChange, Reading } from '../../store/store';
import type { Call } from '../call';
import { type Deciding, nobody, type Plan } from '../run/plan';
import { calendar } from '../time/calendar';

/** All that a doctor's day is planned by, as it is kept. */
export interface Planned {
  readonly week: readonly ScheduleLine[];
  readonly oneOffs: readonly OneOff[];
  readonly leaves: readonly Leave[];
  readonly closures: readonly Closure[];
}

/** Which days another plan is for. */
export interface Reach {
  /** Missing: of every doctor. */
  readonly doctorId?: DoctorId | undefined;
  readonly from: ServiceDay;
  /** Missing: from then on. */
  readonly to?: ServiceDay | undefined;
}

/** What differs between two commands that plan days. */
interface Change<A> {
  readonly reach: Reach;
  /** Errors: why not, by what is kept when its turn comes; undefined: it may be done. */
  refuse(reading: Reading): Result<never> | undefined;
  planned(before: Planned): Planned;
  /** What is kept of it. */
  readonly plan: PlanChange;
  readonly answer: A;
}

/** R34: plans days anew, in the transaction that changes what they are planned by. Errors: as {@link replanBooks}, and its own. */
export async function planAnew<A>(
  call: Call,
  { reach, refuse, planned, plan, answer }: Change<A>,
): Promise<Result<Plan<A>>> {
  return ok({
    books: await booksReached(call, reach),
    everyDoctor: true,
    decide: (books, at) => {
      const refused = refuse(at.reading);
      if (refused) return refused;
      const replanned = replanBooks(call, books, at, { reach, planned });
      if (!replanned.ok) return replanned;
      return ok({ decisions: replanned.value, about: nobody, also: { plan }, answer });
    },
  });
}

/** R34: the days, from today on, that have a book already. All others follow from the plan by themselves. */
export async function booksReached(
  { environment: { store }, today }: Call,
  reach: Reach,
): Promise<readonly BookKey[]> {
  return within(await store.booksFrom(firstOf(reach, today)), reach);
}

/**
 * R34: all of these books by another plan, in the transaction that changes it. A closed one stays as it is. Errors:
 * CONFLICT: meanwhile somebody was booked on one more day.
 */
export function replanBooks(
  { environment: { newId }, today }: Call,
  books: readonly Book[],
  { reading, contextOn }: Deciding,
  { reach, planned }: { readonly reach: Reach; planned(before: Planned, key: BookKey): Planned },
): Result<readonly Decision[]> {
  const reached = within(reading.booksFrom(firstOf(reach, today)), reach);
  if (reached.some((key) => !books.some((book) => isSameBook(book, key)))) return refuseMeanwhile();
  const decisions: Decision[] = [];
  for (const book of books) {
    if (book.status === 'closed' || !reached.some((key) => isSameBook(book, key))) continue;
    const before = plannedFor(reading, book);
    const after = planned(before, book);
    const facts = factsOf(reading, book, after);
    const plan = planDay(facts, calendar);
    const slots = plan.slots.map((slot) => {
      const id = slotIdSchema.parse(newId());
      return { ...slot, ...slotAt(slot, id, facts, calendar) };
    });
    const request = {
      before: planDay(factsOf(reading, book, before), calendar),
      after: { ...plan, slots },
      past: reading.slotEvents(book),
    };
    const decision = replan(book, request, contextOn(book.serviceDay));
    if (!decision.ok) return decision;
    decisions.push(decision.value);
  }
  return ok(decisions);
}

/** What a day is planned by now. */
function plannedFor(reading: Reading, { doctorId, serviceDay }: BookKey): Planned {
  return {
    week: reading.schedule(doctorId),
    oneOffs: reading.oneOffs(doctorId, serviceDay, serviceDay),
    leaves: reading.leaves(doctorId, serviceDay, serviceDay),
    closures: reading.closures(serviceDay, serviceDay),
  };
}

function factsOf(
  { settings: { clinic } }: Pick<Reading, 'settings'>,
  { serviceDay }: BookKey,
  { week, oneOffs, leaves, closures }: Planned,
): DayFacts {
  return { serviceDay, week, oneOffs, absences: [...leaves, ...closures], clinic };
}

/** How a day is planned now, and would be. */
export function planOf(reading: Reading, key: BookKey): PlannedDay {
  return planDay(factsOf(reading, key, plannedFor(reading, key)), calendar);
}

const firstOf = ({ from }: Reach, today: ServiceDay): ServiceDay => (from < today ? today : from);

function within(keys: readonly BookKey[], { doctorId, to }: Reach): readonly BookKey[] {
  return keys.filter(
    (key) =>
      (doctorId === undefined || key.doctorId === doctorId) && (to === undefined || key.serviceDay <= to),
  );
}

function refuseMeanwhile(): Result<never> {
  return refused('CONFLICT', 'booked_meanwhile', { rule: 'R34' });
}
