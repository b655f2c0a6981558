import type { CheckedInput } from '../../../shared/contract';
import type { Closure, Leave } from '../../../shared/model/absence';
import type { Book } from '../../../shared/model/book';
import type { SlotView } from '../../../shared/model/slot';
import type { ServiceDay } from '../../../shared/model/time';
import type { SessionView, WeekView } from '../../../shared/model/week-view';
import { ok, type Result } from '../../../shared/result';
import { awayOn, type DayFacts, overlaps, sessionsOf, viewSlots, waitingInOrder } from '../../engine';
import { type Call, contextOf } from '../call';
import { noDoctor } from '../run/plan';
import { calendar, daysAfter } from '../time/calendar';
import { checkReach } from '../time/reach';

const DAYS = 7;

type DayView = WeekView['days'][number];

/** A doctor's next days: sessions, leave, how full each is. Errors: NOT_FOUND, INVALID_INPUT (too far ahead). */
export async function viewWeek(
  call: Call,
  { doctorId, from = call.today }: CheckedInput<'doctors.week'>,
): Promise<Result<WeekView>> {
  const { environment, settings, today } = call;
  const { store } = environment;
  const reach = checkReach(from, today);
  if (!reach.ok) return reach;
  const to = daysAfter(from, DAYS - 1);
  const doctor = await store.doctor(doctorId);
  if (!doctor) return noDoctor(doctorId);
  const week = await store.schedule(doctorId);
  const oneOffs = await store.oneOffs(doctorId, from, to);
  const leaves = await store.leaves(doctorId, from, to);
  const closures = await store.closures(from, to);
  const days: DayView[] = [];
  for (let ahead = 0; ahead < DAYS; ahead += 1) {
    const serviceDay = daysAfter(from, ahead);
    const book = await store.book({ doctorId, serviceDay }, today);
    const absences = [...leaves, ...closures];
    const facts = { serviceDay, week, oneOffs, absences, clinic: settings.clinic };
    if (book) days.push(viewDay(call, book, facts, { leaves, closures }));
  }
  return ok({ doctor, days });
}

interface Away {
  readonly leaves: readonly Leave[];
  readonly closures: readonly Closure[];
}

function viewDay(call: Call, book: Book, facts: DayFacts, { leaves, closures }: Away): DayView {
  const { serviceDay } = book;
  const context = contextOf(call);
  const slots = viewSlots(book, context);
  const isThen = ({ from, to }: { from: ServiceDay; to: ServiceDay }) =>
    from <= serviceDay && serviceDay <= to;
  return {
    serviceDay,
    weekday: calendar.weekdayOf(serviceDay),
    status: book.status,
    leaves: leaves.filter(isThen),
    closures: closures.filter(isThen),
    sessions: sessionsIn(slots, facts),
    ...countsOf(slots),
    waiting: waitingInOrder(book.tokens, context).length,
  };
}

/** Each with its slots; those that belong to none were added by hand, or are of a week that is over. */
function sessionsIn(slots: readonly SlotView[], facts: DayFacts): SessionView[] {
  const planned = sessionsOf(facts, calendar);
  const away = awayOn(facts);
  const inside = new Set<SlotView>();
  const sessions = planned.map((session): SessionView => {
    const { startMinute, endMinute, oneOffId } = session;
    const own = slots.filter(
      (slot) => !inside.has(slot) && slot.startMinute >= startMinute && slot.endMinute <= endMinute,
    );
    for (const slot of own) inside.add(slot);
    const isAway =
      own.every(({ status }) => status === 'closed') && away.some((one) => overlaps(one, session));
    const kind = oneOffId === null ? 'weekly' : 'oneOff';
    return { startMinute, endMinute, kind, oneOffId, isAway, ...countsOf(own), slots: own };
  });
  const others = slots
    .filter((slot) => !inside.has(slot) && (slot.status === 'open' || slot.used + slot.extras > 0))
    .map((slot): SessionView => {
      const { startMinute, endMinute } = slot;
      const own = [slot];
      return {
        startMinute,
        endMinute,
        kind: 'byHand',
        oneOffId: null,
        isAway: false,
        ...countsOf(own),
        slots: own,
      };
    });
  return [...sessions, ...others].sort((a, b) => a.startMinute - b.startMinute);
}

function countsOf(slots: readonly SlotView[]): Pick<SessionView, 'seats' | 'used' | 'free'> {
  const open = slots.filter(({ status }) => status === 'open');
  const sum = (of: readonly SlotView[], count: (slot: SlotView) => number): number =>
    of.reduce((total, slot) => total + count(slot), 0);
  return {
    seats: sum(open, ({ capacity }) => capacity),
    used: sum(slots, ({ used }) => used),
    free: sum(open, ({ free }) => free),
  };
}
