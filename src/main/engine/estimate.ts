import type { Book } from '../../shared/model/book';
import { type TokenId, tokenIdSchema } from '../../shared/model/ids';
import { MINUTE } from '../../shared/model/time';
import { type Source, sources, type Token } from '../../shared/model/token';
import { issue } from './commands/issue';
import type { Context } from './context';
import { arrivalRate, calibrate, classMean, type DoctorPace, type PaceModel, paceOf } from './estimate-pace';
import { projectTurns, type Turn } from './estimate-project';
import { nextWalkInSlot } from './slot-view';
import { startOf } from './timing';

/** How long until somebody is called, from now. A range to show; never a promise. */
export interface Estimate {
  /** Multiples of 5, `fromMinutes` ≤ `toMinutes`. */
  readonly fromMinutes: number;
  readonly toMinutes: number;
  /** The middle of it, milliseconds. */
  readonly expectedMs: number;
  /** Before the clinic's own experience corrected it: what `learn` wants to hear of. */
  readonly rawMs: number;
  /** The range before rounding, minutes: what should hold eight times in ten. */
  readonly range: Range;
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Utilisation by overtakers is never taken for more than this. */
export const MOST_OVERTAKING = 0.8;
/** The range before the clinic has data of its own: times the expected wait. */
const FIRST_RANGE = { from: 0.65, to: 1.8 } as const;
/** So many waits must have been seen before their spread is believed. */
const RATIOS_NEEDED = 40;

/**
 * The expected wait of everyone in the book who still has to be called: in the queue, with a seat but not here yet,
 * on the waiting list.
 */
export function estimateWaits(book: Book, context: Context, pace: PaceModel): Map<TokenId, Estimate> {
  const doctor = paceOf(pace, book.doctorId);
  const planned = plannedMinutes(book);
  const turns = projectTurns(book, context, doctor, planned);
  const quantiles = spread(pace);
  const overtakers = newcomers(book, context, doctor, planned);
  const estimates = new Map<TokenId, Estimate>();
  for (const token of book.tokens) {
    const turn = turns.get(token.id);
    if (!turn) continue;
    const rawMs = waitMs(turn, context.now, overtakingShare(token, book, context, overtakers));
    estimates.set(token.id, shown(rawMs, pace, quantiles));
  }
  return estimates;
}

/** What somebody of this source would wait if they took a token now; undefined: they would get none. */
export function estimateForNew(
  book: Book,
  context: Context,
  source: Source,
  pace: PaceModel,
): Estimate | undefined {
  const request = { id: NOBODY, source, channel: 'desk', patientName: '?', patientContact: '' } as const;
  const decision = issue(book, { ...request, checkedIn: true, allowDuplicate: true }, context);
  return decision.ok ? estimateWaits(decision.value.book, context, pace).get(NOBODY) : undefined;
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

/** Until somebody at home comes nobody can overtake them: only the rest is stretched. */
function waitMs({ readyAt, at }: Turn, now: number, overtaking: number): number {
  return readyAt - now + expectedWait(0, at - readyAt, overtaking);
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
  book: Book,
  { rules }: Context,
  classes: readonly Newcomers[],
): number {
  if (token.source === 'emergency') return 0;
  const slot = token.status === 'active' ? book.slots.find(({ id }) => id === token.slotId) : undefined;
  const own = slot ? startOf(slot) : Infinity;
  const target = rules.targetMinutes[token.source];
  let share = 0;
  for (const { source, load, slotStart } of classes) {
    if (source === 'emergency' || slotStart < own) share += load;
    else if (slotStart > own || source === token.source) continue;
    else if (rules.callOrder === 'strict') share += sources.indexOf(source) + 1 < token.priority ? load : 0;
    else share += load * Math.max(0, 1 - rules.targetMinutes[source] / target);
  }
  return share;
}

/** P10 and P90 of (actual + 3) / (predicted + 3) among the latest waits; undefined while there are too few. */
function spread({ ratios }: PaceModel): Range | undefined {
  if (ratios.length < RATIOS_NEEDED) return undefined;
  const inOrder = Float64Array.from(ratios).sort();
  return { from: quantile(inOrder, 0.1), to: quantile(inOrder, 0.9) };
}

/** By linear interpolation between the order statistics at (n + 1)p (Weibull; type 6 of Hyndman and Fan, 1996). */
export function quantile(inOrder: ArrayLike<number>, share: number): number {
  const place = Math.min(inOrder.length, Math.max(1, (inOrder.length + 1) * share));
  const below = inOrder[Math.floor(place) - 1] ?? 0;
  const above = inOrder[Math.ceil(place) - 1] ?? below;
  return below + (above - below) * (place % 1);
}

function shown(rawMs: number, pace: PaceModel, quantiles: Range | undefined): Estimate {
  const minutes = calibrate(rawMs / MINUTE, pace);
  const range = rangeOf(minutes, quantiles);
  const fromMinutes = Math.floor(range.from / 5) * 5;
  const toMinutes = Math.max(5, Math.ceil(range.to / 5) * 5);
  return { fromMinutes, toMinutes, expectedMs: Math.round(minutes * MINUTE), rawMs, range };
}

/** Minutes, not yet rounded. */
export function rangeOf(minutes: number, quantiles: Range | undefined): Range {
  if (!quantiles) return { from: minutes * FIRST_RANGE.from, to: minutes * FIRST_RANGE.to };
  const from = Math.max(0, (minutes + 3) * quantiles.from - 3);
  return { from, to: Math.max(from, (minutes + 3) * quantiles.to - 3) };
}

/** The pace that the slots plan, minutes a patient: 8 where they say nothing. */
export function plannedMinutes({ slots }: Pick<Book, 'slots'>): number {
  const open = slots.filter((slot) => slot.status === 'open' && slot.capacity > 0);
  const seats = open.reduce((sum, slot) => sum + slot.capacity, 0);
  const minutes = open.reduce((sum, slot) => sum + (slot.endsAt - slot.startsAt) / MINUTE, 0);
  return seats > 0 ? Math.min(60, Math.max(1, minutes / seats)) : 8;
}
