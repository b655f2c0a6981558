import type { TokenEvent } from '../../src/shared/model/event';
import type { Slot } from '../../src/shared/model/slot';
import { atShare, type PlainVisit } from './plain';

const MINUTE = 60_000;
type Cells = Readonly<Record<string, number | null>>;

interface PlacedSlot extends Slot {
  readonly doctorId: string;
  readonly day: string;
}

/** Figures of rooms, minute by minute where they are of minutes: instants of these data are whole seconds. */
export function plainRooms(visits: readonly PlainVisit[], slots: readonly PlacedSlot[]): Cells {
  const books = new Map<string, PlainVisit[]>();
  for (const visit of visits) {
    const name = `${visit.token.doctorId} ${visit.token.serviceDay}`;
    books.set(name, [...(books.get(name) ?? []), visit]);
  }
  const late: number[] = [];
  const gaps: number[] = [];
  const overrun: number[] = [];
  const lengths: number[] = [];
  let [days, idle, worked, busy] = [0, 0, 0, 0];
  for (const [name, book] of books) {
    const calls = book.flatMap(({ firstCall, started }) => firstCall ?? started ?? []);
    if (calls.length === 0) continue;
    days += 1;
    const open = slots.filter(
      ({ doctorId, day, status }) => `${doctorId} ${day}` === name && status === 'open',
    );
    const start = open.length > 0 ? Math.min(...open.map(({ startsAt }) => startsAt)) : null;
    const end = open.length > 0 ? Math.max(...open.map(({ endsAt }) => endsAt)) : null;
    if (start !== null) late.push((Math.min(...calls) - start) / MINUTE);
    const seen = book.flatMap(({ token, started, firstCall, ended }) => {
      const from = started ?? firstCall;
      return token.status === 'served' && from !== null && ended !== null && ended >= from
        ? [{ from, to: ended, started }]
        : [];
    });
    for (const { from, to, started } of seen) if (started !== null) lengths.push((to - from) / MINUTE);
    if (seen.length === 0) continue;
    const first = Math.min(...seen.map(({ from }) => from));
    const last = Math.max(...seen.map(({ to }) => to));
    worked += (last - first) / MINUTE;
    if (end !== null) overrun.push((last - end) / MINUTE);
    for (const { from } of seen) {
      const before = seen.filter(
        (one) => one.from < from || (one.from === from && one.to <= from && one.to < from),
      );
      const until = Math.max(...before.map(({ to }) => to));
      // Whoever began at the same instant as another comes after that one.
      if (before.length > 0 && from >= until) gaps.push((from - until) / MINUTE);
    }
    const waits = book.flatMap(({ token, slot, isExtra, firstCall, started, ended }) => {
      if (token.checkedInAt === null) return [];
      const due = slot && !isExtra ? Math.max(token.checkedInAt, slot.startsAt) : token.checkedInAt;
      const until = firstCall ?? started ?? ended;
      return until !== null && until > due ? [{ from: due, to: until }] : [];
    });
    // Second by second, as somebody with a stop watch in the room would have counted.
    for (let now = Math.min(first, start ?? first); now < last; now += 1_000) {
      const isBusy = seen.some(({ from, to }) => from <= now && now < to);
      if (isBusy) busy += 1 / 60;
      else if (waits.some(({ from, to }) => from <= now && now < to)) idle += 1 / 60;
    }
  }
  return {
    days,
    firstCallLateMedian: atShare(late, 0.5),
    idleMinutes: idle,
    gapMedian: atShare(gaps, 0.5),
    overrunMedian: atShare(overrun, 0.5),
    hoursWorked: worked / 60,
    hoursWithPatients: busy / 60,
    consultationMedian: atShare(lengths, 0.5),
  };
}

export function plainCapacity(visits: readonly PlainVisit[], slots: readonly PlacedSlot[]): Cells {
  let [seats, used, within] = [0, 0, 0];
  const open = slots.filter(({ status }) => status === 'open');
  for (const slot of open) {
    const taken = visits.filter(
      ({ token }) =>
        (token.status === 'active' || token.status === 'served') && token.slotId === slot.id && !token.extra,
    ).length;
    seats += slot.capacity;
    used += taken;
    within += Math.min(taken, slot.capacity);
  }
  return {
    slots: open.length,
    seats,
    seatsUsed: used,
    useShare: seats === 0 ? null : within / seats,
    overflowUsed: used - within,
    seatsEmpty: seats - within,
  };
}

const IST = 5.5 * 60 * MINUTE;
const textAt = (instant: number): string => new Date(instant + IST).toISOString();

/** Who issued, corrected and undid, on these days by the clock. */
export function plainPeople(
  visits: readonly PlainVisit[],
  events: readonly TokenEvent[],
  isMeant: (done: { readonly person: string; readonly day: string; readonly hour: number }) => boolean,
): Cells {
  const doneAt = (person: string, at: number) => {
    const text = textAt(at);
    return { person, day: text.slice(0, 10), hour: Number(text.slice(11, 13)) };
  };
  const issued = visits
    .filter(({ token }) => token.transferredFrom === null)
    .map(({ token, issuedBy }) => doneAt(issuedBy, token.createdAt))
    .filter(isMeant);
  const acts = events
    .map((event) => ({ event, done: doneAt(event.by?.personId ?? event.by?.screen ?? 'gone', event.at) }))
    .filter(({ done }) => isMeant(done));
  const corrections = acts.filter(
    ({ event: { type, reason } }) => type === 'tokenCorrected' && reason.code === 'asked_by_staff',
  ).length;
  const undos = acts.filter(
    ({ event: { type, reason } }) =>
      (type === 'tokenRestored' && (reason.rule === 'R23' || reason.code === 'transfer_undone')) ||
      (type === 'tokenCancelled' && reason.rule === 'R23'),
  ).length;
  const hours = new Set(issued.map(({ person, day, hour }) => `${person} ${day} ${hour}`)).size;
  return {
    issued: issued.length,
    hoursIssuing: hours,
    issuedPerHour: hours === 0 ? null : issued.length / hours,
    corrections,
    undos,
  };
}
