import type { CheckedInput } from '../../../shared/contract';
import type { Book } from '../../../shared/model/book';
import type { Stretch } from '../../../shared/model/calendar';
import { type SlotId, slotIdSchema } from '../../../shared/model/ids';
import type { SlotView } from '../../../shared/model/slot';
import type { ServiceDay } from '../../../shared/model/time';
import { fail, ok, type Result } from '../../../shared/result';
import {
  addSlot,
  type Context,
  changeSlot,
  closeSlot,
  type Decision,
  reopenSlot,
  viewSlots,
} from '../../engine';
import { refuseNotShown } from '../access/shown';
import { type Call, contextOf } from '../call';
import { bookOf, nobody, noDoctor, type Plan } from '../run/plan';
import { calendar } from '../time/calendar';
import { checkReach } from '../time/reach';

/** The slots of a doctor's day, in order. Errors: NOT_FOUND, INVALID_INPUT (too far ahead). */
export async function listSlots(call: Call, input: CheckedInput<'slots.list'>): Promise<Result<SlotView[]>> {
  const { environment, today } = call;
  const reach = checkReach(input.serviceDay, today);
  if (!reach.ok) return reach;
  const elsewhere = refuseNotShown(call.caller, call.settings, input.doctorId);
  if (elsewhere) return elsewhere;
  const book = await environment.store.book(bookOf(call, input), today);
  return book ? ok([...viewSlots(book, contextOf(call))]) : noDoctor(input.doctorId);
}

/** R15: one more slot. Errors: NOT_FOUND, INVALID_INPUT (R2), CONFLICT (overlaps another, over already, day closed). */
export async function addSlotTo(
  call: Call,
  input: CheckedInput<'slots.add'>,
): Promise<Result<Plan<SlotView>>> {
  const { environment, settings, today } = call;
  const { doctorId, serviceDay = today, startMinute, endMinute, capacity } = input;
  const reach = checkReach(serviceDay, today);
  if (!reach.ok) return reach;
  const { timeZone } = settings.clinic;
  const real = checkOnClock(serviceDay, { startMinute, endMinute }, timeZone);
  if (!real.ok) return real;
  const slot = {
    id: slotIdSchema.parse(environment.newId()),
    startMinute,
    endMinute,
    capacity,
    startsAt: calendar.instantOf(serviceDay, startMinute, timeZone),
    endsAt: calendar.instantOf(serviceDay, endMinute, timeZone),
  };
  return ok({
    books: [{ doctorId, serviceDay }],
    decide: ([book], { contextOn }) => {
      if (!book) return noDoctor(doctorId);
      const context = contextOn(serviceDay);
      const added = addSlot(book, slot, context);
      return added.ok ? answered([added.value], added.value.book, slot.id, context) : added;
    },
  });
}

/** R2: a slot is not printed with times that the clock skips on its day. */
function checkOnClock(serviceDay: ServiceDay, stretch: Stretch, timeZone: string): Result<null> {
  // The engine speaks of one that does not end after it starts.
  if (stretch.endMinute <= stretch.startMinute) return ok(null);
  const real = calendar.realPart(serviceDay, stretch, timeZone);
  const { startMinute, endMinute } = stretch;
  if (real?.startMinute === startMinute && real.endMinute === endMinute) return ok(null);
  return fail('INVALID_INPUT', 'The clocks are put forward on that day: this time does not exist.', {
    rule: 'R2',
    serviceDay,
    startMinute,
    endMinute,
  });
}

/**
 * R15: seats and status of a slot, both or neither. What it is already changes nothing.
 * Errors: NOT_FOUND, INVALID_INPUT, CONFLICT (the slot is over, the day closed).
 */
export async function updateSlot(
  { environment: { store }, today }: Call,
  { slotId, capacity, status }: CheckedInput<'slots.update'>,
): Promise<Result<Plan<SlotView>>> {
  const key = await store.bookOfSlot(slotId, today);
  if (!key) return noSlot(slotId);
  return ok({
    books: [key],
    decide: ([book], { contextOn }) => {
      if (!book) return noSlot(slotId);
      const context = contextOn(key.serviceDay);
      const decisions: Decision[] = [];
      const resized = changeSlot(book, { slotId, capacity }, context);
      if (!resized.ok) return resized;
      decisions.push(resized.value);
      let after = resized.value.book;
      if (status !== undefined && after.slots.find(({ id }) => id === slotId)?.status !== status) {
        const turned = (status === 'closed' ? closeSlot : reopenSlot)(after, { slotId }, context);
        if (!turned.ok) return turned;
        decisions.push(turned.value);
        after = turned.value.book;
      }
      return answered(decisions, after, slotId, context);
    },
  });
}

/** With the slot as it is then. */
function answered(
  decisions: readonly Decision[],
  after: Book,
  slotId: SlotId,
  context: Context,
): ReturnType<Plan<SlotView>['decide']> {
  const slot = viewSlots(after, context).find(({ id }) => id === slotId);
  return slot ? ok({ decisions, about: nobody, answer: slot }) : noSlot(slotId);
}

function noSlot(slotId: SlotId): Result<never> {
  return fail('NOT_FOUND', 'There is no such slot.', { slotId });
}
