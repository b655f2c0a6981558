import { type Book, isSameBook } from '../../../shared/model/book';
import { isTokenEvent } from '../../../shared/model/event';
import type { PatientId, TokenId } from '../../../shared/model/ids';
import type { RegisteredPatient } from '../../../shared/model/registered-patient';
import { LAST_DAY } from '../../../shared/model/time';
import { isOpen, type Token } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import { correct, type Decision, needAfter } from '../../engine';
import type { Reading } from '../../store/store';
import type { Call } from '../call';
import { type Deciding, nobody, noToken, type Plan } from '../run/plan';
import { standingFor } from '../run/standing';
import { booksOf } from './following';
import { keptNeed } from './need';
import { noPatient, type Registrar, registrar } from './registrar';

type Done = Record<string, never>;

interface Wish {
  readonly tokenId: TokenId;
  readonly otherId: PatientId;
}

/**
 * Another row is the same person: the patient's stands for it, and tokens that are still open become the patient's, so that R17
 * and R27 know whose they are. Errors: NOT_FOUND; CONFLICT it does already.
 */
export const mergePatients = between({
  which: 'standing',
  changed: (register, own, otherId) => {
    const other = register.standing(otherId);
    if (!other) return noPatient(otherId);
    if (other.id === own.id) return fail('CONFLICT', 'These are one patient already.', { patientId: own.id });
    return ok({ ...other, mergedInto: own.id });
  },
  owner: ({ patientId }, { own, family }) => (patientId !== null && family.has(patientId) ? own : undefined),
});

/**
 * A row that was merged stands for itself again, and has those of its open tokens back that the merging took from it.
 * Errors: NOT_FOUND; CONFLICT it does so.
 */
export const separatePatients = between({
  which: 'named',
  changed: (register, own, otherId, row) => {
    const other = row(otherId);
    if (!other) return noPatient(otherId);
    // From another's page nobody would see what is taken apart.
    if (other.mergedInto === null || register.standing(otherId)?.id !== own.id) {
      return fail('CONFLICT', 'That patient stands for itself, or is somebody else.', { patientId: own.id });
    }
    return ok({ ...other, mergedInto: null });
  },
  owner: (token, { own, other, family }, reading) => {
    const isTheirs = token.patientId === own.id && ownersOf(token, reading).some((id) => family.has(id));
    return isTheirs ? other : undefined;
  },
});

/**
 * Whose an open token has been since it was last said whose it is: what merging made of it, back to when it was given or somebody
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
  /** What becomes of the other row. */
  changed(
    register: Registrar,
    own: RegisteredPatient,
    otherId: PatientId,
    row: (id: PatientId) => RegisteredPatient | undefined,
  ): Result<RegisteredPatient>;
  /** Whose an open token is from now on; undefined: whose it was. */
  owner(token: Token, rows: Rows, reading: Reading): RegisteredPatient | undefined;
}

/** What is done with another row by whoever looks at the patient of a token. */
function between(how: Between) {
  return async (call: Call, { tokenId, otherId }: Wish): Promise<Result<Plan<Done>>> => {
    const { environment, today, now } = call;
    const { store } = environment;
    const key = await store.bookOfToken(tokenId);
    if (!key) return noToken(tokenId);
    const stands = await standsFor(call, otherId);
    const other = how.which === 'named' ? otherId : stands;
    const merged = (await store.mergedWith(other)).map(({ id }) => id);
    const family = new Set([other, ...merged]);
    const open = await store.openTokensOfPatient(stands, today, LAST_DAY);
    return ok({
      books: booksOf([key, ...open]),
      patients: { ids: [otherId, ...family, stands] },
      tokens: open.flatMap(({ transferredFrom }) => transferredFrom ?? []),
      decide: (loaded, at) => {
        const { reading } = at;
        const token = loaded.flatMap(({ tokens }) => tokens).find(({ id }) => id === tokenId);
        if (!token) return noToken(tokenId);
        const register = registrar(reading, now);
        const own = token.patientId === null ? undefined : register.standing(token.patientId);
        if (!own) return noPatient();
        const after = how.changed(register, own, otherId, reading.patient);
        if (!after.ok) return after;
        if (reading.openTokensOfPatient(stands, today, LAST_DAY).some((one) => !isIn(loaded, one))) {
          return fail('CONFLICT', 'They have been given a token just now. Please try again.', {});
        }
        const rows = { own, other: after.value, family };
        const moved = movedTokens(loaded, at, (one) => how.owner(one, rows, reading));
        if (!moved.ok) return moved;
        return ok({
          decisions: moved.value,
          about: { ...nobody, token },
          also: { patients: [after.value] },
          answer: {},
        });
      },
    });
  };
}

const isIn = (books: readonly Book[], token: Token): boolean => books.some((book) => isSameBook(book, token));

/** The row that stands for this one, or itself. */
async function standsFor({ environment: { store } }: Call, id: PatientId): Promise<PatientId> {
  const row = await store.patient(id);
  return row ? (await standingFor(store, row)).id : id;
}

/** Each open token becomes its owner's. */
function movedTokens(
  books: readonly Book[],
  { contextOn }: Deciding,
  ownerOf: (token: Token) => RegisteredPatient | undefined,
): Result<Decision[]> {
  const decisions: Decision[] = [];
  for (let book of books) {
    for (const token of book.tokens.filter(isOpen)) {
      const owner = ownerOf(token);
      if (owner === undefined || owner.id === token.patientId) continue;
      const context = contextOn(book.serviceDay);
      const need = needAfter(token, keptNeed(owner, book.serviceDay, context)?.precedence ?? null);
      const wish = { tokenId: token.id, patientId: owner.id, need };
      const decision = correct(book, wish, context);
      if (!decision.ok) return decision;
      decisions.push(decision.value);
      book = decision.value.book;
    }
  }
  return ok(decisions);
}
