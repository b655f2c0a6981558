import { createHash } from 'node:crypto';
import type { CheckedInput } from '../../../shared/contract';
import type { Stretch } from '../../../shared/model/calendar';
import type { DoctorId, SlotId } from '../../../shared/model/ids';
import { slotIdSchema } from '../../../shared/model/ids';
import type { SlotView } from '../../../shared/model/slot';
import type { ServiceDay } from '../../../shared/model/time';
import { fail, ok, type Result } from '../../../shared/result';
import { addSlot, changeSlot, closeSlot, type Decision, reopenSlot, viewSlots } from '../../engine';
import { contextNow, type Environment } from '../environment';
import { type CommandAnswer, changeOf, finish, runCommand, stampOf } from '../run/command';
import { readBack } from '../run/failures';
import { calendar } from './calendar';
import { checkReach } from './reach';

/** The slots of a doctor's day, in order. Errors: NOT_FOUND, INVALID_INPUT (too far ahead). */
export async function listSlots(
  environment: Environment,
  doctorId: DoctorId,
  serviceDay?: ServiceDay,
): Promise<Result<SlotView[]>> {
  const context = await contextNow(environment);
  const reach = checkReach(serviceDay, context.today);
  if (!reach.ok) return reach;
  const key = { doctorId, serviceDay: serviceDay ?? context.today };
  const book = await environment.store.book(key, context.today);
  if (!book) return fail('NOT_FOUND', 'There is no such doctor.', { doctorId });
  return ok([...viewSlots(book, context)]);
}

/** R15: one more slot. Errors: NOT_FOUND, INVALID_INPUT (R2), CONFLICT (overlaps another, over already, day closed). */
export async function addSlotTo(
  environment: Environment,
  { doctorId, serviceDay, requestId, startMinute, endMinute, capacity }: CheckedInput<'slots.add'>,
): Promise<Result<SlotView>> {
  const { today } = await contextNow(environment);
  const reach = checkReach(serviceDay, today);
  if (!reach.ok) return reach;
  const key = { doctorId, serviceDay: serviceDay ?? today };
  const { timeZone } = (await environment.store.settings()).clinic;
  const real = checkOnClock(key.serviceDay, { startMinute, endMinute }, timeZone);
  if (!real.ok) return real;
  const instant = (minute: number): number => calendar.instantOf(key.serviceDay, minute, timeZone);
  const wish = { startMinute, endMinute, capacity };
  const id = slotIdOf(environment, requestId);
  const added = await runCommand(environment, {
    key,
    command: addSlot,
    request: {
      ...wish,
      id,
      startsAt: instant(startMinute),
      endsAt: instant(endMinute),
    },
    requestStamp: stampOf('slots.add', { doctorId, serviceDay, ...wish }, requestId),
  });
  if (!added.ok) return added;
  // A request that is repeated after midnight is about the day it was made for.
  return readBack(environment, 'The slot was added', async () => {
    const made = (await environment.store.bookOfSlot(id, today)) ?? key;
    return oneSlot(environment, made, (slot) => slot.startMinute === startMinute);
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

/** The same request makes the same slot, so that a repeated one finds it again, on whatever day. */
function slotIdOf({ newId }: Environment, requestId: string | undefined): SlotId {
  if (requestId === undefined) return slotIdSchema.parse(newId());
  const hash = createHash('sha256').update(`slots.add ${requestId}`).digest('hex');
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `4${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`];
  return slotIdSchema.parse([...parts, hash.slice(20, 32)].join('-'));
}

/**
 * R15: seats and status of a slot, both or neither. What it is already changes nothing.
 * Errors: NOT_FOUND, INVALID_INPUT, CONFLICT (the slot is over, the day closed).
 */
export async function updateSlot(
  environment: Environment,
  { slotId, capacity, status, requestId }: CheckedInput<'slots.update'>,
): Promise<Result<SlotView>> {
  const { store } = environment;
  const context = await contextNow(environment);
  const key = await store.bookOfSlot(slotId, context.today);
  if (!key) return fail('NOT_FOUND', 'There is no such slot.', { slotId });
  const settings = await store.settings();
  const request = stampOf('slots.update', { slotId, capacity, status }, requestId);
  const commit = await store.transact<CommandAnswer>(
    { books: [key], today: context.today, now: context.now, request },
    ([book], history) => {
      if (!book) return fail('NOT_FOUND', 'There is no such slot.', { slotId });
      const decisions: Decision[] = [];
      const resized = changeSlot(book, { slotId, capacity }, context);
      if (!resized.ok) return resized;
      decisions.push(resized.value);
      const now = resized.value.book.slots.find(({ id }) => id === slotId);
      if (status !== undefined && now?.status !== status) {
        const turn = status === 'closed' ? closeSlot : reopenSlot;
        const turned = turn(resized.value.book, { slotId }, context);
        if (!turned.ok) return turned;
        decisions.push(turned.value);
      }
      const about = { ...resized.value, token: null, warnings: [] };
      const printing = { settings, history, now: context.now, slip: undefined };
      return ok(changeOf(environment, decisions, about, printing));
    },
  );
  const done = await finish(environment, commit, context);
  if (!done.ok) return done;
  return readBack(environment, 'The slot was changed', () =>
    oneSlot(environment, key, ({ id }) => id === slotId),
  );
}

async function oneSlot(
  environment: Environment,
  { doctorId, serviceDay }: { doctorId: DoctorId; serviceDay: ServiceDay },
  isIt: (slot: SlotView & { id: SlotId }) => boolean,
): Promise<Result<SlotView>> {
  const slots = await listSlots(environment, doctorId, serviceDay);
  if (!slots.ok) return slots;
  const slot = slots.value.find(isIt);
  return slot ? ok(slot) : fail('NOT_FOUND', 'There is no such slot.');
}
