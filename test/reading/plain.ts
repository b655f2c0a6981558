import type { TokenEvent } from '../../src/shared/model/event';
import type { ReportTable, ReportWish } from '../../src/shared/model/report';
import type { Slot } from '../../src/shared/model/slot';
import type { Token } from '../../src/shared/model/token';

/** One token as plain code over its events knows it: written without a look at the reading room. */
export interface PlainVisit {
  readonly token: Token;
  readonly day: string;
  readonly slot: Slot | undefined;
  readonly isExtra: boolean;
  readonly firstCall: number | null;
  readonly started: number | null;
  readonly ended: number | null;
  readonly wasDisplaced: boolean;
  readonly wasPromoted: boolean;
  readonly satInOverflow: boolean;
  readonly issuedBy: string;
  readonly quote: { readonly from: number; readonly to: number } | null;
  readonly returning: boolean | null;
}

const MINUTE = 60_000;

/** Replays what happened with one token, event by event. */
export function replay(
  events: readonly TokenEvent[],
  slots: readonly Slot[],
  known: Pick<PlainVisit, 'quote' | 'returning'>,
): PlainVisit {
  const first = events[0] as TokenEvent;
  const token = (events.at(-1) as TokenEvent).after;
  let firstCall: number | null = null;
  let isExtra = false;
  for (const { after } of events) {
    if (after.status === 'active' || after.status === 'served') {
      isExtra = after.extra;
      if (after.calledAt === null) firstCall = null;
      else if (firstCall === null) firstCall = after.calledAt;
    } else if (after.status === 'waiting' || after.status === 'displaced') {
      firstCall = null;
      isExtra = false;
    }
  }
  const slotId =
    token.status === 'active' || token.status === 'served'
      ? token.slotId
      : token.status === 'cancelled' || token.status === 'no_show'
        ? token.lastSlotId
        : null;
  return {
    token,
    day: token.serviceDay,
    slot: slots.find(({ id }) => id === slotId),
    isExtra,
    firstCall,
    started: token.status === 'active' || token.status === 'served' ? token.startedAt : null,
    ended:
      token.status === 'served'
        ? token.servedAt
        : token.status === 'cancelled'
          ? token.cancelledAt
          : token.status === 'no_show'
            ? token.noShowAt
            : null,
    wasDisplaced: events.some(({ type }) => type === 'tokenDisplaced'),
    wasPromoted: events.some(({ type }) => type === 'tokenPromoted'),
    satInOverflow: events.some(({ reason }) => reason.code === 'overflow_seat'),
    issuedBy: first.by?.personId ?? first.by?.deviceId ?? first.by?.screen ?? 'gone',
    ...known,
  };
}

const reasonOf = ({ token }: PlainVisit): string => (token.status === 'cancelled' ? token.cancelReason : '');
const isGone = (visit: PlainVisit): boolean =>
  ['transferred', 'undone', 'transfer_undone'].includes(reasonOf(visit));
const isCancelled = (visit: PlainVisit): boolean => ['patient', 'staff'].includes(reasonOf(visit));
const isOpen = ({ token: { status } }: PlainVisit): boolean =>
  status === 'active' || status === 'waiting' || status === 'displaced';

function waitOf(visit: PlainVisit): number | null {
  const { token, slot, firstCall, isExtra } = visit;
  if (token.status !== 'served' && !isOpen(visit)) return null;
  if (token.checkedInAt === null || firstCall === null) return null;
  const due = slot && !isExtra ? Math.max(token.checkedInAt, slot.startsAt) : token.checkedInAt;
  return Math.max(0, (firstCall - due) / MINUTE);
}

const sorted = (values: readonly number[]): number[] => [...values].sort((one, other) => one - other);
/** The smallest that at least this share of all are not above. */
export function atShare(values: readonly number[], share: number): number | null {
  const list = sorted(values);
  return (
    list.find((value) => list.filter((one) => one <= value).length >= share * list.length - 1e-9) ?? null
  );
}
const numbers = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);
const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const targets: Readonly<Record<string, number>> = { paid: 20, follow_up: 30, walk_in: 45, online: 45 };

const isQuoted = (visit: PlainVisit): boolean => visit.quote !== null && waitOf(visit) !== null;
function quoteSide({ quote, firstCall }: PlainVisit): 'before' | 'inside' | 'after' | null {
  if (!quote || firstCall === null) return null;
  if (firstCall < quote.from) return 'before';
  // By the minute that the clock shows.
  return Math.floor(firstCall / MINUTE) > Math.floor(quote.to / MINUTE) ? 'after' : 'inside';
}

type Plain = (visits: readonly PlainVisit[]) => number | null;
const counted =
  (is: (visit: PlainVisit) => boolean): Plain =>
  (visits) =>
    visits.filter(is).length;
const cameIn = (visit: PlainVisit): boolean => !isGone(visit) && visit.token.checkedInAt !== null;
const isOver = (visit: PlainVisit): boolean => {
  const wait = waitOf(visit);
  const target = targets[visit.token.source];
  return wait !== null && target !== undefined && wait > target;
};
const isExpected = (visit: PlainVisit): boolean => !isGone(visit) && !isCancelled(visit) && !isOpen(visit);
const isNoShow = ({ token }: PlainVisit): boolean => token.status === 'no_show';

/** Each figure that is counted visit by visit, once more. */
export const plainFigures: Readonly<Record<string, Plain>> = {
  patients: counted(cameIn),
  newPatients: counted((visit) => cameIn(visit) && visit.returning === false),
  returningPatients: counted((visit) => cameIn(visit) && visit.returning === true),
  unknownPatients: counted((visit) => cameIn(visit) && visit.returning === null),
  served: counted(({ token }) => token.status === 'served'),
  open: counted(isOpen),
  waited: counted((visit) => waitOf(visit) !== null),
  waitMedian: (visits) => atShare(numbers(visits.map(waitOf)), 0.5),
  waitP90: (visits) => atShare(numbers(visits.map(waitOf)), 0.9),
  overTarget: counted(isOver),
  overTargetShare: (visits) =>
    share(
      visits.filter(isOver).length,
      visits.filter((visit) => waitOf(visit) !== null && visit.token.source !== 'emergency').length,
    ),
  stayMedian: (visits) =>
    atShare(
      numbers(
        visits.map(({ token }) =>
          token.status === 'served' && token.checkedInAt !== null && token.servedAt >= token.checkedInAt
            ? (token.servedAt - token.checkedInAt) / MINUTE
            : null,
        ),
      ),
      0.5,
    ),
  quoted: counted(isQuoted),
  insideQuote: counted((visit) => isQuoted(visit) && quoteSide(visit) === 'inside'),
  insideQuoteShare: (visits) =>
    share(
      visits.filter((visit) => isQuoted(visit) && quoteSide(visit) === 'inside').length,
      visits.filter(isQuoted).length,
    ),
  beforeQuote: counted((visit) => isQuoted(visit) && quoteSide(visit) === 'before'),
  afterQuote: counted((visit) => isQuoted(visit) && quoteSide(visit) === 'after'),
  quoteBias: (visits) => {
    const errors = visits.filter(isQuoted).map(({ firstCall, quote }) => {
      if (!quote || firstCall === null) throw new Error('It is quoted.');
      return (firstCall - (quote.from + quote.to) / 2) / MINUTE;
    });
    return errors.length === 0 ? null : errors.reduce((sum, one) => sum + one, 0) / errors.length;
  },
  expected: counted(isExpected),
  noShows: counted(isNoShow),
  noShowShare: (visits) => share(visits.filter(isNoShow).length, visits.filter(isExpected).length),
  cancelled: counted(isCancelled),
  cancelledEarlyMedian: (visits) =>
    atShare(
      visits.filter(isCancelled).flatMap(({ slot, ended }) => {
        return slot && ended !== null ? [(slot.startsAt - ended) / (60 * MINUTE)] : [];
      }),
      0.5,
    ),
  leftUnseen: counted((visit) => reasonOf(visit) === 'left_unseen'),
  notSeen: counted((visit) =>
    ['sent_away', 'doctor_gone', 'closed_by_clock', 'not_seen'].includes(reasonOf(visit)),
  ),
  displaced: counted((visit) => !isGone(visit) && visit.wasDisplaced),
  overflow: counted((visit) => !isGone(visit) && visit.satInOverflow),
  promoted: counted((visit) => !isGone(visit) && visit.wasPromoted),
  extras: counted((visit) => !isGone(visit) && visit.isExtra),
  transferred: counted((visit) => reasonOf(visit) === 'transferred'),
};

const IST = 5.5 * 60 * MINUTE;
const DAY = 24 * 60 * MINUTE;
/** India’s clock has one offset all year. */
const hourAt = (instant: number, day: string): number =>
  Math.floor((instant + IST - Date.parse(`${day}T00:00:00Z`)) / (60 * MINUTE));
export function hourOf({ token, slot, day }: PlainVisit): number {
  if (token.checkedInAt !== null) return hourAt(token.checkedInAt, day);
  return slot ? Math.floor(slot.startMinute / 60) : hourAt(token.createdAt, day);
}
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
const dayAt = (instant: number): string => new Date(instant + IST).toISOString().slice(0, 10);

function leadOf({ token, day }: PlainVisit): string {
  const days = Math.max(0, (Date.parse(day) - Date.parse(dayAt(token.createdAt))) / DAY);
  const found = [
    [0, '0'],
    [1, '1'],
    [3, '2-3'],
    [7, '4-7'],
    [14, '8-14'],
  ].find(([most]) => days <= Number(most));
  return String(found?.[1] ?? '15+');
}

export function groupOf(day: string, by: ReportWish['groupBy']): string {
  if (by === 'weekday') return String(weekdayOf(day));
  if (by === 'month') return `${day.slice(0, 7)}-01`;
  if (by === 'day') return day;
  return new Date(Date.parse(day) - (weekdayOf(day) - 1) * DAY).toISOString().slice(0, 10);
}

const inTens = (value: number, least: number, most: number): string =>
  String(Math.min(most, Math.max(least, Math.floor(value / 10) * 10)));

/** Which row of a table a visit is in; null: none. */
export function keyOf(
  visit: PlainVisit,
  by: ReportTable['by'],
  groupBy: ReportWish['groupBy'],
): string | null {
  const { token, day, slot, ended, firstCall, quote } = visit;
  const hour = hourOf(visit);
  switch (by) {
    case 'total':
      return '';
    case 'group':
      return groupOf(day, groupBy);
    case 'source':
      return token.source;
    case 'channel':
      return token.channel;
    case 'doctor':
      return token.doctorId;
    case 'hour':
      return hour < 0 ? null : String(hour);
    case 'weekday':
      return String(weekdayOf(day));
    case 'heat':
      return hour < 0 ? null : `${weekdayOf(day)}-${hour}`;
    case 'lead':
      return leadOf(visit);
    case 'wait': {
      const wait = waitOf(visit);
      return wait === null ? null : inTens(wait, 0, 180);
    }
    case 'error': {
      if (!isQuoted(visit) || !quote || firstCall === null) return null;
      return inTens((firstCall - (quote.from + quote.to) / 2) / MINUTE, -120, 120);
    }
    case 'early': {
      if (!slot || ended === null) return 'none';
      const hours = (slot.startsAt - ended) / (60 * MINUTE);
      return hours < 0 ? 'after' : hours < 1 ? '0-1' : hours < 4 ? '1-4' : hours < 24 ? '4-24' : '24+';
    }
    default:
      throw new Error(`Not by ${by}.`);
  }
}
