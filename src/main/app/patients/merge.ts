import { type Book, isSameBook } from '../../../shared/model/book';
import { isTokenEvent } from '../../../shared/model/event';
import type { PatientId, TokenId } from '../../../shared/model/ids';
import { patientKey } from '../../../shared/model/patient';
import { clinicNumberOf } from '../../../shared/model/patient-number';
import type { RegisterSaved } from '../../../shared/model/register-saved';
import type { RegisteredPatient } from '../../../shared/model/registered-patient';
import { LAST_DAY, type ServiceDay } from '../../../shared/model/time';
import { isOpen, type Token } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import { correct, type Decision, needAfter } from '../../engine';
import type { Reading } from '../../store/store';
import type { Call } from '../call';
import { claimedBefore } from '../run/claimed';
import { type Deciding, nobody, noToken, type Plan } from '../run/plan';
import { standingFor } from '../run/standing';
import { followedBy } from './followed';
import { booksOf, followAll, openTokensOf, refuseMore } from './following';
import { keptNeed } from './need';
import { noPatient, type Registrar, registrar } from './registrar';
import { refuseSharedNumber } from './shared-number';

const EVERY_VISIT = Number.MAX_SAFE_INTEGER;

interface Wish {
  readonly tokenId: TokenId;
  readonly otherId: PatientId;
}

/**
 * Another row is the same person: the patient's stands for it, and tokens that are still open become the patient's, so that R17
 * and R27 know whose they are. Of two needs the one that holds longer is the patient's, and the other's birth where none is known.
 * Errors: NOT_FOUND; CONFLICT it does already.
 */
export const mergePatients = between({
  which: 'standing',
  moves: 'open',
  changed: (register, own, otherId) => {
    const other = register.standing(otherId);
    if (!other) return noPatient(otherId);
    if (other.id === own.id) return fail('CONFLICT', 'These are one patient already.', { patientId: own.id });
    return ok({ ...other, mergedInto: own.id });
  },
  own: (own, other, { today, now }) => {
    const need = lastsLonger(other, own, today) ? needIn(other) : {};
    // By which they may be senior, or an infant.
    const birth = own.birth === null && other.birth !== null ? { birth: other.birth } : {};
    const taken = { ...need, ...birth };
    return Object.keys(taken).length === 0 ? own : { ...own, ...taken, updatedAt: now };
  },
  owner: ({ patientId }, { own, family }) => (patientId !== null && family.has(patientId) ? own : undefined),
});

/**
 * A row that was merged stands for itself again, and has the tokens back that the merging took from it, and those that were given under
 * its name meanwhile, also such as are over by now. A need or birth that was taken over is both's. Errors: NOT_FOUND; CONFLICT it does so, or
 * a row that would stay has one clinic number with it.
 */
export const separatePatients = between({
  which: 'named',
  moves: 'all',
  changed: (register, own, otherId, row) => {
    const other = row(otherId);
    if (!other) return noPatient(otherId);
    // From another's page nobody would see what is taken apart.
    if (other.mergedInto === null || register.standing(otherId)?.id !== own.id) {
      return fail('CONFLICT', 'That patient stands for itself, or is somebody else.', { patientId: own.id });
    }
    return ok({ ...other, mergedInto: null });
  },
  refuses: refuseSharedNumber,
  own: (own) => own,
  owner: (token, { own, other, family }, reading) => {
    if (token.patientId !== own.id) return undefined;
    // What was given, or given again, under the other's name meanwhile is the other's too.
    const { country } = reading.settings.clinic;
    const rows = [...family].map((id) => (id === other.id ? other : reading.patient(id)));
    const isSaid = !bears(own, token, country) && rows.some((row) => row && bears(row, token, country));
    return isSaid || ownersOf(token, reading).some((id) => family.has(id)) ? other : undefined;
  },
});

/** Whether name and contact of a token are a row's, as when a token is given (R17). */
function bears(
  { name, contacts }: RegisteredPatient,
  { patientName, patientContact }: Token,
  country: string,
): boolean {
  const said = patientKey(patientName, patientContact, country);
  return contacts.some((contact) => patientKey(name, contact, country) === said);
}

/** Whether a need that is kept holds today, and longer than the other one. */
function lastsLonger(need: RegisteredPatient, other: RegisteredPatient, today: ServiceDay): boolean {
  const end = lastDayOf(need);
  return end >= today && end > lastDayOf(other);
}

/** The last day on which a need that is kept holds; empty: there is none. */
const lastDayOf = ({ precedence, precedenceUntil }: RegisteredPatient): ServiceDay | '' =>
  precedence === null ? '' : (precedenceUntil ?? LAST_DAY);

const needIn = ({ precedence, precedenceUntil }: RegisteredPatient) => ({ precedence, precedenceUntil });

/**
 * Whose a token has been since it was last said whose it is: what merging made of it, back to when it was given or somebody
 * corrected its name or contact. A transfer goes on with the token it came from.
 */
function ownersOf({ id, transferredFrom }: Token, reading: Reading): PatientId[] {
  const owners: PatientId[] = [];
  const past = [id, transferredFrom].flatMap((one) =>
    one === null ? [] : reading.tokenHistory(one).toReversed(),
  );
  for (const { event } of past) {
    if (!isTokenEvent(event)) continue;
    const { before, after } = event;
    if (after.patientId !== null) owners.push(after.patientId);
    if (before === null || before.patientId === after.patientId) continue;
    const isMerging =
      before.patientName === after.patientName && before.patientContact === after.patientContact;
    if (!isMerging) break;
  }
  return owners;
}

interface Rows {
  /** Whoever looks at the patient of a token looks at this one. */
  readonly own: RegisteredPatient;
  readonly other: RegisteredPatient;
  /** The other one, and all that were merged into it. */
  readonly family: ReadonlySet<PatientId>;
}

interface Between {
  /** Which row is merged or taken apart: the one that is named, or the one that stands for it. */
  readonly which: 'named' | 'standing';
  /** Which tokens may become another's: those that are still open, or all. */
  readonly moves: 'open' | 'all';
  /** What becomes of the other row. */
  changed(
    register: Registrar,
    own: RegisteredPatient,
    otherId: PatientId,
    row: (id: PatientId) => RegisteredPatient | undefined,
  ): Result<RegisteredPatient>;
  /** Why the rows cannot be that, once it is known which they are; undefined: they can. */
  readonly refuses?: typeof refuseSharedNumber;
  /** What becomes of the patient's row; the very same: nothing. */
  own(own: RegisteredPatient, other: RegisteredPatient, call: Call): RegisteredPatient;
  /** Whose a token is from now on; undefined: whose it was. */
  owner(token: Token, rows: Rows, reading: Reading): RegisteredPatient | undefined;
}

/** What is done with another row by whoever looks at the patient of a token. */
function between(how: Between) {
  return async (call: Call, { tokenId, otherId }: Wish): Promise<Result<Plan<RegisterSaved>>> => {
    const { environment, today, now } = call;
    const { store } = environment;
    const key = await store.bookOfToken(tokenId);
    if (!key) return noToken(tokenId);
    const stands = await standsFor(call, otherId);
    const mine = await openTokensOf(call, key, tokenId);
    const other = how.which === 'named' ? otherId : stands;
    const row = await store.patient(other);
    const merged = await store.mergedWith(other);
    const family = new Set([other, ...merged.map(({ id }) => id)]);
    const open = await store.openTokensOfPatient(stands, today, LAST_DAY);
    const once =
      how.moves === 'all'
        ? [...(await store.tokensOnceOf([...family])), ...(await store.tokensOfPatient(stands, EVERY_VISIT))]
        : [];
    return ok({
      books: booksOf([key, ...mine.open, ...open, ...once]),
      patients: {
        ids: [otherId, ...family, stands, ...(mine.patientId ? [mine.patientId] : [])],
        numbers: [row, ...merged].map((one) => clinicNumberOf(one?.clinicNumber ?? '')),
      },
      tokens: [...open, ...once].flatMap(({ transferredFrom }) => transferredFrom ?? []),
      decide: (loaded, at) => {
        const { reading } = at;
        const token = loaded.flatMap(({ tokens }) => tokens).find(({ id }) => id === tokenId);
        if (!token) return noToken(tokenId);
        const register = registrar(reading, now);
        const before = token.patientId === null ? undefined : register.standing(token.patientId);
        if (!before) return noPatient();
        const after = how.changed(register, before, otherId, reading.patient);
        if (!after.ok) return after;
        const refusal = how.refuses?.(before, family, register, reading);
        if (refusal) return refusal;
        for (const id of [stands, mine.patientId ?? stands]) {
          const more = refuseMore(call, reading, id, loaded);
          if (more) return more;
        }
        const own = how.own(before, after.value, call);
        const rows = { own, other: after.value, family };
        const over = new Set(once.map(({ id }) => id));
        const may = (one: Token): boolean => isOpen(one) || over.has(one.id);
        const moved = movedTokens(loaded, at, (one) =>
          may(one) ? how.owner(one, rows, reading) : undefined,
        );
        if (!moved.ok) return moved;
        const latest = (one: Book): Book =>
          moved.value.findLast(({ book }) => isSameBook(book, one))?.book ?? one;
        const followed = loaded.flatMap((one) =>
          own === before ? [] : followAll(latest(one), own, register, at),
        );
        const decisions = [...moved.value, ...followed];
        return ok({
          decisions,
          about: { ...nobody, token },
          also: { patients: own === before ? [after.value] : [own, after.value] },
          answer: { tokenId, followed: followedBy(loaded, decisions, at) },
        });
      },
    });
  };
}

/** The row that stands for this one, or itself. */
async function standsFor({ environment: { store } }: Call, id: PatientId): Promise<PatientId> {
  const row = await store.patient(id);
  return row ? (await standingFor(store, row)).id : id;
}

/** Each token becomes its owner's. */
function movedTokens(
  books: readonly Book[],
  { contextOn, reading }: Deciding,
  ownerOf: (token: Token) => RegisteredPatient | undefined,
): Result<Decision[]> {
  const decisions: Decision[] = [];
  for (let book of books) {
    for (const token of book.tokens) {
      const owner = ownerOf(token);
      if (owner === undefined || owner.id === token.patientId) continue;
      const context = contextOn(book.serviceDay);
      const kept = keptNeed(owner, book.serviceDay, context)?.precedence ?? null;
      const need = needAfter(token, kept, claimedBefore(token, reading));
      const wish = { tokenId: token.id, patientId: owner.id, need };
      const decision = correct(book, wish, context);
      if (!decision.ok) return decision;
      decisions.push(decision.value);
      book = decision.value.book;
    }
  }
  return ok(decisions);
}
