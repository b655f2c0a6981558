import type { Dimension } from '../../shared/model/report-figures';
import { channels, sources } from '../../shared/model/token';
import { type Days, weekdayOf } from './days';
import type { Groups } from './groups';
import { channelName, hourOf, leadOf, leads, sourceName, type Visit, type VisitFacts } from './visit';

/** Which row of a table a visit belongs to, as a number; NaN: to none. */
export interface Rows {
  placeOf(visit: Visit, facts: VisitFacts, hour: number): number;
  keyOf(place: number): string;
  /** Which rows there are: all of these, those that were seen, or those and all between them. */
  readonly places: readonly number[] | 'seen' | 'between';
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** Rows of ten minutes, the first and the last of them open. */
const TEN = 10;
const MOST_WAIT = 180;
const MOST_ERROR = 120;
const HEAT = 64;

export const earlyKeys = ['after', '0-1', '1-4', '4-24', '24+', 'none'] as const;
function earlyPlace(hours: number): number {
  if (Number.isNaN(hours)) return 5;
  if (hours < 0) return 0;
  if (hours < 1) return 1;
  if (hours < 4) return 2;
  return hours < 24 ? 3 : 4;
}

export interface Surroundings {
  readonly days: Days;
  readonly groups: Groups;
  wordOf(number: number): string;
}

/** Of what is counted visit by visit. */
export function rowsOf(by: Dimension, { days, groups, wordOf }: Surroundings): Rows {
  switch (by) {
    case 'total':
      return { placeOf: () => 0, keyOf: () => '', places: [0] };
    case 'group':
      return {
        placeOf: ({ day }) => groups.placeOf(day),
        keyOf: (place) => groups.keys[place] ?? '',
        places: upTo(groups.keys.length),
      };
    case 'source':
      return { placeOf: ({ source }) => source, keyOf: sourceName, places: upTo(sources.length) };
    case 'channel':
      return { placeOf: ({ channel }) => channel, keyOf: channelName, places: upTo(channels.length) };
    case 'hour':
      return {
        placeOf: (_visit, _facts, hour) => (hour < 0 ? Number.NaN : hour),
        keyOf: String,
        places: 'between',
      };
    case 'doctor':
      return { placeOf: ({ doctor }) => doctor, keyOf: wordOf, places: 'seen' };
    case 'lead':
      return {
        placeOf: (visit) => leads.indexOf(leadOf(visit, days)),
        keyOf: (place) => leads[place] ?? '',
        places: upTo(leads.length),
      };
    case 'weekday':
      return {
        placeOf: ({ day }) => weekdayOf(day),
        keyOf: String,
        places: [1, 2, 3, 4, 5, 6, 7],
      };
    case 'heat':
      return {
        placeOf: ({ day }, _facts, hour) => (hour < 0 ? Number.NaN : weekdayOf(day) * HEAT + hour),
        keyOf: (place) => `${Math.floor(place / HEAT)}-${place % HEAT}`,
        places: 'seen',
      };
    case 'wait':
      return {
        placeOf: (_visit, { wait }) => Math.min(MOST_WAIT, Math.floor(wait / TEN) * TEN),
        keyOf: String,
        places: upTo(MOST_WAIT / TEN + 1).map((step) => step * TEN),
      };
    case 'error':
      return {
        placeOf: (_visit, { error }) =>
          Math.max(-MOST_ERROR, Math.min(MOST_ERROR, Math.floor(error / TEN) * TEN)),
        keyOf: String,
        places: upTo((2 * MOST_ERROR) / TEN + 1).map((step) => step * TEN - MOST_ERROR),
      };
    case 'early':
      return {
        placeOf: (_visit, { early }) => earlyPlace(early),
        keyOf: (place) => earlyKeys[place] ?? '',
        places: upTo(earlyKeys.length),
      };
    default:
      throw new Error(`Visits have no rows by ${by}.`);
  }
}

/** The rows that a table has, in order. */
export function placesOf(rows: Pick<Rows, 'places'>, seen: Iterable<number>): readonly number[] {
  if (rows.places !== 'seen' && rows.places !== 'between') return rows.places;
  const sorted = [...seen].filter((place) => !Number.isNaN(place)).sort((one, other) => one - other);
  if (rows.places === 'seen') return sorted;
  const [first = 0, last = -1] = [sorted[0], sorted.at(-1)];
  return upTo(last - first + 1).map((step) => first + step);
}

export { hourOf };
