import type { BookEvent, TokenEvent } from '../../../shared/model/event';
import { isTokenEvent } from '../../../shared/model/event';
import type { Token } from '../../../shared/model/token';
import type { Row } from './rows';
import { fieldsOf } from './tokens';

type Fields = Readonly<Record<string, string | number | boolean | null>>;

/**
 * How an event stands in its row. Day, doctor, type, time and token have columns of their own; the body has the rest.
 * Of a token the first event has all of it, each later one only what it changed; what its status no longer has is gone
 * by itself. What is null is left out where all of a token is given, and `updatedAt` where it is the event's own time.
 *
 * Up to version 20 of the database a body had the whole event, with all of the token before and after.
 */
interface FullBody {
  readonly before: Fields | null;
  readonly after: Fields;
}

interface ChangeBody {
  readonly set: Fields;
}

/** The columns that a body does not repeat. */
export const eventColumns = 'id, doctor_id, service_day, revision, type, at, token_id, body';

/** What is written of an event. `isOnRecord`: the events before it give the token as it was before. */
export function bodyOf(event: BookEvent, isOnRecord: (token: Token) => boolean): string {
  if (!isTokenEvent(event)) {
    const { type: _type, at: _at, by, ...rest } = event;
    return JSON.stringify({ ...actorPart(by), ...rest });
  }
  const { before, reason, by } = event;
  const token = before !== null && isOnRecord(before) ? changeOf(before, event) : wholeOf(event);
  return JSON.stringify({ ...actorPart(by), reason, ...token });
}

/** Without what is null. */
function actorPart(by: BookEvent['by']): object {
  return by === null ? {} : { by: withoutNulls(by) };
}

function changeOf(before: Token, { after, at }: TokenEvent): ChangeBody {
  const was: Fields = { ...before };
  const is: Fields = { ...after };
  const changed = Object.entries(is).filter(
    ([name, value]) => value !== was[name] && !(name === 'updatedAt' && value === at),
  );
  return { set: Object.fromEntries(changed) };
}

function wholeOf({ before, after, at }: TokenEvent): FullBody {
  const { updatedAt, ...rest } = withoutColumns(after);
  const whole = updatedAt === at ? rest : { ...rest, updatedAt: updatedAt ?? null };
  return { before: before && withoutColumns(before), after: whole };
}

function withoutColumns({ id: _id, doctorId: _doctor, serviceDay: _day, ...rest }: Token): Fields {
  return withoutNulls(rest);
}

const withoutNulls = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

/** An event of a row. `known`: what the events before it give of its token. Throws if that is needed and missing. */
export function eventOf(row: Row, known: Token | undefined): BookEvent {
  const body = JSON.parse(String(row.body)) as object;
  if ('type' in body) return earlierEvent(body as BookEvent);
  const { by, ...rest } = body as { by?: object };
  const actor = by ? { deviceId: null, personId: null, ...by } : null;
  const event = { type: row.type, at: row.at, by: actor, ...rest } as BookEvent;
  if (row.token_id === null) return event;
  if ('set' in event) return changedEvent(row, event as unknown as ChangeBody & TokenEvent, known);
  const { before, after } = event as unknown as FullBody;
  return { ...event, before: before && tokenOf(before, row), after: tokenOf(after, row) } as TokenEvent;
}

function changedEvent(
  { id, at }: Row,
  { set, ...event }: ChangeBody & TokenEvent,
  before: Token | undefined,
): TokenEvent {
  if (!before) throw new Error(`What event ${id} changes is not on record.`);
  const fields: Fields = { ...before, updatedAt: at ?? null, ...set };
  const names = fieldsOf(fields.status as Token['status']);
  const after = Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
  return { ...event, before, after: after as Token };
}

/** All fields that a token of its status has. */
function tokenOf(given: Fields, { doctor_id, service_day, token_id, at }: Row): Token {
  const columns = { id: token_id, doctorId: doctor_id, serviceDay: service_day, updatedAt: at };
  const nulls = fieldsOf(given.status as Token['status']).map((name) => [name, null]);
  return { ...Object.fromEntries(nulls), ...columns, ...given };
}

/** What tokens did not remember before, as it is at the start. */
const newFacts: Partial<Token> = { precedence: null, lostSlotId: null, upgradedFrom: null, leftDoorAt: null };
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
