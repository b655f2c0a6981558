import type { Book } from '../../../shared/model/book';
import type { SlotId, TokenId } from '../../../shared/model/ids';
import type { Slot } from '../../../shared/model/slot';
import { type Instant, MINUTE } from '../../../shared/model/time';
import { type ActiveToken, isListed, type ListedToken, type Token } from '../../../shared/model/token';
import { rankTime } from '../arrival';
import type { Context } from '../context';
import { busyElsewhere } from '../elsewhere';
import { callsToGo, hasTarget, rankedFrom, rankOfHeld, rankOfNumber, targetMinutesOf } from '../queue';
import { endOf, startOf } from '../timing';
import { callableList } from '../waiting';
import { classMean, type DoctorPace } from './pace';
import { chanceToCome, isAwaited, type Promotion } from './promotion';

/** Somebody who will be seen today, as far as one can tell. */
export interface Job {
  readonly token: Token;
  /** R18: from then on they may be called. */
  readonly readyAt: Instant;
  /** Since when they are here, or will be: what the fair order counts from. */
  readonly checkedIn: Instant;
  /** That they come at all. */
  readonly chance: number;
  /** Expected length of the consultation, milliseconds. */
  readonly workMs: number;
  readonly group: (typeof groups)[keyof typeof groups];
  /** On the waiting list until then, and with a seat from then on; Infinity: never. */
  readonly seatAt: Instant;
  /** R6: the start of the slot by which they are ranked. */
  readonly slotStart: Instant;
  /** R18, R26: the target of the fair order, milliseconds. */
  readonly targetMs: number;
  /** R35: the fair order counts to no earlier than this, though the clock was set back. */
  readonly rankedAt: Instant;
  /** R26: 0 before 1. */
  readonly need: 0 | 1;
  /** R19: held back until so many others were called. */
  readonly callsToGo: number;
  /** Where nothing else decides; compared from left to right, lower first. */
  readonly order: readonly number[];
}

/** R18, R19: in the order of call next; who is held back and not due yet comes after all of them. */
export const groups = { emergency: 0, held: 1, seat: 2, list: 3 } as const;

/** Everyone who still has to be called, in no order. */
export function collectJobs(
  book: Book,
  context: Context,
  doctor: DoctorPace,
  planned: number,
  promotions: ReadonlyMap<TokenId, Promotion>,
): Job[] {
  const slots: Slots = new Map(book.slots.map((slot) => [slot.id, slot]));
  const listed = new Map(callableList(book.tokens, context).map(({ id }, index) => [id, index]));
  const rankedAt = rankTime(book.tokens, context.now);
  const dayEnds = Math.max(context.now, ...book.slots.map(endOf));
  return book.tokens.filter(isToBeCalled).map((token) => {
    const workMs = classMean(doctor, token.source, planned) * MINUTE;
    const seatFrom = startOfSeat(token, slots);
    // Who is at home without a seat comes after everyone else: nobody can say when.
    const checkedIn =
      token.checkedInAt ?? (token.status === 'active' ? Math.max(context.now, seatFrom) : dayEnds);
    // Who is here is so now, by a clock that was set back too.
    const readyAt = token.checkedInAt === null ? checkedIn : Math.min(checkedIn, context.now);
    return {
      token,
      checkedIn,
      // R27: who is with another doctor is passed over for about so long, and keeps the place.
      readyAt: busyElsewhere(context, token) ? Math.max(readyAt, context.now + workMs) : readyAt,
      rankedAt,
      workMs,
      chance: isAwaited(token) ? chanceToCome(doctor, context.now - seatFrom) : 1,
      targetMs: (hasTarget(token) ? targetMinutesOf(token, context.rules) : 1) * MINUTE,
      need: token.precedence === null ? 1 : 0,
      ...placeOf(token, book, slots, listed.get(token.id) ?? Infinity, promotions.get(token.id), context),
    };
  });
}

function isToBeCalled(token: Token): token is ActiveToken | ListedToken {
  if (token.status !== 'active') return isListed(token);
  return token.stage !== 'called' && token.stage !== 'in_consultation';
}

type Slots = ReadonlyMap<SlotId, Slot>;

/** Where call next finds them when they are here. */
function placeOf(
  token: ActiveToken | ListedToken,
  book: Book,
  slots: Slots,
  onList: number,
  promotion: Promotion | undefined,
  context: Context,
): Pick<Job, 'group' | 'seatAt' | 'slotStart' | 'callsToGo' | 'order'> {
  const place = { seatAt: Infinity, slotStart: 0, callsToGo: 0, order: rankOfNumber(token) };
  if (token.status === 'active' && token.stage === 'on_hold') {
    const toGo = callsToGo(token, book, context);
    return { ...place, group: groups.held, callsToGo: toGo, order: rankOfHeld(token) };
  }
  if (!hasTarget(token)) return { ...place, group: groups.emergency };
  const slotStart = rankedFrom(token, slots) ?? (token.status === 'active' ? 0 : undefined);
  if (slotStart !== undefined) return { ...place, group: groups.seat, slotStart };
  const { at: seatAt, slotStart: promotedTo } = promotion ?? { at: Infinity, slotStart: 0 };
  return { ...place, group: groups.list, seatAt, slotStart: promotedTo, order: [onList, ...place.order] };
}

function startOfSeat(token: ActiveToken | ListedToken, slots: Slots): Instant {
  const slot = token.status === 'active' ? slots.get(token.slotId) : undefined;
  return slot ? startOf(slot) : 0;
}
