import type { Dimension, FigureName } from '../../shared/model/report-figures';
import { DAYS_AHEAD, type Instant } from '../../shared/model/time';
import { actKind, dayNumber, flag } from '../store/visit-codes';
import type { Counted, Counter, Counting } from './counter';

interface Work {
  issued: number;
  corrections: number;
  undos: number;
  /** Of each who issued: hours in which they did. */
  readonly hours: Set<number>;
}

const newWork = (): Work => ({ issued: 0, corrections: 0, undos: 0, hours: new Set() });

const cellOf: Readonly<Partial<Record<FigureName, (work: Work) => number | null>>> = {
  issued: ({ issued }) => issued,
  hoursIssuing: ({ hours }) => hours.size,
  issuedPerHour: ({ issued, hours }) => (hours.size === 0 ? null : issued / hours.size),
  corrections: ({ corrections }) => corrections,
  undos: ({ undos }) => undos,
};

/** Something that somebody did. */
interface Done {
  readonly person: number;
  readonly day: number;
  readonly hour: number;
}

const HOURS = 64;

function placeOf(by: Dimension, { groups }: Counting): (done: Done) => number {
  if (by === 'group') return ({ day }) => groups.placeOf(day);
  if (by === 'person') return ({ person }) => person;
  if (by === 'hour') return ({ hour }) => hour;
  if (by === 'personHour') return ({ person, hour }) => person * HOURS + hour;
  return () => 0;
}

function rowsOf(by: Dimension, { groups }: Counting, names: readonly string[]): Counted['rows'] {
  const name = (place: number): string => names[place] ?? '';
  if (by === 'group')
    return { keyOf: (place) => groups.keys[place] ?? '', places: groups.keys.map((_key, place) => place) };
  if (by === 'person') return { keyOf: name, places: 'seen' };
  if (by === 'hour') return { keyOf: String, places: 'between' };
  if (by === 'personHour')
    return { keyOf: (place) => `${name(Math.floor(place / HOURS))} ${place % HOURS}`, places: 'seen' };
  return { keyOf: () => '', places: [0] };
}

/** Who issued, corrected and took back, by the moment when they did; the days are those, and not the tokens'. */
export const peopleCounter: Counter = (counting, tables) => {
  const { period, wish, days } = counting;
  const people = peopleOf(counting);
  const [from, to] = [dayNumber(period.from), dayNumber(period.to)];
  const counted = tables.map(({ by, figures }) => ({
    by,
    place: placeOf(by, counting),
    figures,
    seen: new Map<number, Work>(),
  }));
  const hours = wish.hours;

  function note(actor: number | null, at: Instant, what: (work: Work, done: Done) => void): boolean {
    const day = days.dayOf(at);
    const hour = days.hourOf(day, at);
    if (day < from || day > to || (hours && (hour < hours.from || hour > hours.to))) return false;
    const done = { person: people.placeOf(actor), day, hour };
    for (const { place, seen } of counted) {
      const at = place(done);
      const work = seen.get(at) ?? newWork();
      seen.set(at, work);
      what(work, done);
    }
    return true;
  }

  let visits = 0;
  eachIssue(counting, (actor, at) => {
    const isCounted = note(actor, at, (work, { person, day, hour }) => {
      work.issued += 1;
      work.hours.add((person * 100_000 + day) * HOURS + hour);
    });
    if (isCounted) visits += 1;
  });
  eachAct(counting, ({ actor, at, kind }) => {
    note(actor, at, (work) => {
      if (kind === actKind.correction) work.corrections += 1;
      else work.undos += 1;
    });
  });
  const cells = (figures: readonly FigureName[], work: Work): (number | null)[] =>
    figures.map((name) => cellOf[name]?.(work) ?? null);
  return {
    visits,
    tables: counted.map(({ by, figures, seen }) => ({
      rows: rowsOf(by, counting, people.names),
      seen: new Map([...seen].map(([place, work]) => [place, cells(figures, work)])),
      empty: cells(figures, newWork()),
    })),
  };
};

/** Who an actor is, by key: the person; else the device; else the screen; of what is not on record nobody. */
function keyOf(word: string): string {
  const { personId, deviceId, screen } = JSON.parse(word) as Record<string, string | undefined>;
  return personId ?? deviceId ?? screen ?? 'gone';
}

/** The key of whoever that is. */
export function personOf({ wordOf }: Counting['source'], actor: number | null): string {
  return actor === null ? 'gone' : keyOf(wordOf(actor));
}

/** Places that are the same in every period of a report: those of their names' words. */
function peopleOf({ source }: Counting): { placeOf(actor: number | null): number; readonly names: string[] } {
  const known = peopleBySource.get(source) ?? { names: [], places: new Map<number | null, number>() };
  peopleBySource.set(source, known);
  return {
    names: known.names,
    placeOf(actor) {
      const found = known.places.get(actor);
      if (found !== undefined) return found;
      const key = personOf(source, actor);
      const at = known.names.indexOf(key);
      const place = at === -1 ? known.names.push(key) - 1 : at;
      known.places.set(actor, place);
      return place;
    },
  };
}

const peopleBySource = new WeakMap<
  Counting['source'],
  { readonly names: string[]; readonly places: Map<number | null, number> }
>();

const instants = ({ days, period }: Counting): readonly [Instant, Instant] => {
  // A day more on either side: whichever hour it turns at.
  const [from, to] = [dayNumber(period.from) - 1, dayNumber(period.to) + 2];
  return [days.instantOf(from, 0), days.instantOf(to, 0)];
};

/** Tokens that continue another were not issued at the desk. A day may have been booked long before. */
function eachIssue(counting: Counting, each: (actor: number | null, at: Instant) => void): void {
  const { source, period, wish } = counting;
  const [from, to] = instants(counting);
  const days = { from: dayNumber(period.from) - 1, to: dayNumber(period.to) + DAYS_AHEAD };
  const condition = `AND issued_at BETWEEN ${from} AND ${to} AND (flags & ${flag.continues}) = 0`;
  source.visitsOf(days, wish, ({ issuedBy, issuedAt }) => each(issuedBy, issuedAt), condition);
}

interface Act {
  readonly actor: number | null;
  readonly at: Instant;
  readonly kind: number;
}

function eachAct(counting: Counting, each: (act: Act) => void): void {
  const { source, wish } = counting;
  const [from, to] = instants(counting);
  const rows = source.database
    .prepare(
      `SELECT actor, at, kind FROM visit_acts WHERE at BETWEEN ? AND ? ${source.conditionOf(wish)} ORDER BY at`,
    )
    .all(from, to) as Act[];
  for (const row of rows) each(row);
}
