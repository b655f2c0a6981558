import type Database from 'better-sqlite3';
import { type BookEvent, isTokenEvent, type TokenEvent } from '../../../shared/model/event';
import type { TokenId } from '../../../shared/model/ids';
import type { Slot } from '../../../shared/model/slot';
import type { Instant } from '../../../shared/model/time';
import { isListed, type Token } from '../../../shared/model/token';
import type { BookChange, Quote } from '../transact';
import {
  actKind,
  channelCode,
  dayNumber,
  flag,
  outcomeCode,
  outcomeOf,
  STANDING_FLAGS,
  sourceCode,
} from '../visit-codes';
import { writtenActor } from './event-body';
import { wholeFamily } from './register';
import type { Row } from './rows';
import type { WordTable } from './words';

/** When each slot of a day begins, by the printed clock. */
export type SlotStarts = readonly Pick<Slot, 'id' | 'startMinute'>[];

export interface VisitTable {
  /** Within the transaction of the change, its tokens being written. */
  saveVisits(change: BookChange, quotes: readonly Quote[]): void;
  /** A token as all its events leave it; `kept`: what no event tells, as its row had it. */
  rewrite(events: readonly TokenEvent[], slots: SlotStarts, kept: Row | undefined): void;
}

const columns = [
  ...['day', 'doctor', 'series', 'sequence', 'source', 'channel', 'outcome', 'flags'],
  ...['returning_patient', 'issued_by', 'slot_start', 'issued_at', 'arrived_at', 'called_at'],
  ...['started_at', 'ended_at', 'quoted_from', 'quoted_to'],
];

/** Seen here on an earlier day, by whichever doctor, before it was issued: that patient, or a row that is the same one. */
const wasHere = `CASE WHEN @patient IS NULL THEN NULL ELSE (${wholeFamily.replaceAll('@id', '@patient')}
  SELECT EXISTS (SELECT 1 FROM family CROSS JOIN tokens ON tokens.patient_id = family.id
    WHERE tokens.status = 'served' AND tokens.service_day < @serviceDay
      AND tokens.served_at <= @issued_at)) END`;

/** The first call that counts: `null`: it was taken back, or another one is to come; undefined: as it was. */
type Called = Instant | null | undefined;

/** What the events of one token tell together. */
interface Told {
  readonly after: Token;
  readonly called: Called;
  readonly flags: number;
  /** Beyond the seats; undefined: as it was. */
  readonly isExtra: boolean | undefined;
  /** It became somebody else's, as far as the register knows. */
  readonly isAnothers: boolean;
}

const flagOf: Readonly<Partial<Record<TokenEvent['type'], number>>> = {
  tokenDisplaced: flag.displaced,
  tokenPromoted: flag.promoted,
  tokenCorrected: flag.corrected,
  tokenRestored: flag.restored,
  tokenReinstated: flag.reinstated,
};

function toldBy(events: readonly TokenEvent[], first: TokenEvent): Told {
  let called: Called;
  let flags = 0;
  let isAnothers = false;
  let isExtra: boolean | undefined;
  let after = first.after;
  for (const event of events) {
    after = event.after;
    called = calledAfter(called, after);
    if ('extra' in after) isExtra = after.extra;
    else if (isListed(after)) isExtra = false;
    flags |= flagOf[event.type] ?? 0;
    if (event.reason.code === 'overflow_seat') flags |= flag.overflow;
    if (event.before && event.before.patientId !== after.patientId) isAnothers = true;
  }
  return { after, called, flags, isExtra, isAnothers };
}

/** Once a token is given a seat anew, or back to the list, the call that counts is still to come. */
function calledAfter(called: Called, token: Token): Called {
  if ('calledAt' in token) return token.calledAt === null ? null : (called ?? token.calledAt);
  return isListed(token) ? null : called;
}

export function visitTable(database: Database.Database, words: WordTable): VisitTable {
  const values = (returning: string): string =>
    columns.map((column) => (column === 'returning_patient' ? returning : `@${column}`)).join(', ');
  const insert = database.prepare(
    `INSERT OR REPLACE INTO visits (${columns.join(', ')}) VALUES (${values(wasHere)})`,
  );
  const insertKept = database.prepare(
    `INSERT OR REPLACE INTO visits (${columns.join(', ')}) VALUES (${values('@returning_patient')})`,
  );
  const key = 'day = @day AND doctor = @doctor AND series = @series AND sequence = @sequence';
  // `@called`: 0 as it was; 1 the first one stays; 2 there is none any more.
  const update = database.prepare(
    `UPDATE visits SET source = @source, outcome = @outcome, flags = flags & ~@cleared | @flags,
       slot_start = @slot_start, arrived_at = @arrived_at, started_at = @started_at, ended_at = @ended_at,
       called_at = CASE @called WHEN 0 THEN called_at WHEN 1 THEN coalesce(called_at, @called_at) END
     WHERE ${key}`,
  );
  const patient = database.prepare(`UPDATE visits SET returning_patient = ${wasHere} WHERE ${key}`);
  const act = database.prepare(
    'INSERT INTO visit_acts (at, kind, actor, doctor, source) VALUES (?, ?, ?, ?, ?)',
  );

  const keyOf = ({ serviceDay, doctorId, series, sequence }: Token): Row => ({
    day: dayNumber(serviceDay),
    doctor: words.numberOf(doctorId),
    series: Number(series === 'paper'),
    sequence,
  });

  const actorOf = ({ by }: BookEvent): number | null => {
    const written = writtenActor(by);
    return written === null ? null : words.numberOf(written);
  };

  function standingOf(token: Token, slots: SlotStarts): Row {
    const slotId = 'slotId' in token ? token.slotId : 'lastSlotId' in token ? token.lastSlotId : null;
    const end = { served: 'servedAt', cancelled: 'cancelledAt', no_show: 'noShowAt' } as const;
    const ended = token.status in end ? end[token.status as keyof typeof end] : null;
    return {
      source: sourceCode(token.source),
      outcome: outcomeCode(outcomeOf(token)),
      slot_start: slots.find(({ id }) => id === slotId)?.startMinute ?? null,
      arrived_at: token.checkedInAt,
      started_at: 'startedAt' in token ? token.startedAt : null,
      ended_at: ended && (token[ended as keyof Token] as Instant),
    };
  }

  function flagsOf({ after, flags, isExtra }: Told): number {
    const extra = isExtra ? flag.extra : 0;
    const continues = after.transferredFrom === null ? 0 : flag.continues;
    return flags | extra | continues | (after.upgradedFrom === null ? 0 : flag.upgraded);
  }

  function insertRow(first: TokenEvent, told: Told, slots: SlotStarts, rest: Row | null): void {
    const { after, called } = told;
    const row = {
      ...keyOf(after),
      ...standingOf(after, slots),
      channel: channelCode(after.channel),
      flags: flagsOf(told),
      issued_by: actorOf(first),
      issued_at: after.createdAt,
      called_at: called ?? null,
      quoted_from: null,
      quoted_to: null,
      ...rest,
    };
    const isKnown = rest !== null && 'returning_patient' in rest;
    if (isKnown) insertKept.run(row);
    else insert.run({ ...row, patient: after.patientId, serviceDay: after.serviceDay });
  }

  return {
    saveVisits({ book: { slots }, events }, quotes) {
      for (const own of byToken(events)) {
        const [first] = own;
        if (!first) continue;
        const told = toldBy(own, first);
        const { after, called } = told;
        if (first.before === null) {
          const quote = quotes.find(({ tokenId }) => tokenId === after.id);
          insertRow(first, told, slots, quote ? { quoted_from: quote.from, quoted_to: quote.to } : null);
        } else {
          // What a status does not say of itself stays: whoever was called in beyond the seats, and left.
          const cleared = told.isExtra === undefined ? STANDING_FLAGS & ~flag.extra : STANDING_FLAGS;
          update.run({
            ...keyOf(after),
            ...standingOf(after, slots),
            cleared,
            flags: flagsOf(told),
            called: called === undefined ? 0 : called === null ? 2 : 1,
            called_at: called ?? null,
          });
          if (told.isAnothers)
            patient.run({
              ...keyOf(after),
              patient: after.patientId,
              serviceDay: after.serviceDay,
              issued_at: after.createdAt,
            });
        }
        for (const event of own) saveAct(event);
      }
    },
    rewrite(events, slots, kept) {
      const [first] = events;
      if (!first) return;
      insertRow(first, toldBy(events, first), slots, kept ?? null);
      for (const event of events) saveAct(event);
    },
  };

  function saveAct(event: TokenEvent): void {
    const kind = actOf(event);
    if (kind === null) return;
    const { doctorId, source } = event.after;
    act.run(event.at, kind, actorOf(event), words.numberOf(doctorId), sourceCode(source));
  }
}

/** Corrections and undos, and not what the register or a reopened day brings about. */
function actOf({ type, reason }: TokenEvent): number | null {
  if (type === 'tokenCorrected' && reason.code === 'asked_by_staff') return actKind.correction;
  const isUndo = reason.rule === 'R23' || reason.code === 'transfer_undone';
  if (type === 'tokenRestored' && isUndo) return actKind.undo;
  return type === 'tokenCancelled' && reason.rule === 'R23' ? actKind.undo : null;
}

/** Those of each token together, in the order in which they happened. */
export function byToken(events: readonly BookEvent[]): Iterable<readonly TokenEvent[]> {
  const found = new Map<TokenId, TokenEvent[]>();
  for (const event of events.filter(isTokenEvent)) {
    const own = found.get(event.after.id);
    if (own) own.push(event);
    else found.set(event.after.id, [event]);
  }
  return found.values();
}
