import { isDeepStrictEqual } from 'node:util';
import type { TokenEvent } from '../../../shared/model/event';
import type { PatientId } from '../../../shared/model/ids';
import {
  contactEnd,
  erasedPersonal,
  nameKey,
  type OfPatient,
  patientKey,
} from '../../../shared/model/patient';
import { isCalled, type RegisteredPatient } from '../../../shared/model/registered-patient';
import type { Token } from '../../../shared/model/token';

type Personal = Pick<Token, keyof typeof erasedPersonal>;

/** Whoever is erased, as they stood in the register. */
export type Gone = Pick<RegisteredPatient, 'id' | 'name' | 'secondName' | 'contacts'>;

/** What happened with a token that was somebody's once, and is somebody else's now. */
export interface Forgetting {
  /** Whether a token that says so was theirs. */
  isTheirs(said: OfPatient): boolean;
  /** Until when it was, by whatever the clock showed meanwhile. */
  readonly until: number;
  /** The bodies of its events without them, in order; what did not change is the same text. */
  readonly bodies: readonly string[];
}

/**
 * Takes somebody out of what happened with a token before it became somebody else's. What is left gives the same token as before:
 * what it was not told anew then, it is told now.
 * @param events all of the token's, in order, with the bodies they were read from
 * @param others whose names and contacts are whose, of those it was of as well: said while rows were merged by mistake, they stay
 */
export function forgetting(
  events: readonly { readonly event: TokenEvent; readonly body: string }[],
  gone: Gone,
  others: ReadonlyMap<string, PatientId>,
): Forgetting {
  const patientId = gone.id;
  const last = events.at(-1)?.event.after;
  const keyOf = (token: OfPatient): string => patientKey(token.patientName, token.patientContact);
  const own = last && keyOf(last);
  const named = events.flatMap(({ event: { before, after } }) => (before ? [before, after] : [after]));
  // By the name alone it was theirs while their row was merged into another.
  const isCalledSo = (token: Token): boolean => isCalled(gone, token.patientName, token.patientContact);
  const keys = new Set(
    named.filter((token) => token.patientId === patientId || isCalledSo(token)).map(keyOf),
  );
  // Whose it is now had that name all along: rows were merged, and taken apart.
  if (own !== undefined) keys.delete(own);
  for (const key of others.keys()) keys.delete(key);
  const isNobodys = (token: Token): boolean => keyOf(token) !== own && !others.has(keyOf(token));
  const theirs = named.filter((token) => keys.has(keyOf(token)));
  // Corrected in two steps, it still had their phone or name between them.
  for (const token of named.filter(isNobodys)) {
    if (theirs.some((one) => sharesWith(said(one), said(token), last && said(last)))) keys.add(keyOf(token));
  }
  const isTheirs = (token: OfPatient): boolean => keys.has(keyOf(token));
  const notes = new Set(named.filter(isTheirs).map(({ note }) => note));
  const forgotten = (token: Token): Token => {
    if (isTheirs(token)) return { ...token, ...erasedPersonal };
    // Said of them, it stood there until a later correction: what stands there still is its own.
    const note = token.note !== last?.note && notes.has(token.note) ? '' : token.note;
    if (token.patientId !== patientId) return { ...token, note };
    return { ...token, note, patientId: others.get(keyOf(token)) ?? null };
  };
  let until = 0;
  let left: Token | null = null;
  const bodies = events.map(({ event, body }) => {
    const [before, after] = [event.before && forgotten(event.before), forgotten(event.after)];
    if (isTheirs(event.after) || (event.before && isTheirs(event.before))) until = Math.max(until, event.at);
    const words = isTheirs(event.after) ? { note: '' } : {};
    const written = rewritten(JSON.parse(body) as Body, { left, before, after, words });
    left = after;
    return written;
  });
  return { isTheirs, until, bodies: bodies.map((body, index) => sameText(events[index]?.body, body)) };
}

type Said = Pick<RegisteredPatient, 'name' | 'contacts'>;
const said = ({ patientName, patientContact }: OfPatient): Said => ({
  name: patientName,
  contacts: [patientContact],
});

/** Whether another has the name or a phone of this one, but for what is also whose the token is now. */
export function sharesWith(one: Said, other: Said, now: Said | undefined): boolean {
  const marksOf = ({ name, contacts }: Said): string[] => [
    nameKey(name),
    ...contacts.map(contactEnd).filter((end) => end !== ''),
  ];
  const kept = now ? marksOf(now) : [];
  const marks = marksOf(one).filter((mark) => !kept.includes(mark));
  return marksOf(other).some((mark) => marks.includes(mark));
}

const sameText = (was: string | undefined, body: Body): string =>
  was !== undefined && isDeepStrictEqual(JSON.parse(was), body) ? was : JSON.stringify(body);

/** See event-body: one of these forms. */
interface Body {
  readonly reason?: { readonly note?: unknown };
  readonly new?: Partial<Personal>;
  readonly set?: Partial<Personal>;
  readonly before?: Partial<Personal> | null;
  readonly after?: Partial<Personal>;
}

interface States {
  /** The token as the events before it leave it. */
  readonly left: Token | null;
  readonly before: Token | null;
  readonly after: Token;
  readonly words: { readonly note?: string };
}

function rewritten(body: Body, { left, before, after, words }: States): Body {
  const reason = body.reason && {
    reason: typeof body.reason.note === 'string' ? { ...body.reason, ...words } : body.reason,
  };
  const rest = { ...body, ...reason };
  if (body.new) return { ...rest, new: { ...body.new, ...toldOf(after, body.new) } };
  if (body.set) return { ...rest, set: changedOf(body.set, left, after) };
  const told = body.after && { after: { ...body.after, ...toldOf(after, body.after) } };
  const was = body.before && before && { before: { ...body.before, ...toldOf(before, body.before) } };
  return { ...rest, ...was, ...told };
}

const fields = Object.keys(erasedPersonal) as (keyof Personal)[];

/** Of what is told there, as it is now. */
const toldOf = (token: Token, told: Partial<Personal>): Partial<Personal> =>
  Object.fromEntries(fields.filter((name) => name in told).map((name) => [name, token[name]]));

/** What is told of a change: what it changes of the token as it was left. */
function changedOf(set: Partial<Personal>, left: Token | null, after: Token): Partial<Personal> {
  const others = Object.entries(set).filter(([name]) => !Object.hasOwn(erasedPersonal, name));
  const changed = fields.filter((name) => left?.[name] !== after[name]).map((name) => [name, after[name]]);
  return Object.fromEntries([...others, ...changed]);
}
