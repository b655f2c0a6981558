import type { Book } from '../../../shared/model/book';
import type { SlotId, TokenId } from '../../../shared/model/ids';
import type { Slot } from '../../../shared/model/slot';
import { type Instant, MINUTE } from '../../../shared/model/time';
import {
  type ActiveToken,
  isListed,
  type ListedToken,
  type Source,
  type Token,
} from '../../../shared/model/token';
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

/** Everyone who still has to be called, in no order. Written out, for it is done for each of them at each change of a book. */
export function collectJobs(
  book: Book,
  context: Context,
  doctor: DoctorPace,
  planned: number,
  promotions: ReadonlyMap<TokenId, Promotion>,
): Job[] {
  const { now, rules } = context;
  const slots: Slots = new Map(book.slots.map((slot) => [slot.id, slot]));
  const listed = new Map<TokenId, number>();
  for (const { id } of callableList(book.tokens, context)) listed.set(id, listed.size);
  const rankedAt = rankTime(book.tokens, now);
  const dayEnds = Math.max(now, ...book.slots.map(endOf));
  const workOf = workBySource(doctor, planned);
  const jobs: Job[] = [];
  for (const token of book.tokens) {
    if (!isToBeCalled(token)) continue;
    const workMs = workOf(token.source);
    const seatFrom = startOfSeat(token, slots);
    // Who is at home without a seat comes after everyone else: nobody can say when.
    const checkedIn = token.checkedInAt ?? (token.status === 'active' ? Math.max(now, seatFrom) : dayEnds);
    // Who is here is so now, by a clock that was set back too.
    const readyAt = token.checkedInAt === null ? checkedIn : Math.min(checkedIn, now);
    const place = placeOf(
      token,
      book,
      slots,
      listed.get(token.id) ?? Infinity,
      promotions.get(token.id),
      context,
    );
    jobs.push({
      token,
      checkedIn,
      // R27: who is with another doctor is passed over for about so long, and keeps the place.
      readyAt: busyElsewhere(context, token) ? Math.max(readyAt, now + workMs) : readyAt,
      rankedAt,
      workMs,
      chance: isAwaited(token) ? chanceToCome(doctor, now - seatFrom) : 1,
      targetMs: (hasTarget(token) ? targetMinutesOf(token, rules) : 1) * MINUTE,
      need: token.precedence === null ? 1 : 0,
      group: place.group,
      seatAt: place.seatAt,
      slotStart: place.slotStart,
      callsToGo: place.callsToGo,
      order: place.order,
    });
  }
  return jobs;
}

/** The expected length of a consultation by its source, milliseconds: each worked out once. */
function workBySource(doctor: DoctorPace, planned: number): (source: Source) => number {
  const known = new Map<Source, number>();
  return (source) => {
    const work = known.get(source) ?? classMean(doctor, source, planned) * MINUTE;
    known.set(source, work);
    return work;
  };
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
  const number = rankOfNumber(token);
  if (token.status === 'active' && token.stage === 'on_hold') {
    const toGo = callsToGo(token, book, context);
    return placeIn(groups.held, rankOfHeld(token), { callsToGo: toGo });
  }
  if (!hasTarget(token)) return placeIn(groups.emergency, number);
  const slotStart = rankedFrom(token, slots) ?? (token.status === 'active' ? 0 : undefined);
  if (slotStart !== undefined) return placeIn(groups.seat, number, { slotStart });
  const order = [onList, ...number];
  if (!promotion) return placeIn(groups.list, order);
  return placeIn(groups.list, order, { seatAt: promotion.at, slotStart: promotion.slotStart });
}

function placeIn(
  group: Job['group'],
  order: Job['order'],
  { seatAt = Infinity, slotStart = 0, callsToGo = 0 }: Partial<Job> = {},
): Pick<Job, 'group' | 'seatAt' | 'slotStart' | 'callsToGo' | 'order'> {
  return { group, seatAt, slotStart, callsToGo, order };
}

function startOfSeat(token: ActiveToken | ListedToken, slots: Slots): Instant {
  const slot = token.status === 'active' ? slots.get(token.slotId) : undefined;
  return slot ? startOf(slot) : 0;
}
