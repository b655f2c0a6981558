import type { CheckedInput } from '../../../shared/contract';
import { type Advice, isEnough, MOST_PATIENTS, MOST_SLOTS, slotLengths } from '../../../shared/model/advice';
import { fail, ok, type Result } from '../../../shared/result';
import type { Call, Handlers } from '../call';
import { noDoctor } from '../run/plan';
import { measuredOf } from './measured';

/** How many to book in each slot. */
export const advisorQueries: Handlers<'advisor.suggest'> = { 'advisor.suggest': suggest };

async function suggest(call: Call, input: CheckedInput<'advisor.suggest'>): Promise<Result<Advice>> {
  const { doctorId, sessionMinutes, slotMinutes, seats } = input;
  const { adviceRoom, store } = call.environment;
  const patients = input.patients ?? seats.reduce((sum, count) => sum + count, 0);
  const wished = { slotMinutes: input.newSlotMinutes ?? slotMinutes, patients };
  if (!(await store.doctors()).some(({ id }) => id === doctorId)) return noDoctor(doctorId);
  const isCut = slotLengths(sessionMinutes, slotMinutes).length === seats.length;
  if (!isCut) return fail('INVALID_INPUT', 'Each slot needs its number of seats.', { field: 'seats' });
  if (patients < 1 || patients > MOST_PATIENTS)
    return fail('INVALID_INPUT', `From 1 to ${MOST_PATIENTS} patients can be calculated with.`, {
      field: 'patients',
    });
  if (slotLengths(sessionMinutes, wished.slotMinutes).length > MOST_SLOTS)
    return fail('INVALID_INPUT', `Up to ${MOST_SLOTS} slots can be calculated with.`, {
      field: 'newSlotMinutes',
    });
  const read = await measuredOf(call, doctorId);
  if (!read.ok) return read;
  const measured = read.value;
  const { meanMinutes, variation, due, missed } = measured;
  if (!isEnough(measured) || meanMinutes === null || variation === null)
    return ok({ measured, figures: null });
  if (adviceRoom === undefined) return fail('UNAVAILABLE', 'Nothing can be calculated here.');
  const figures = await adviceRoom.find({
    sessionMinutes,
    now: { slotMinutes, booked: seats },
    wished,
    meanMinutes,
    variation,
    noShow: missed / due,
  });
  return ok({ measured, figures });
}
