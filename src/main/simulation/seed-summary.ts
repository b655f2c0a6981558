import type { Book } from '../../shared/model/book';
import type { Doctor } from '../../shared/model/doctor';
import { type BookEvent, isTokenEvent, type TokenEvent } from '../../shared/model/event';
import type { RuleSettings } from '../../shared/model/settings';
import type { Slot } from '../../shared/model/slot';
import { clockText } from '../../shared/model/time';
import type { Source, Token } from '../../shared/model/token';
import { evolve, viewSlots } from '../engine';
import { instantOf, SIMULATED_DAY } from './clinic';
import type { SeedClinic } from './seed-clinic';
import { bySource } from './tally';

/** What happened in a slot, at a doctor, or all day. */
export interface SeedCounts {
  promoted: number;
  /** Lost the seat to an emergency (R5). */
  displaced: number;
  cancelled: number;
  noShows: number;
  served: number;
}

export interface SeedSlotRow extends SeedCounts {
  readonly slot: string;
  readonly capacity: number;
  readonly used: number;
  /** Of the used ones, how many are above capacity. */
  readonly overflow: number;
  /** Used seats by who sits in them. */
  readonly bySource: Readonly<Record<Source, number>>;
}

export interface SeedDoctorSummary extends SeedCounts {
  readonly doctor: string;
  readonly specialization: string;
  readonly tokens: number;
  readonly slots: readonly SeedSlotRow[];
  /** Had no seat when they asked. */
  readonly waitedForSeat: number;
  /** Called in beyond the seats. */
  readonly extras: number;
  /** On the list at the end of the day. */
  readonly stillWaiting: number;
  readonly notSeen: number;
}

export interface SeedSummary {
  readonly serviceDay: string;
  readonly seed: number;
  readonly doctors: readonly SeedDoctorSummary[];
  readonly commits: number;
  readonly events: number;
  /** The stored events, replayed, give the stored books. */
  readonly replays: boolean;
  readonly overfull: number;
}

/** Reads the day back from the database. */
export async function summarise(
  clinic: SeedClinic,
  { seed, rules, overfull }: { seed: number; rules: RuleSettings; overfull: number },
): Promise<SeedSummary> {
  const doctors: SeedDoctorSummary[] = [];
  let count = 0;
  let replays = true;
  for (const doctor of clinic.doctors) {
    const book = await clinic.book(doctor);
    const events = await clinic.events(doctor);
    count += events.length;
    replays &&= replay(book, events);
    doctors.push(summariseDoctor(doctor, book, events, rules));
  }
  return {
    serviceDay: SIMULATED_DAY,
    seed,
    doctors,
    commits: clinic.commits(),
    events: count,
    replays,
    overfull,
  };
}

function replay(book: Book, events: readonly BookEvent[]): boolean {
  const rebuilt = evolve({ ...book, status: 'open', calls: 0, tokens: [] }, events);
  return rebuilt.calls === book.calls && textOf(rebuilt.tokens) === textOf(book.tokens);
}

function textOf(tokens: readonly Token[]): string {
  const plain = tokens.map((token) =>
    JSON.stringify(Object.entries(token).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
  return plain.sort().join('\n');
}

function summariseDoctor(
  doctor: Doctor,
  book: Book,
  events: readonly BookEvent[],
  rules: RuleSettings,
): SeedDoctorSummary {
  const tokenEvents = events.filter(isTokenEvent);
  const views = viewSlots(book, { now: instantOf(24 * 60), today: SIMULATED_DAY, rules });
  const extras = tokenEvents.filter(({ reason }) => reason.code === 'called_extra').length;
  return {
    doctor: doctor.name,
    specialization: doctor.specialization,
    tokens: book.tokens.length,
    slots: views.map((view) => ({
      slot: `${clockText(view.startMinute)}–${clockText(view.endMinute)}`,
      capacity: view.capacity,
      used: view.used,
      overflow: Math.max(0, view.used - view.capacity),
      bySource: bySource((source) => sitting(book, view).filter((token) => token.source === source).length),
      ...counts(tokenEvents, view),
    })),
    ...counts(tokenEvents),
    waitedForSeat: tokenEvents.filter(
      ({ type, after }) => type === 'tokenIssued' && after.status === 'waiting',
    ).length,
    extras,
    stillWaiting: book.tokens.filter(({ status }) => status === 'waiting' || status === 'displaced').length,
    notSeen: book.tokens.filter((token) => token.status === 'cancelled' && token.cancelReason === 'not_seen')
      .length,
  };
}

function sitting(book: Book, slot: Slot): Token[] {
  return book.tokens.filter(
    (token) =>
      (token.status === 'active' || token.status === 'served') && !token.extra && token.slotId === slot.id,
  );
}

/** Events of the slot: by the seat got for promotions, by the seat lost for the others. All of the book without one. */
function counts(events: readonly TokenEvent[], slot?: Slot): SeedCounts {
  const inSlot = (token: Token | null): boolean =>
    slot === undefined || (token !== null && 'slotId' in token && token.slotId === slot.id);
  const count = (matches: (event: TokenEvent) => boolean): number => events.filter(matches).length;
  return {
    promoted: count(({ type, after }) => type === 'tokenPromoted' && inSlot(after)),
    displaced: count(
      ({ type, before, reason }) => type === 'tokenDisplaced' && reason.code === 'gave_way' && inSlot(before),
    ),
    cancelled: count(
      ({ type, before, reason }) =>
        type === 'tokenCancelled' && reason.code !== 'day_closed' && inSlot(before),
    ),
    noShows: count(({ type, before }) => type === 'tokenNoShow' && inSlot(before)),
    served: count(({ type, after }) => type === 'tokenServed' && inSlot(after)),
  };
}
