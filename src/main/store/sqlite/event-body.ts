import type { BookEvent, TokenEvent } from '../../../shared/model/event';
import { isTokenEvent } from '../../../shared/model/event';
import { priorityOf, type Token } from '../../../shared/model/token';
import type { Row } from './rows';
import { fieldsOf } from './tokens';

type Fields = Readonly<Record<string, string | number | boolean | null>>;

/**
 * How an event stands in its row. Day, doctor, type, time and token have columns of their own, and who it was and why in
 * general are words of theirs; the body has the rest.
 * Of a token the first event has all of it, each later one only what it changed; what its status no longer has is gone
 * by itself. `t` names what is the event's own time, each by a letter. Of a new token whatever is as it usually is at the start is left
 * out, and of a reason the slot that the token is in.
 *
 * Up to version 33 of the database `now` named those times in full, and a time without a letter is named so still. Up to version 24 who and why stood in the body; up to version 22 a first event had all that was not null, and every time was written; up to version 20
 * a body had the whole event, with all of the token before and after.
 */
interface NewBody extends Now {
  readonly new: Fields;
}

interface ChangeBody extends Now {
  readonly set: Fields;
}

/** Where the row of a token was mended by hand, and up to version 22 of a new one. What is null is left out. */
interface FullBody {
  readonly before: Fields | null;
  readonly after: Fields;
}

interface Now {
  /** Letters of {@link timeLetters}. */
  readonly t?: string;
  /** Names of fields, with spaces between. */
  readonly now?: string;
}

/** What usually is an event's own time. Part of what is on record: a letter never changes. */
const timeLetters: Readonly<Record<string, string>> = {
  ...{ createdAt: 'n', checkedInAt: 'i', seatedAt: 's', listedAt: 'w', calledAt: 'c', lastCalledAt: 'l' },
  ...{ startedAt: 'b', servedAt: 'd', leftDoorAt: 'o', cancelledAt: 'x', noShowAt: 'm', heldAt: 'h' },
};
const timeNames = new Map(Object.entries(timeLetters).map(([name, letter]) => [letter, name]));

type TokenBody = NewBody | ChangeBody | FullBody;

/** The columns that a body does not repeat. */
export const eventColumns = 'id, doctor_id, service_day, revision, type, at, token_id, actor, reason, body';

/** What is written of an event. */
export interface WrittenEvent {
  /** Who it was, and why, as words that stand in many events. */
  readonly actor: string | null;
  readonly reason: string;
  readonly body: string;
}

/** `isOnRecord`: the events before it give the token as it was before. */
export function writtenEvent(event: BookEvent, isOnRecord: (token: Token) => boolean): WrittenEvent {
  const { code, rule, ...particulars } = event.reason;
  const actor = writtenActor(event.by);
  return { actor, reason: JSON.stringify({ code, rule }), body: bodyOf(event, particulars, isOnRecord) };
}

/** Who it was, as a word; null: it is not on record. */
export function writtenActor(by: BookEvent['by']): string | null {
  return by && JSON.stringify(withoutNulls(by));
}

function bodyOf(event: BookEvent, particulars: object, isOnRecord: (token: Token) => boolean): string {
  if (!isTokenEvent(event)) {
    const { type: _type, at: _at, by: _by, reason: _reason, ...rest } = event;
    return JSON.stringify({ ...reasonPart(particulars), ...rest });
  }
  return JSON.stringify({
    ...reasonPart(withoutOwnSlot(particulars, event.after)),
    ...tokenPart(event, isOnRecord),
  });
}

const reasonPart = (particulars: object): object =>
  Object.keys(particulars).length > 0 ? { reason: particulars } : {};

function tokenPart({ before, after, at }: TokenEvent, isOnRecord: (token: Token) => boolean): TokenBody {
  if (before === null) {
    const rest = withoutColumns(after);
    const start = startOf(rest, at);
    return { ...timesApart(rest, at, (name, value) => value !== (start[name] ?? null), 'new') };
  }
  if (!isOnRecord(before)) return fullOf(before, after, at);
  const was: Fields = { ...before, updatedAt: at };
  return timesApart({ ...after }, at, (name, value) => value !== (was[name] ?? null), 'set');
}

/** What is told of a token, and apart from it the names of what is the event's own time. */
function timesApart<K extends 'new' | 'set'>(
  fields: Fields,
  at: number,
  isTold: (name: string, value: Fields[string]) => boolean,
  called: K,
): Readonly<Record<K, Fields>> & Now {
  const told: Record<string, string | number | boolean | null> = {};
  const now: string[] = [];
  let letters = '';
  for (const [name, value = null] of Object.entries(fields)) {
    if (!isTold(name, value)) continue;
    if (value !== at) told[name] = value;
    else if (timeLetters[name] === undefined) now.push(name);
    else letters += timeLetters[name];
  }
  const times = { ...(letters !== '' && { t: letters }), ...(now.length > 0 && { now: now.join(' ') }) };
  return { [called]: told, ...times } as Record<K, Fields> & Now;
}

/** What a new token usually is. Part of what is on record: it never changes. */
function startOf({ number, source }: Fields, at: number): Fields {
  return {
    series: 'main',
    sequence: Number(/\d+$/.exec(String(number))?.[0]),
    priority: priorityOf[source as Token['source']],
    updatedAt: at,
    displacements: 0,
    note: '',
    status: 'active',
    extra: false,
    recalls: 0,
    unanswered: 0,
  };
}

function fullOf(before: Token, after: Token, at: number): FullBody {
  const { updatedAt, ...rest } = withoutNulls(withoutColumns(after));
  const whole = updatedAt === at ? rest : { ...rest, updatedAt: updatedAt ?? null };
  return { before: withoutNulls(withoutColumns(before)), after: whole };
}

const withoutColumns = ({ id: _id, doctorId: _doctor, serviceDay: _day, ...rest }: Token): Fields => rest;

const withoutNulls = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

function withoutOwnSlot(particulars: object, after: Token): object {
  const isOwn = 'slotId' in particulars && 'slotId' in after && particulars.slotId === after.slotId;
  return isOwn ? { ...particulars, slotId: OWN_SLOT } : particulars;
}

const OWN_SLOT = true;

/** An event of a row, whose words are written out. `known`: what the events before it give of its token. Throws if that is needed and missing. */
export function eventOf(row: Row, known: Token | undefined): BookEvent {
  const body = JSON.parse(String(row.body)) as object;
  if ('type' in body) return earlierEvent(body as BookEvent);
  const { by = wordOf(row.actor), reason: particulars, ...rest } = body as { by?: object; reason?: object };
  const actor = by ? { deviceId: null, personId: null, ...by } : null;
  const why = { ...wordOf(row.reason), ...particulars };
  const event = { type: row.type, at: row.at, by: actor, reason: why, ...rest } as BookEvent;
  if (row.token_id === null) return event;
  const { type, at, reason, ...told } = event as TokenEvent & TokenBody;
  const { before, after } = tokensOf(told, row, known);
  return { type, at, by: actor, reason: withOwnSlot(reason, after), before, after } as TokenEvent;
}

const wordOf = (word: Row[string] | undefined): object | null =>
  typeof word === 'string' ? (JSON.parse(word) as object) : null;

function tokensOf(
  told: TokenBody,
  row: Row,
  known: Token | undefined,
): { readonly before: Token | null; readonly after: Token } {
  const at = Number(row.at);
  if ('set' in told) {
    if (!known) throw new Error(`What event ${row.id} changes is not on record.`);
    const fields = { ...known, updatedAt: at, ...withTimes(told.set, told, at) };
    return { before: known, after: ofItsStatus(fields) };
  }
  const columns = { id: row.token_id, doctorId: row.doctor_id, serviceDay: row.service_day };
  if ('new' in told) {
    const fields = withTimes(told.new, told, at);
    return { before: null, after: ofItsStatus({ ...startOf(fields, at), ...columns, ...fields } as Fields) };
  }
  const whole = (given: Fields): Token => ofItsStatus({ ...columns, updatedAt: at, ...given } as Fields);
  return { before: told.before && whole(told.before), after: whole(told.after) };
}

function withTimes(fields: Fields, { t = '', now }: Now, at: number): Fields {
  const names = [...[...t].map((letter) => timeNames.get(letter) ?? ''), ...(now?.split(' ') ?? [])];
  return { ...fields, ...Object.fromEntries(names.map((name) => [name, at])) };
}

/** All fields that a token of its status has, and no others. */
function ofItsStatus(fields: Fields): Token {
  const names = fieldsOf(fields.status as Token['status']);
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? null])) as Token;
}

function withOwnSlot(reason: TokenEvent['reason'], after: Token): object {
  const isOwn = 'slotId' in reason && (reason.slotId as unknown) === OWN_SLOT;
  return isOwn && 'slotId' in after ? { ...reason, slotId: after.slotId } : reason;
}

/** What tokens did not remember before, as it is at the start. */
const newFacts: Partial<Token> = {
  patientId: null,
  precedence: null,
  precedenceFrom: null,
  followUp: null,
  lostSlotId: null,
  upgradedFrom: null,
  leftDoorAt: null,
};
const newOfActive: Partial<Token> = { heldAt: null, heldFor: null, unanswered: 0 };

/** As an earlier version wrote it; what events and tokens did not remember then has its usual start. */
function earlierEvent(written: BookEvent): BookEvent {
  const event = { ...written, by: written.by ?? null };
  if (!isTokenEvent(event)) return event;
  return { ...event, before: event.before && completeToken(event.before), after: completeToken(event.after) };
}

function completeToken(token: Token): Token {
  const start = token.status === 'active' ? { ...newFacts, ...newOfActive } : newFacts;
  return { ...start, ...token };
}
