import type { LiveDoctor } from '../../../shared/model/live';
import {
  type Context,
  elsewhereStamp,
  idleSince,
  minuteHoldsUntil,
  orderHoldsUntil,
  phasesHoldUntil,
  waitingHere,
  waitsAgainstTarget,
} from '../../engine';
import { type Call, contextOfDay } from '../call';
import { doctorsAtWork } from '../doctors/retired';
import { besideBook, type Lasting } from '../run/kept';
import { type Day, daysOf } from '../waiting-room/days';
import { timesOf } from '../waiting-room/times';

interface LiveDay extends Day {
  readonly context: Context;
}

/** Who waits for a doctor, against the targets, and whether the doctor is free meanwhile. */
export type Waits = Omit<LiveDoctor, 'doctor' | 'printedEnd' | 'expectedEnd'>;

const keptWaits = besideBook<Waits>();

/** Worked out once a change, and once a minute while somebody looks or an alarm may begin. */
export function waitsOf({ book, context }: LiveDay): Promise<Lasting<Waits>> {
  return keptWaits(book, context.now, [context.rules, elsewhereStamp(book, context)], () => {
    const waits = waitsAgainstTarget(book, context);
    const [longest] = waits;
    const waiting = waitingHere(book, context).length;
    const value: Waits = {
      ...timesOf(book, context, waiting > 0),
      waiting,
      overTarget: waits.filter(({ overMs }) => overMs > 0).length,
      longest: longest
        ? { number: longest.token.number, since: longest.since, targetMinutes: longest.targetMinutes }
        : null,
      idleSince: idleSince(book, context),
    };
    const ends = [minuteHoldsUntil(context), phasesHoldUntil(book, context), orderHoldsUntil(book, context)];
    return { value, until: Math.min(...ends) };
  });
}

/** When the day is printed to end, and is expected to: shared with every other answer that tells of waits. */
export function endsOf(
  { environment: { pace } }: Call,
  { book, context }: LiveDay,
): Pick<LiveDoctor, 'printedEnd' | 'expectedEnd'> {
  const ends = book.slots.flatMap(({ status, endsAt }) => (status === 'open' ? [endsAt] : []));
  return {
    printedEnd: ends.length === 0 ? null : Math.max(...ends),
    expectedEnd: pace.outlook(book, context).doneBy,
  };
}

/** Whoever has slots today, or patients left, in the order of their letters. */
export async function daysNow(call: Call): Promise<LiveDay[]> {
  const context = await contextOfDay(call);
  const days = await daysOf(call, await doctorsAtWork(call.environment.store, call.today));
  return days.map((day) => ({ ...day, context }));
}
