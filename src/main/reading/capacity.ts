import type { Dimension, FigureName } from '../../shared/model/report-figures';
import { dayNumber, flag, outcomeCode } from '../store/visit-codes';
import type { Counted, Counter, Counting } from './counter';
import { weekdayOf } from './days';

interface Seats {
  slots: number;
  seats: number;
  used: number;
  /** Of the used those within the capacity of their slot. */
  ordinary: number;
}

interface SlotRow {
  readonly doctor: number;
  readonly day: number;
  readonly start: number;
  readonly capacity: number;
}

const cellOf: Readonly<Partial<Record<FigureName, (seats: Seats) => number | null>>> = {
  slots: ({ slots }) => slots,
  seats: ({ seats }) => seats,
  seatsUsed: ({ used }) => used,
  useShare: ({ seats, ordinary }) => (seats === 0 ? null : ordinary / seats),
  overflowUsed: ({ used, ordinary }) => used - ordinary,
  seatsEmpty: ({ seats, ordinary }) => seats - ordinary,
};

/** A minute of the day has less. */
const MINUTES = 4096;

function placeOf(by: Dimension, { groups }: Counting): (slot: SlotRow) => number {
  if (by === 'total') return () => 0;
  if (by === 'group') return ({ day }) => groups.placeOf(day);
  if (by === 'doctor') return ({ doctor }) => doctor;
  if (by === 'weekday') return ({ day }) => weekdayOf(day);
  if (by === 'slot') return ({ start }) => start;
  return ({ day, start }) => weekdayOf(day) * MINUTES + start;
}

function rowsOf(by: Dimension, { groups, source }: Counting): Counted['rows'] {
  if (by === 'total') return { keyOf: () => '', places: [0] };
  if (by === 'group')
    return { keyOf: (place) => groups.keys[place] ?? '', places: groups.keys.map((_key, place) => place) };
  if (by === 'doctor') return { keyOf: source.wordOf, places: 'seen' };
  if (by === 'weekday') return { keyOf: String, places: [1, 2, 3, 4, 5, 6, 7] };
  if (by === 'slot') return { keyOf: String, places: 'seen' };
  return { keyOf: (place) => `${Math.floor(place / MINUTES)}-${place % MINUTES}`, places: 'seen' };
}

/** How the seats of open slots were used, by the printed times. */
export const capacityCounter: Counter = (counting, tables) => {
  const used = usedSeats(counting);
  const slots = openSlots(counting);
  const counted = tables.map(({ by, figures }) => ({
    rows: rowsOf(by, counting),
    place: placeOf(by, counting),
    figures,
    seen: new Map<number, Seats>(),
  }));
  let visits = 0;
  for (const slot of slots) {
    const taken = used.get(`${slot.day} ${slot.doctor} ${slot.start}`) ?? 0;
    visits += taken;
    for (const { place, seen } of counted) {
      const at = place(slot);
      const seats = seen.get(at) ?? { slots: 0, seats: 0, used: 0, ordinary: 0 };
      seen.set(at, seats);
      seats.slots += 1;
      seats.seats += slot.capacity;
      seats.used += taken;
      seats.ordinary += Math.min(taken, slot.capacity);
    }
  }
  const cells = (figures: readonly FigureName[], seats: Seats): (number | null)[] =>
    figures.map((name) => cellOf[name]?.(seats) ?? null);
  return {
    visits,
    tables: counted.map(({ rows, figures, seen }) => ({
      rows,
      seen: new Map([...seen].map(([place, seats]) => [place, cells(figures, seats)])),
      empty: cells(figures, { slots: 0, seats: 0, used: 0, ordinary: 0 }),
    })),
  };
};

/** R1: active or served, extras aside. */
function usedSeats({ source, period, wish }: Counting): ReadonlyMap<string, number> {
  const doctors = source.conditionOf(wish.doctorIds ? { doctorIds: wish.doctorIds } : {});
  const rows = source.database
    .prepare(
      `SELECT day, doctor, slot_start, count(*) AS used FROM visits
       WHERE day BETWEEN ? AND ? AND slot_start IS NOT NULL AND (flags & ${flag.extra}) = 0
         AND outcome IN (${outcomeCode('open')}, ${outcomeCode('served')}) ${doctors}
       GROUP BY day, doctor, slot_start`,
    )
    .raw()
    .all(dayNumber(period.from), dayNumber(period.to)) as [number, number, number, number][];
  return new Map(rows.map(([day, doctor, start, count]) => [`${day} ${doctor} ${start}`, count]));
}

function openSlots({ source, period, wish }: Counting): readonly SlotRow[] {
  const wanted = wish.doctorIds && new Set<string>(wish.doctorIds);
  const { from = 0, to = Number.MAX_SAFE_INTEGER } = wish.hours ?? {};
  const rows = source.database
    .prepare(
      `SELECT words.id, service_day, start_minute, capacity
       FROM doctors CROSS JOIN slots ON slots.doctor_id = doctors.id JOIN words ON words.word = doctors.id
       WHERE service_day BETWEEN ? AND ? AND status = 'open'`,
    )
    .raw()
    .all(period.from, period.to) as [number, string, number, number][];
  return rows.flatMap(([doctor, day, start, capacity]) => {
    const hour = Math.floor(start / 60);
    const isMeant = (!wanted || wanted.has(source.wordOf(doctor))) && hour >= from && hour <= to;
    return isMeant ? [{ doctor, day: dayNumber(day), start, capacity }] : [];
  });
}
