import type { Book } from '../../../shared/model/book';
import { type SlotId, type TokenId, tokenIdSchema } from '../../../shared/model/ids';
import type { Slot } from '../../../shared/model/slot';
import { type Instant, MINUTE } from '../../../shared/model/time';
import { isOpen, type Source, sources, type Token } from '../../../shared/model/token';
import { indexOf } from '../book-index';
import { issue } from '../commands/issue';
import type { Context } from '../context';
import { hasTarget, rankedFrom, targetMinutesOf } from '../queue';
import { nextWalkInSlot } from '../slot-view';
import { startOf } from '../timing';
import { workBetween } from './course';
import { arrivalRate, classMean, type DoctorPace, type PaceModel, paceOf } from './pace';
import { playTurns, type Turn } from './project';
import { expectPromotions, type Promotion } from './promotion';
import { type Estimate, shower } from './range';

/** How much of the wait until `calledAt` was the queue's, milliseconds: what `learn` compares with what was foreseen. */
export function queuePart({ turn }: Pick<Estimate, 'turn'>, calledAt: Instant): number {
  return workBetween(turn.pauses, turn.base, calledAt);
}

/** Utilisation by overtakers is never taken for more than this. */
export const MOST_OVERTAKING = 0.8;
/** While nobody is seen yet others come who overtake; nobody knows of how many later than this. */
const MOST_IDLE = 60 * MINUTE;

/** The expected waits in a book. Nothing is worked out before it is asked for, and nothing twice. */
export interface Waits {
  /** Of one; undefined: nobody waits with this token. Only who is before it is looked at. */
  of(tokenId: TokenId): Estimate | undefined;
  /** Of everybody, in the order of the book. */
  all(): ReadonlyMap<TokenId, Estimate>;
}

/**
 * The expected wait of everyone in today's book who still has to be called: in the queue, with a seat but not here yet,
 * on the waiting list. Nobody's on another day. `awayUntil`: the doctor is on a break until then.
 */
export function expectedWaits(book: Book, context: Context, pace: PaceModel, awayUntil?: Instant): Waits {
  if (book.serviceDay !== context.today) return { of: () => undefined, all: () => new Map() };
  const doctor = paceOf(pace, book.doctorId);
  const planned = plannedMinutes(book);
  const promotions = expectPromotions(book, context, doctor);
  const playing = playTurns(book, context, doctor, planned, promotions, awayUntil);
  const turns = new Map<TokenId, Turn>();
  const show = shower(book, context.now, pace);
  const overtakers = newcomers(book, context, doctor, planned);
  const slots = new Map(book.slots.map((slot) => [slot.id, slot]));
  let everybody: ReadonlyMap<TokenId, Estimate> | undefined;

  /** Plays on until this one has had its turn; undefined: to the end. */
  function play(until?: TokenId): void {
    while (until === undefined || !turns.has(until)) {
      const { done, value } = playing.next();
      if (done) return;
      turns.set(value[0], value[1]);
    }
  }

  function estimateOf(token: Token): Estimate | undefined {
    const turn = turns.get(token.id);
    if (!turn) return undefined;
    const share = overtakingShare(token, slots, context, overtakers, promotions.get(token.id));
    return show(turn, queueMs(turn, share));
  }

  return {
    of(tokenId) {
      if (everybody) return everybody.get(tokenId);
      play(tokenId);
      const token = book.tokens[indexOf(book.tokens).placeOf(book.tokens, tokenId)];
      return token && estimateOf(token);
    },
    all() {
      if (everybody) return everybody;
      play();
      const estimates = book.tokens.map((token) => [token.id, estimateOf(token)] as const);
      everybody = new Map(estimates.filter((one): one is [TokenId, Estimate] => one[1] !== undefined));
      return everybody;
    },
  };
}

/** What somebody of this source would wait if they took a token now; undefined: they would get none. */
export function estimateForNew(
  book: Book,
  context: Context,
  source: Source,
  pace: PaceModel,
  awayUntil?: Instant,
): Estimate | undefined {
  const request = { id: NOBODY, source, channel: 'desk', patientName: 'Nobody', patientContact: '' } as const;
  const decision = issue(book, { ...request, checkedIn: true, allowDuplicate: true }, context);
  return decision.ok ? expectedWaits(decision.value.book, context, pace, awayUntil).of(NOBODY) : undefined;
}

const NOBODY = tokenIdSchema.parse('00000000-0000-4000-8000-000000000000');

/**
 * Ŵ = (residual + n·m) / (1 − ρ): the work ahead, stretched by those who come meanwhile and are called before
 * (the delay cycle of Conway, Maxwell and Miller, Theory of Scheduling, 1967, section 8-6). Milliseconds.
 */
export function expectedWait(residual: number, ahead: number, overtaking: number): number {
  const share = Math.min(MOST_OVERTAKING, Math.max(0, overtaking));
  return (Math.max(0, residual) + Math.max(0, ahead)) / (1 - share);
}

/** The queue's part of a wait: overtakers come while it passes, and while nobody is seen yet. */
function queueMs(turn: Turn, overtaking: number): number {
  const share = Math.min(MOST_OVERTAKING, Math.max(0, overtaking));
  const idle = Math.min(MOST_IDLE, Math.max(0, turn.idleMs));
  return expectedWait(0, turn.queueMs + idle * share, share);
}

/** One class of those who come without a booking: how much of the doctor's time it takes. */
interface Newcomers {
  readonly source: Source;
  readonly load: number;
  /** The start of the slot that one of them would get now; Infinity: none, the waiting list. */
  readonly slotStart: number;
}

function newcomers(book: Book, context: Context, doctor: DoctorPace, planned: number): Newcomers[] {
  const slot = nextWalkInSlot(book, context);
  const slotStart = slot ? startOf(slot) : Infinity;
  return sources.map((source) => ({
    source,
    load: arrivalRate(doctor, source) * classMean(doctor, source, planned),
    slotStart: source === 'emergency' ? -Infinity : slotStart,
  }));
}

/**
 * ρ of the classes that overtake: emergencies wholly; others by where their seat would be. In the same slot `strict`
 * lets the higher priority pass; `fair` lets the share 1 − target/target pass (Kleinrock's delay-dependent priorities,
 * Naval Research Logistics Quarterly 11, 1964).
 */
function overtakingShare(
  token: Token,
  slots: ReadonlyMap<SlotId, Slot>,
  { rules }: Context,
  classes: readonly Newcomers[],
  promotion: Promotion | undefined,
): number {
  if (!isOpen(token) || !hasTarget(token)) return 0;
  // R19: after who was held back come all but emergencies; before who is on the list everybody with a seat.
  const isHeld = token.status === 'active' && token.stage === 'on_hold';
  const own = isHeld ? -Infinity : (rankedFrom(token, slots) ?? promotion?.slotStart ?? Infinity);
  const target = targetMinutesOf(token, rules);
  let share = 0;
  for (const { source, load, slotStart } of classes) {
    if (source === 'emergency' || slotStart < own) share += load;
    else if (slotStart > own || source === token.source) continue;
    else if (rules.callOrder === 'strict') share += sources.indexOf(source) + 1 < token.priority ? load : 0;
    else share += load * Math.max(0, 1 - rules.targetMinutes[source] / target);
  }
  return share;
}

/** The pace that the slots plan, minutes a patient: 8 where they say nothing. */
export function plannedMinutes({ slots }: Pick<Book, 'slots'>): number {
  const open = slots.filter((slot) => slot.status === 'open' && slot.capacity > 0);
  const seats = open.reduce((sum, slot) => sum + slot.capacity, 0);
  const minutes = open.reduce((sum, slot) => sum + (slot.endsAt - slot.startsAt) / MINUTE, 0);
  return seats > 0 ? Math.min(60, Math.max(1, minutes / seats)) : 8;
}
